internal import Tables

/// The first sheet: what the page says above and between its tables, with links to these.
struct OverviewSheet {
  /// Labels, figures, details.
  private static let widths = [46, 14, 50]
  private static let lineHeight = 15

  private let document: Document
  /// In the order of their nodes.
  private let plans: [SheetPlan]
  private let charts: ChartSheet?
  private let footer: String

  init(
    document: Document, plans: [SheetPlan], charts: ChartSheet?, footer: String
  ) {
    self.document = document
    self.plans = plans
    self.charts = charts
    self.footer = footer
  }

  func write(as name: String, into book: inout Workbook) {
    var sheet = Sheet(name: name)
    sheet.columns = Self.widths.map { Sheet.Column(width: $0) }
    sheet.footer = footer
    writeHead(to: &sheet, &book)
    var (next, nextChart) = (0, 0)
    for node in document.nodes {
      switch node {
      case .heading(let text): writeHeading(text, to: &sheet, &book)
      case .newPage: break
      case .letter(let title, let lines):
        writeLine(title, .title, height: 26, to: &sheet, &book)
        for line in lines { writeLine(line.label + "  " + line.text, .office, to: &sheet, &book) }
      // The links of the sections below are the contents.
      case .contents:
        for plan in plans {
          writeLink(to: plan.name, text: plan.title, sheet: &sheet, &book)
        }
      case .paragraph(let phrase):
        writeWide(phrase.plain(document.numerals), .paragraph, to: &sheet, &book)
      case .cards(let cards): for card in cards { write(card, to: &sheet, &book) }
      case .callouts(let callouts): for callout in callouts { write(callout, to: &sheet, &book) }
      case .table, .listed, .matches:
        writeLink(to: plans[next].name, text: plans[next].title, sheet: &sheet, &book)
        next += 1
      case .chart(let chart):
        guard let charts else { break }
        writeLink(
          to: charts.name, target: charts.cell(of: nextChart), text: chart.title, sheet: &sheet,
          &book)
        nextChart += 1
      case .rows(let table):
        writeLink(to: plans[next].name, text: table.title, sheet: &sheet, &book)
        for note in table.notes { writeWide(note, .quiet, to: &sheet, &book) }
        next += 1
      case .notes(let notes):
        for note in notes {
          writeWide("• " + note.plain(document.numerals), .paragraph, to: &sheet, &book)
        }
      }
    }
    book.sheets.append(sheet)
  }

  private func writeHead(to sheet: inout Sheet, _ book: inout Workbook) {
    let head = document.masthead
    writeLine(head.office, .office, to: &sheet, &book)
    writeLine(head.title, .title, height: 26, to: &sheet, &book)
    writeLine(head.subtitle, Look(), to: &sheet, &book)
    for fact in head.facts + [head.audience] { writeLine(fact, .quiet, to: &sheet, &book) }
  }

  private func writeLine(
    _ text: String, _ look: Look, height: Int? = nil, to sheet: inout Sheet,
    _ book: inout Workbook
  ) {
    sheet.rows.open(height: height)
    book.write(text, look, to: &sheet.rows)
    sheet.rows.close()
  }

  private func writeHeading(_ text: String, to sheet: inout Sheet, _ book: inout Workbook) {
    sheet.rows.skipRow()
    sheet.rows.open(height: 22)
    book.write(text, .section, to: &sheet.rows)
    let look = book.looks.index(of: .section)
    for _ in Self.widths.dropFirst() { sheet.rows.blank(look) }
    sheet.rows.close()
  }

  private func write(_ card: Card, to sheet: inout Sheet, _ book: inout Workbook) {
    let changes = card.changes.map { $0.plain(document.numerals) }.joined(separator: " · ")
    let detail = [card.detail.plain(document.numerals), changes].filter { !$0.isEmpty }.joined(
      separator: "\n")
    let lines = max(
      Self.lines(of: card.label, in: Self.widths[0]), Self.lines(of: detail, in: Self.widths[2]))
    sheet.rows.open(height: max(20, lines * Self.lineHeight + 4))
    var label = Look.cardLabel
    label.isBold = card.leads
    book.write(card.label, label, to: &sheet.rows)
    book.write(
      card.figure, Look(size: card.leads ? 13 : 11, isBold: true, hasLine: true), to: &sheet.rows)
    book.write(detail, .cardDetail, to: &sheet.rows)
    sheet.rows.close()
  }

  private func write(_ callout: Callout, to sheet: inout Sheet, _ book: inout Workbook) {
    var look = Look(
      isBold: true, color: Palette.ink(callout.tone), fill: Palette.ground(callout.tone),
      indent: 1, wraps: true)
    writeWide(
      callout.toneWord + ": " + callout.text.plain(document.numerals), look, to: &sheet, &book)
    look.isBold = false
    look.color = Palette.ink
    if !callout.detail.isEmpty {
      writeWide(callout.detail.plain(document.numerals), look, to: &sheet, &book)
    }
    if let id = callout.table, let plan = plans.first(where: { $0.tableID == id }) {
      look.color = Palette.link
      look.isUnderlined = true
      writeWide("→ " + plan.title, look, to: &sheet, &book)
      link(to: plan.name, in: &sheet)
    }
  }

  /// A text over the whole width of the sheet, in as many lines as it needs.
  private func writeWide(
    _ text: String, _ look: Look, to sheet: inout Sheet, _ book: inout Workbook
  ) {
    let lines = Self.lines(of: text, in: Self.widths.reduce(0, +))
    sheet.rows.open(height: lines * Self.lineHeight + 5)
    book.write(text, look, to: &sheet.rows)
    let blank = book.looks.index(of: look)
    for _ in Self.widths.dropFirst() { sheet.rows.blank(blank) }
    sheet.rows.close()
    sheet.merges.append(
      CellName.range(sheet.rows.row...sheet.rows.row, 0...(Self.widths.count - 1)))
  }

  private func writeLink(
    to name: String, target: String = "A1", text: String, sheet: inout Sheet,
    _ book: inout Workbook
  ) {
    sheet.rows.open(height: 18)
    book.write("→ " + text, .link, to: &sheet.rows)
    sheet.rows.close()
    link(to: name, target, in: &sheet)
  }

  /// Makes the row last written open another sheet.
  private func link(to name: String, _ target: String = "A1", in sheet: inout Sheet) {
    sheet.links.append(
      Sheet.Link(cell: CellName.cell(sheet.rows.row, 0), sheet: name, target: target))
  }

  private static func lines(of text: String, in width: Int) -> Int {
    SheetText.lines(of: text, in: width)
  }
}

/// How much room a text takes in a sheet.
enum SheetText {
  /// The most lines that a row of Excel can be high (409 points).
  private static let most = 25

  /// Lines of a wrapped text, with a tenth to spare for where the words break.
  static func lines(of text: String, in width: Int) -> Int {
    let lines = TableWidths.widths(of: text, between: "\n").map { line in
      max(1, (line * 11 / 10 + width - 1) / max(width, 1))
    }
    return min(lines.reduce(0, +), most)
  }
}

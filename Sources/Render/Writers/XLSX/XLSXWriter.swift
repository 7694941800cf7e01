internal import Containers
internal import Tables

/// Prints a document as a workbook: an overview first, then one sheet for each table.
package struct XLSXWriter {
  private let words: Words

  package init(words: Words) { self.words = words }

  package func workbook(of document: Document) -> [UInt8] {
    var zip = ZipWriter()
    var book = book(of: document)
    book.write { path, pieces in
      zip.begin(path: path)
      pieces { zip.write($0) }
      zip.end()
    }
    return zip.finish()
  }

  private func book(of document: Document) -> Workbook {
    var names = SheetNames()
    let overview = names.name(for: words[.overview])
    let charted = document.charts.isEmpty ? nil : names.name(for: words[.charts])
    let plans = document.nodes.compactMap { SheetPlan($0, &names) }
    var book = Workbook(
      title: document.masthead.title, audience: document.masthead.audience,
      choiceSheet: names.name(for: words[.choices]))
    book.looks.numerals = document.numerals
    let footer = Self.footer(document.masthead, page: words[.page, "&P", "&N"])
    let charts = charted.map {
      ChartSheet(
        document.charts, name: $0, tables: plans, masthead: document.masthead, footer: footer)
    }
    OverviewSheet(document: document, plans: plans, charts: charts, footer: footer)
      .write(as: overview, into: &book)
    charts?.write(into: &book, title: words[.charts], back: words[.back], to: overview)
    for plan in plans {
      switch plan.content {
      case .table(let table):
        TableSheet(table, name: plan.name, masthead: document.masthead, footer: footer)
          .write(into: &book, back: words[.back], to: overview)
      case .list(let list):
        ListSheet(list, name: plan.name, masthead: document.masthead, footer: footer)
          .write(into: &book, back: words[.back], to: overview)
      case .rows(let table):
        RowsSheet(table, name: plan.name, masthead: document.masthead, footer: footer)
          .write(into: &book, back: words[.back], to: overview)
      }
    }
    return book
  }

  /// Left the office, in the middle for whom it is, right the page; Excel takes 255 characters and reads & as a
  /// command.
  private static func footer(_ head: PageHead, page: String) -> String {
    let text = doubled(String("\(head.office) · \(head.title)".prefix(90)))
    // A space ends the size, for a name may begin with a digit.
    return "&L&8 " + text + "&C&8 " + doubled(head.audience) + "&R&8 " + page
  }

  private static func doubled(_ text: String) -> String {
    text.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&&")
  }
}

/// What stands on a sheet of its own, and the name of the sheet.
struct SheetPlan {
  enum Content {
    case table(DocumentTable)
    case list(DocumentList)
    case rows(RowsTable)
  }

  let content: Content
  let name: String

  /// Nil for what stands on the first sheet.
  init?(_ node: Node, _ names: inout SheetNames) {
    switch node {
    case .table(let table):
      content = .table(table)
      name = names.name(for: table.sheet)
    case .listed(_, let list):
      content = .list(list)
      name = names.name(for: list.sheet)
    case .matches(let matches):
      content = .list(matches.list)
      name = names.name(for: matches.list.sheet)
    case .rows(let rows):
      content = .rows(rows)
      name = names.name(for: rows.sheet)
    case .heading, .chart, .newPage, .contents, .paragraph, .cards, .callouts, .notes, .letter:
      return nil
    }
  }

  var table: DocumentTable? { if case .table(let table) = content { table } else { nil } }

  /// The sheet's first row of figures.
  var firstRow: Int? {
    table.map { TableSheet.titleLines + HeaderGrid($0).depth + 1 }
  }

  /// The name of a table, by which callouts lead to it.
  var tableID: String? {
    if case .table(let table) = content { table.id } else { nil }
  }

  var title: String {
    switch content {
    case .table(let table): table.title
    case .rows(let rows): rows.title
    case .list(let list): list.title
    }
  }
}

extension Workbook {
  /// The place and look of a text, told apart from a formula where it begins like one.
  mutating func write(_ text: String, _ look: Look, to rows: inout SheetRows) {
    var look = look
    if text.beginsLikeFormula { look.isQuoted = true }
    rows.text(strings.index(of: text), looks.index(of: look))
  }

  /// A figure as a real number; what is no number is a text in its place.
  mutating func write(_ value: Figure.Value, _ look: Look, to rows: inout SheetRows) {
    var look = look
    look.align = .right
    switch value {
    case .count(let count):
      look.number = .count
      rows.number(count, looks.index(of: look))
    case .amount(let hundredths):
      look.number = .amount
      rows.decimal(Double(hundredths) / 100, looks.index(of: look))
    case .share(let part, let whole) where whole != 0:
      look.number = .share
      rows.decimal(Double(part) / Double(whole), looks.index(of: look))
    case .change(let now, let before, let scale):
      let difference = now.subtractingReportingOverflow(before).partialValue
      look.number = Look.Number(scale)
      if scale == .whole {
        rows.number(difference, looks.index(of: look))
      } else {
        rows.decimal(Double(difference) / 100, looks.index(of: look))
      }
    case .mean(let sum, let count, let scale) where count != 0:
      look.number = .amount
      rows.decimal(Double(sum) / Double(scale) / Double(count), looks.index(of: look))
    case .ratio(_, let other) where other != 0:
      // As the page writes it; the figure itself stands in figures.csv.
      rows.text(strings.index(of: looks.numerals.text(value)), looks.index(of: look))
    case .share, .mean, .ratio, .noData:
      look.color = Palette.quiet
      rows.text(strings.index(of: NumberText.noData), looks.index(of: look))
    case .notComputed:
      look.color = Palette.quiet
      rows.text(strings.index(of: NumberText.notComputed), looks.index(of: look))
    case .suppressed:
      look.color = Palette.quiet
      look.isItalic = true
      rows.text(strings.index(of: NumberText.suppressed), looks.index(of: look))
    }
  }
}

extension String {
  /// Whether a spreadsheet would take the text for a formula when somebody edits its cell.
  var beginsLikeFormula: Bool {
    switch utf8.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
      UInt8(ascii: "\t"), UInt8(ascii: "\r"):
      true
    default: false
    }
  }
}

internal import Containers
internal import Tables

/// Prints a document as a workbook: an overview first, then one sheet for each table.
package struct XLSXWriter {
  private let words: Words

  package init(words: Words) { self.words = words }

  package func workbook(of document: Document) -> [UInt8] {
    var zip = ZipWriter()
    for part in parts(of: document) { zip.add(path: part.path, bytes: part.bytes) }
    return zip.finish()
  }

  /// The parts of the workbook before they are packed.
  package func parts(of document: Document) -> [(path: String, bytes: [UInt8])] {
    var names = SheetNames()
    let overview = names.name(for: words[.overview])
    let charted = document.charts.isEmpty ? nil : names.name(for: words[.charts])
    let plans = document.nodes.compactMap { SheetPlan($0, &names) }
    var book = Workbook(
      title: document.masthead.title, choiceSheet: names.name(for: words[.choices]))
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
      }
    }
    return book.parts()
  }

  /// Left the office, right the page; Excel takes 255 characters and reads & as a command.
  private static func footer(_ head: PageHead, page: String) -> String {
    let text = "\(head.office) · \(head.title)".prefix(90)
    let doubled = text.split(separator: "&", omittingEmptySubsequences: false)
      .joined(separator: "&&")
    // A space ends the size, for a name may begin with a digit.
    return "&L&8 " + doubled + "&R&8 " + page
  }
}

/// What stands on a sheet of its own, and the name of the sheet.
struct SheetPlan {
  enum Content {
    case table(DocumentTable)
    case list(DocumentList)
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

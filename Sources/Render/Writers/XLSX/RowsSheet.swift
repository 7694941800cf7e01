internal import Tables

/// The sheet of a dataset's rows: a heading, then a row for each row of the files, with filters and marked cells.
struct RowsSheet {
  /// Of the full size, on paper; so many digits fit beside each other then.
  private static let percent = 70
  private static let paperWidth = 182
  /// In digits of the usual type.
  private static let widestColumn = 32
  private static let widestHeading = 14

  private let table: RowsTable
  private let content: RowsContent
  private let name: String
  private let masthead: PageHead
  private let footer: String

  init(_ table: RowsTable, name: String, masthead: PageHead, footer: String) {
    self.table = table
    content = table.fill()
    self.name = name
    self.masthead = masthead
    self.footer = footer
  }

  func write(into book: inout Workbook, back: String, to overview: String) {
    var sheet = Sheet(name: name)
    let widths = content.columns.map { Self.width(of: $0) }
    sheet.columns = widths.map { Sheet.Column(width: $0) }
    sheet.footer = footer
    sheet.isLandscape = true
    sheet.fit = .cut(percent: Self.percent, before: cuts(widths))
    sheet.repeatedColumns = 1
    writeTitle(to: &sheet, &book, back: back, overview: overview)
    let lines = zip(content.columns, widths).map { SheetText.lines(of: $0.heading, in: $1) }
    sheet.rows.open(height: (lines.max() ?? 1) * 15 + 4)
    for column in content.columns { book.write(column.heading, .headTop, to: &sheet.rows) }
    sheet.rows.close()
    let head = sheet.rows.row
    let fragments = RowFragments(content, &book)
    sheet.body = SheetBody(count: table.count) { fragments.write(from: $0, $1) }
    let last = head + max(1, table.count)
    let all = 0...(content.columns.count - 1)
    sheet.frozenRows = head
    sheet.frozenColumns = 1
    sheet.repeatedRows = head...head
    sheet.filter = CellName.range(head...last, all)
    sheet.codes = CellName.range((head + 1)...last, all)
    book.sheets.append(sheet)
  }

  private func writeTitle(
    to sheet: inout Sheet, _ book: inout Workbook, back: String, overview: String
  ) {
    var stamp = Look.quiet
    stamp.isBold = true
    let lines =
      [
        (table.title, Look(size: 13, isBold: true, color: Palette.brand)),
        (masthead.audience, stamp),
        (masthead.office + " · " + masthead.subtitle, Look.quiet),
        (masthead.facts.prefix(2).joined(separator: " · "), Look.quiet),
      ] + table.notes.map { ($0, Look.quiet) } + [("← " + back, Look.link)]
    for (text, look) in lines {
      sheet.rows.open(height: look.size > 12 ? 22 : nil)
      book.write(text, look, to: &sheet.rows)
      sheet.rows.close()
    }
    sheet.links.append(Sheet.Link(cell: CellName.cell(sheet.rows.row, 0), sheet: overview))
  }

  /// As wide as its widest value; longer ones run into the next cell or are cut by it.
  private static func width(of column: RowsColumn) -> Int {
    var widest = min(TableWidths.width(of: column.heading), widestHeading)
    for cell in column.cells where widest < widestColumn {
      switch cell {
      case .nothing: break
      case .text(let text): widest = max(widest, TableWidths.width(of: text))
      case .number(let number, let scale):
        widest = max(widest, FixedPoint.text(number, scale: scale).utf8.count)
      }
    }
    return min(widest, widestColumn) + 3
  }

  /// The columns with which a new page begins; the first stands on every page.
  private func cuts(_ widths: [Int]) -> [Int] {
    var cuts: [Int] = []
    var width = 0
    for (column, own) in widths.enumerated() {
      if width > 0, width + own > Self.paperWidth {
        cuts.append(column)
        width = widths[0]
      }
      width += own
    }
    return cuts
  }
}

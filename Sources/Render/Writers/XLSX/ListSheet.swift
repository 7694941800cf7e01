/// The sheet of a long list: a heading, lines to be worked through, filters, and cells to choose from.
struct ListSheet {
  /// What a sheet of Excel holds.
  private static let mostRows = 1_048_576

  /// Of the full size, on paper; so many digits fit beside each other then.
  private static let percent = 70
  private static let paperWidth = 182
  private static let lineHeight = 15

  private let list: DocumentList
  private let name: String
  private let masthead: PageHead
  private let footer: String

  init(_ list: DocumentList, name: String, masthead: PageHead, footer: String) {
    self.list = list
    self.name = name
    self.masthead = masthead
    self.footer = footer
  }

  func write(into book: inout Workbook, back: String, to overview: String) {
    var sheet = Sheet(name: name)
    sheet.columns = list.columns.map { Sheet.Column(width: $0.width) }
    sheet.footer = footer
    sheet.isLandscape = true
    if !list.isOnePageWide { sheet.fit = .cut(percent: Self.percent, before: cuts) }
    sheet.repeatedColumns = list.frozen
    let lines =
      [
        (list.title, Look(size: 13, isBold: true, color: Palette.brand)),
        (masthead.office + " · " + masthead.subtitle, Look.quiet),
      ] + list.heads.map { ($0, Look(isBold: true)) } + [("← " + back, Look.link)]
    for (text, look) in lines {
      sheet.rows.open(height: look.size > 12 ? 22 : nil)
      book.write(text, look, to: &sheet.rows)
      sheet.rows.close()
    }
    sheet.links.append(Sheet.Link(cell: CellName.cell(sheet.rows.row, 0), sheet: overview))
    sheet.rows.open(height: 34)
    for column in list.columns { book.write(column.heading, .headTop, to: &sheet.rows) }
    sheet.rows.close()
    let head = sheet.rows.row
    writeLines(to: &sheet, &book)
    let last = max(sheet.rows.row, head + 1)
    let width = 0...(list.columns.count - 1)
    sheet.frozenRows = head
    sheet.frozenColumns = list.frozen
    sheet.repeatedRows = head...head
    sheet.filter = CellName.range(head...last, width)
    sheet.codes = CellName.range((head + 1)...last, width)
    sheet.choices = list.columns.indices.filter { !list.columns[$0].choices.isEmpty }.map {
      Sheet.Choices(
        cells: CellName.range((head + 1)...last, $0...$0),
        formula: book.choices(of: list.columns[$0].choices))
    }
    book.sheets.append(sheet)
  }

  /// The columns with which a new page begins.
  private var cuts: [Int] {
    let repeated = list.columns.prefix(list.frozen).reduce(0) { $0 + $1.width }
    var cuts: [Int] = []
    var width = 0
    for (column, head) in list.columns.enumerated() {
      if width > 0, width + head.width > Self.paperWidth {
        cuts.append(column)
        width = repeated
      }
      width += head.width
    }
    return cuts
  }

  /// Every other group has a ground of its own, so that one is told from the next.
  private func writeLines(to sheet: inout Sheet, _ book: inout Workbook) {
    let isTall = list.columns.contains { $0.wraps }
    let grounds = [nil, Palette.subtotal].map { GroupLooks($0, isTall: isTall, &book.looks) }
    for group in 0..<list.groups {
      let lines = list.lines(group)
      guard sheet.rows.row + lines.count <= Self.mostRows else { return }
      for line in lines {
        sheet.rows.open(height: isTall ? height(of: line) : nil)
        for (cell, column) in zip(line, list.columns) {
          write(cell, wraps: column.wraps, grounds[group % 2], to: &sheet, &book)
        }
        sheet.rows.close()
      }
    }
  }

  private func write(
    _ cell: DocumentList.Cell, wraps: Bool, _ looks: GroupLooks, to sheet: inout Sheet,
    _ book: inout Workbook
  ) {
    let (text, look): (String, Int)
    switch cell {
    case .number(let value): return sheet.rows.number(value, looks.number)
    case .text(let cell): (text, look) = (cell, looks.text(cell, wraps: wraps))
    case .answer(let cell): (text, look) = (cell, looks.answer(cell))
    case .marked(let cell): (text, look) = (cell, looks.marked(cell))
    }
    if text.isEmpty {
      sheet.rows.blank(look)
    } else {
      sheet.rows.text(book.strings.index(of: text), look)
    }
  }

  /// As high as the longest of the cells that wrap.
  private func height(of line: [DocumentList.Cell]) -> Int? {
    let lines = zip(line, list.columns).map { cell, column in
      switch cell {
      case .text(let text) where column.wraps, .answer(let text) where column.wraps:
        SheetText.lines(of: text, in: column.width)
      default: 1
      }
    }
    let most = lines.max() ?? 1
    return most > 1 ? most * Self.lineHeight + 3 : nil
  }
}

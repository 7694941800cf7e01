internal import Tables

/// The sheet of one table: head, figures, notes, and how it is frozen, filtered and printed.
struct TableSheet {
  /// Above the headings.
  static let titleLines = 4
  private static let lineHeight = 15
  /// Digits that fit on A4 at full size, with an eighth to spare for machines without the type.
  private enum Paper {
    static let upright = 88
    static let sideways = 128
    /// Smaller than this is not printed; the sheet is cut instead.
    static let smallestPercent = 70
  }

  private let name: String
  private let table: DocumentTable
  private let masthead: PageHead
  private let footer: String
  private let grid: HeaderGrid
  private let widths: TableWidths
  /// The columns that open a group, in the top row or in the one below.
  private let groupStarts: Set<Int>

  init(_ table: DocumentTable, name: String, masthead: PageHead, footer: String) {
    self.name = name
    self.table = table
    self.masthead = masthead
    self.footer = footer
    grid = HeaderGrid(table)
    widths = TableWidths(table)
    let grid = grid
    groupStarts = Set(
      (0..<min(2, grid.depth - 1)).flatMap { level in grid.cells(inRow: level).map { $0.column } })
  }

  func write(into book: inout Workbook, back: String, to overview: String) {
    var sheet = Sheet(name: name)
    sheet.columns = widths.stubs.map { Sheet.Column(width: $0) } + figureColumns
    sheet.footer = footer
    writeTitle(to: &sheet, &book, back: back, overview: overview)
    let head = writeHead(to: &sheet, &book)
    let body = (head.upperBound + 1)...(head.upperBound + max(1, table.rows.count))
    for row in table.rows { write(row, to: &sheet, &book) }
    writeNotes(to: &sheet, &book)
    sheet.frozenRows = head.upperBound
    sheet.frozenColumns = table.stubs.count
    sheet.repeatedRows = head
    sheet.repeatedColumns = table.stubs.count
    sheet.filter = filter(head: head)
    sheet.bars = bars(from: body.lowerBound)
    sheet.codes = CellName.range(body, 0...(table.stubs.count - 1))
    setUpPrint(of: &sheet)
    book.sheets.append(sheet)
  }

  // MARK: Columns and paper

  /// Grades can be folded away where sums of levels stand beside them.
  private var figureColumns: [Sheet.Column] {
    let hasSums = table.columns.contains { $0.role != .detail }
    return zip(table.columns, widths.columns).map { column, width in
      Sheet.Column(width: width, isDetail: hasSums && column.role == .detail)
    }
  }

  private func setUpPrint(of sheet: inout Sheet) {
    sheet.isLandscape = widths.total * Paper.smallestPercent > Paper.upright * 100
    let widest = Paper.sideways * 100 / Paper.smallestPercent
    guard widths.total > widest else { return }
    let parts = widths.parts(of: grid, within: widest)
    sheet.fit = .cut(
      percent: Paper.smallestPercent,
      before: parts.dropFirst().map { $0.lowerBound + table.stubs.count })
  }

  // MARK: Head

  private func writeTitle(
    to sheet: inout Sheet, _ book: inout Workbook, back: String, overview: String
  ) {
    let lines = [
      (table.title, Look(size: 13, isBold: true, color: Palette.brand)),
      (masthead.office + " · " + masthead.subtitle, Look.quiet),
      (masthead.facts.prefix(2).joined(separator: " · "), Look.quiet),
      ("← " + back, Look.link),
    ]
    for (text, look) in lines {
      sheet.rows.open(height: look.size > 12 ? 22 : nil)
      book.write(text, look, to: &sheet.rows)
      sheet.rows.close()
    }
    sheet.links.append(Sheet.Link(cell: CellName.cell(sheet.rows.row, 0), sheet: overview))
  }

  /// Writes the heading cells; gives the rows they take.
  private func writeHead(to sheet: inout Sheet, _ book: inout Workbook) -> ClosedRange<Int> {
    let first = sheet.rows.row + 1
    for level in 0..<grid.depth {
      sheet.rows.open(height: headHeight(level))
      let top = book.looks.index(of: .headTop)
      for heading in table.stubs {
        if level == 0 {
          book.write(heading, .headTop, to: &sheet.rows)
        } else {
          sheet.rows.blank(top)
        }
      }
      writeHeadings(level, to: &sheet, &book)
      sheet.rows.close()
    }
    let last = sheet.rows.row
    if last > first {
      for stub in table.stubs.indices {
        sheet.merges.append(CellName.range(first...last, stub...stub))
      }
    }
    return first...last
  }

  private func writeHeadings(_ level: Int, to sheet: inout Sheet, _ book: inout Workbook) {
    var cells = Array(repeating: HeaderGrid.Cell?.none, count: table.columns.count)
    for cell in grid.cells(inRow: level) { cells[cell.column] = cell }
    for (column, cell) in cells.enumerated() {
      var look = level == 0 ? Look.headTop : Look.headLow
      look.opensGroup = groupStarts.contains(column)
      guard let cell else {
        if let above = covering(column, level: level), above.row == 0 { look = .headTop }
        sheet.rows.blank(book.looks.index(of: look))
        continue
      }
      book.write(cell.text, look, to: &sheet.rows)
      guard cell.rows > 1 || cell.columns > 1 else { continue }
      let row = sheet.rows.row
      let left = table.stubs.count + cell.column
      sheet.merges.append(
        CellName.range(row...(row + cell.rows - 1), left...(left + cell.columns - 1)))
    }
  }

  private func covering(_ column: Int, level: Int) -> HeaderGrid.Cell? {
    grid.cells.first {
      $0.row <= level && level < $0.row + $0.rows
        && ($0.column..<($0.column + $0.columns)).contains(column)
    }
  }

  private func headHeight(_ level: Int) -> Int {
    let lines = grid.cells(inRow: level).map { cell in
      let width = widths.columns[cell.column..<(cell.column + cell.columns)].reduce(0, +)
      return (SheetText.lines(of: cell.text, in: width) + cell.rows - 1) / cell.rows
    }
    return max(1, lines.max() ?? 1) * Self.lineHeight + 4
  }

  // MARK: Rows

  private func write(_ row: DocumentTable.Row, to sheet: inout Sheet, _ book: inout Workbook) {
    let lines = zip(row.labels, widths.stubs).map { SheetText.lines(of: $0, in: $1) }.max() ?? 1
    sheet.rows.open(height: lines > 1 ? lines * Self.lineHeight + 3 : nil)
    var look = Look(hasLine: true)
    look.isBold = row.role != .detail
    look.hasTotalLine = row.role == .total
    look.fill = fill(row.role)
    for label in row.labels {
      var text = look
      text.number = .text
      text.wraps = lines > 1
      book.write(label, text, to: &sheet.rows)
    }
    for (column, value) in row.cells.enumerated() {
      var figure = look
      figure.opensGroup = groupStarts.contains(column)
      let role = table.columns[column].role
      if role != .detail, row.role == .detail {
        figure.fill = fill(role == .total ? .total : .subtotal)
        figure.isBold = role == .total
      }
      book.write(value, figure, to: &sheet.rows)
    }
    sheet.rows.close()
  }

  private func fill(_ role: FigureTable.Role) -> String? {
    switch role {
    case .detail: nil
    case .subtotal: Palette.subtotal
    case .total: Palette.total
    }
  }

  private func writeNotes(to sheet: inout Sheet, _ book: inout Workbook) {
    guard !table.notes.isEmpty else { return }
    sheet.rows.skipRow()
    for note in table.notes {
      sheet.rows.open()
      book.write(note, .quiet, to: &sheet.rows)
      sheet.rows.close()
    }
  }

  // MARK: Filter and bars

  /// The lowest headings and the rows up to the first total.
  ///
  /// None where sums stand between the rows: sorting would tear them from what they add up.
  private func filter(head: ClosedRange<Int>) -> String? {
    let details = table.rows.prefix { $0.role == .detail }.count
    guard details > 1, !table.rows.dropFirst(details).contains(where: { $0.role == .detail })
    else { return nil }
    return CellName.range(
      head.upperBound...(head.upperBound + details),
      0...(table.stubs.count + table.columns.count - 1))
  }

  /// The cells that carry bars, as one list, so that all have one scale.
  private func bars(from first: Int) -> String? {
    let cells = table.columns.indices.filter { table.columns[$0].hasBars }.flatMap { column in
      detailRuns.map { run in
        let sheetColumn = table.stubs.count + column
        return CellName.range(
          (first + run.lowerBound)...(first + run.upperBound), sheetColumn...sheetColumn)
      }
    }
    return cells.isEmpty ? nil : cells.joined(separator: " ")
  }

  /// Detail rows that follow each other without a sum between.
  private var detailRuns: [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    for row in table.rows.indices where table.rows[row].role == .detail {
      if let last = runs.last, last.upperBound == row - 1 {
        runs[runs.count - 1] = last.lowerBound...row
      } else {
        runs.append(row...row)
      }
    }
    return runs
  }
}

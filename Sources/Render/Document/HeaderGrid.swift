/// The heading cells of a table's columns, with equal neighbours joined.
///
/// Columns may have headings of different depth; then the last one reaches down to the lowest row,
/// which has a cell for every column.
package struct HeaderGrid: Sendable {
  package struct Cell: Sendable, Equatable {
    package let text: String
    package let row: Int
    package let column: Int
    package let rows: Int
    package let columns: Int

    package init(text: String, row: Int, column: Int, rows: Int, columns: Int) {
      self.text = text
      self.row = row
      self.column = column
      self.rows = rows
      self.columns = columns
    }
  }

  package let depth: Int
  /// By row, then by column.
  package let cells: [Cell]

  package init(_ table: DocumentTable) {
    let headings = table.columns.map { Self.withoutRepeats($0.headings) }
    let depth = max(1, headings.map { $0.count }.max() ?? 1)
    self.depth = depth
    var cells: [Cell] = []
    Self.place(headings, columns: 0..<headings.count, level: 0, depth: depth, into: &cells)
    self.cells = cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
  }

  /// The first column of each group of the top row.
  package var groupStarts: [Int] { cells.filter { $0.row == 0 }.map { $0.column } }

  /// Cells of one row, in the order of the columns.
  package func cells(inRow row: Int) -> ArraySlice<Cell> {
    let start = cells.firstIndex { $0.row >= row } ?? cells.endIndex
    let end = cells.firstIndex { $0.row > row } ?? cells.endIndex
    return cells[start..<end]
  }

  /// A heading that only repeats the one above it is drawn once, unless it is a column's own.
  private static func withoutRepeats(_ headings: [String]) -> [String] {
    let texts = headings.filter { !$0.isEmpty }
    guard let last = texts.last else { return [""] }
    var kept: [String] = []
    for text in texts.dropLast() where text != kept.last { kept.append(text) }
    return kept + [last]
  }

  private static func place(
    _ headings: [[String]], columns: Range<Int>, level: Int, depth: Int, into cells: inout [Cell]
  ) {
    var start = columns.lowerBound
    while start < columns.upperBound {
      let text = headings[start][level]
      guard headings[start].count > level + 1 else {
        cells.append(Cell(text: text, row: level, column: start, rows: depth - level, columns: 1))
        start += 1
        continue
      }
      var end = start + 1
      while end < columns.upperBound, headings[end].count > level + 1,
        headings[end][level] == text
      { end += 1 }
      cells.append(Cell(text: text, row: level, column: start, rows: 1, columns: end - start))
      place(headings, columns: start..<end, level: level + 1, depth: depth, into: &cells)
      start = end
    }
  }
}

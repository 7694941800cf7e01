internal import Containers

/// Which columns of a row are free of the cells that reach down from the rows above.
///
/// Source: HTML Living Standard 4.9.12.1.
struct HTMLSpans {
  static let mostColumns = 16_384

  /// For each column the last row that a cell from above covers.
  private var covered: [Int] = []
  /// No column is covered below this row.
  private var lastCovered = 0
  /// Cells that reach down to the end of their section.
  private var endless: [CellRange] = []

  /// The first column from a place on that is free in a row.
  func free(from column: Int, row: Int) -> Int {
    guard lastCovered >= row else { return column }
    var column = column
    while column < covered.count, covered[column] >= row { column += 1 }
    return column
  }

  /// Takes a cell that is larger than one; gives its range if it is known already.
  mutating func add(_ tag: HTMLCellTag, row: Int, column: Int) -> CellRange? {
    let columns = column...min(Self.mostColumns, column + tag.columns) - 1
    if tag.rows != 1 {
      let last = tag.rows == 0 ? Int.max : row + tag.rows - 1
      lastCovered = max(lastCovered, last)
      while covered.count <= columns.upperBound { covered.append(0) }
      for index in columns { covered[index] = max(covered[index], last) }
    }
    guard tag.rows == 0 else {
      return CellRange(rows: row...row + tag.rows - 1, columns: columns)
    }
    endless.append(CellRange(rows: row...row, columns: columns))
    return nil
  }

  /// Ends a section, and with it all cells that reach down; gives those whose end was not known.
  mutating func endSection(row: Int) -> [CellRange] {
    defer {
      endless.removeAll()
      covered.removeAll(keepingCapacity: true)
      lastCovered = 0
    }
    return endless.map { CellRange(rows: $0.rows.lowerBound...row, columns: $0.columns) }
  }
}

package import Tables

/// A table, and the rows behind each of its figures when somebody asks for them.
package struct TracedFigures: Sendable {
  package let table: FigureTable
  private let rows: @Sendable (_ row: Int, _ column: Int) throws -> FigureTrace

  init(
    _ table: FigureTable,
    rows: @escaping @Sendable (_ row: Int, _ column: Int) throws -> FigureTrace
  ) {
    self.table = table
    self.rows = rows
  }

  /// The rows behind the figure in a row and a column of the table.
  ///
  /// Throws an `UntracedFigure` where rows cannot be told.
  package func trace(row: Int, column: Int) throws -> FigureTrace { try rows(row, column) }
}

/// Why a figure cannot be walked back to rows, and what its reader can do instead.
package struct UntracedFigure: Error {
  package let reason: String

  init(_ reason: String) { self.reason = reason }
}

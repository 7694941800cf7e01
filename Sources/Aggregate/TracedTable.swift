package import Tables

/// A table whose figures can be walked back to rows.
package struct TracedTable: Sendable {
  let measure: any Measure
  let material: Material
  package let table: FigureTable

  /// The rows behind a figure; nil when the table has no rows that it could name, as one made by SQL.
  package func trace(row: Int, column: Int) throws -> FigureTrace? {
    try measure.trace(row: table.rows[row].key, column: table.columns[column].key, of: material)
  }
}

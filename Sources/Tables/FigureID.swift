/// The name of a figure: its table, row and column, as figures.csv has them.
package struct FigureID: Sendable, Hashable {
  package let table: String
  package let row: String
  package let column: String

  package init(table: String, row: String, column: String) {
    self.table = table
    self.row = row
    self.column = column
  }

  /// As pages and `krong history` write it.
  package var text: String { table + ":" + row + ":" + column }
}

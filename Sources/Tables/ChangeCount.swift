/// In how many rows of one file the cells of a column were changed in one way.
package struct ChangeCount: Sendable, Equatable {
  package let input: Int
  /// The column's place in the schema.
  package let column: Int
  package let change: Change
  package let rows: Int

  package init(input: Int, column: Int, change: Change, rows: Int) {
    self.input = input
    self.column = column
    self.change = change
    self.rows = rows
  }
}

extension CleanTables {
  /// In how many cells of a file each kind of change was made; kinds that were not are left out.
  package func changes(of input: Int) -> [(change: Change, cells: Int)] {
    var cells: [Change: Int] = [:]
    for table in tables {
      for count in table.changes where count.input == input {
        cells[count.change, default: 0] += count.rows
      }
    }
    return Change.allCases.compactMap { change in cells[change].map { (change, $0) } }
  }
}

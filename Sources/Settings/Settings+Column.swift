package import Tables

extension Schema {
  /// The place of the column that a word names.
  package func index(of column: Settings) throws -> Int {
    guard let index = index(of: try column.word) else {
      throw column.unknown("column", among: columns.map { $0.name })
    }
    return index
  }
}

package import Tables

extension Schema {
  /// The place of the column that a word names; with kinds, only a column of one of them will do.
  package func index(of column: Settings, kind kinds: SchemaColumn.Kind...) throws -> Int {
    guard let index = index(of: try column.word) else {
      throw column.unknown("column", among: columns.map { $0.name })
    }
    let found = columns[index].kind
    guard kinds.isEmpty || kinds.contains(found) else {
      throw SettingsError(
        "column '\(try column.word)' holds \(found.rawValue) values; "
          + "expected a column of kind \(kinds.map { $0.rawValue }.joined(separator: " or "))",
        at: column.place)
    }
    return index
  }
}

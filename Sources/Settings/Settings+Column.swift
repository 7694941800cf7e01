package import Tables

extension Schema {
  /// The place of the column that a word names; with `kind`, only a column of that kind will do.
  package func index(of column: Settings, kind: SchemaColumn.Kind? = nil) throws -> Int {
    guard let index = index(of: try column.word) else {
      throw column.unknown("column", among: columns.map { $0.name })
    }
    let found = columns[index].kind
    guard kind == nil || kind == found else {
      throw SettingsError(
        "column '\(try column.word)' holds \(found.rawValue) values; "
          + "expected a column of kind \(kind?.rawValue ?? "")", at: column.place)
    }
    return index
  }
}

internal import Tables

/// Fills the columns that a table lacks and that stand elsewhere in its file, one value for all rows.
struct SurroundingColumns {
  let schema: Schema
  let rules: ReadingRules
  let path: String
  let page: PageSurroundings

  /// Throws `Refusal` when a required column stands nowhere; a sheet that is not used lacks none.
  func fill(_ part: inout TablePart) throws {
    guard part.headerRow != nil || part.origins.count > 0 else { return }
    let surroundings = Surroundings(titles: part.titles, path: path, page: page)
    for (index, column) in schema.columns.enumerated()
    where part.columns[index] == nil && !column.elsewhere.isEmpty {
      guard let value = try surroundings.value(at: column.elsewhere) else {
        if column.isRequired { throw Refusal(.columnNowhere, column.title) }
        continue
      }
      var filled = RawColumn(column.kind)
      let text = part.encoding.encode(value) ?? Array(value.utf8)
      for _ in 0..<part.origins.count { filled.append(text.span) }
      part.columns[index] = filled
    }
  }
}

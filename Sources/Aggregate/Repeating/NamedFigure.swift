internal import Settings
internal import Tables

/// A figure of another table that a table repeats, by its name `table:row:column`.
///
///     persons: { figure: book-by-grade:total:persons, title: { th: นักเรียน, en: Students } }
package struct NamedFigure: Sendable {
  let key: String
  let title: LocalizedText
  let id: FigureID
  let place: Place

  init(_ key: String, _ settings: Settings) throws {
    try settings.allow(only: ["figure", "title"])
    self.key = key
    let name = try settings.required("figure")
    let word = try name.word
    // The name of a row may itself hold colons.
    guard let first = word.firstIndex(of: ":"), let last = word.lastIndex(of: ":"), first < last
    else { throw name.expected("a figure as table:row:column") }
    let row = word[word.index(after: first)..<last]
    id = FigureID(
      table: String(word[..<first]), row: String(row),
      column: String(word[word.index(after: last)...]))
    place = name.place
    title = try settings.required("title").localizedText
  }

  /// Its figure and unit in this run; nil when its table has no such row or column.
  func figure(in material: Material) -> (figure: Figure, unit: String)? {
    guard let (table, row, column) = cell(in: material) else { return nil }
    return (table.table[row, column], table.table.columns[column].unit)
  }

  /// The rows behind it, as its own table tells them.
  func trace(in material: Material) throws -> FigureTrace {
    guard let (table, row, column) = cell(in: material) else { return FigureTrace([]) }
    return try table.trace(row: row, column: column)
  }

  private func cell(in material: Material) -> (table: TracedFigures, row: Int, column: Int)? {
    guard let traced = material.tables[id.table],
      let row = traced.table.rows.firstIndex(where: { $0.key == id.row }),
      let column = traced.table.columns.firstIndex(where: { $0.key == id.column })
    else { return nil }
    return (traced, row, column)
  }
}

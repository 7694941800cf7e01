import Settings
import Tables

/// What a check may ask while its rule is read.
package struct CheckScope: Sendable {
  let schema: Schema
  /// How each column is cleaned.
  let plans: [ColumnPlan]
  let shelf: Shelf
  let round: Round

  /// For each column, the remarks that its cleaners can make.
  var remarks: [[String]] { plans.map { $0.remarks } }

  /// The place of the column that a word names.
  func column(_ name: Settings, _ kinds: SchemaColumn.Kind...) throws -> Int {
    guard let word = try? name.word, let column = schema.index(of: word) else {
      throw name.unknown("column", among: schema.columns.map { $0.name })
    }
    let kind = schema.columns[column].kind
    guard kinds.isEmpty || kinds.contains(kind) else {
      let wanted = kinds.map { $0.rawValue }.joined(separator: " or ")
      throw SettingsError(
        "column '\(word)' holds \(kind.rawValue) values; this check needs \(wanted)",
        at: name.place)
    }
    return column
  }

  /// The places of the columns that a word or a list names.
  func columns(_ names: Settings) throws -> [Int] {
    let columns = try names.items.map { try column($0) }
    guard !columns.isEmpty else { throw names.expected("the name of a column") }
    return columns
  }

  /// A day, as `YYYY-MM-DD` or as the words `as-of` for the day of the round.
  func day(_ settings: Settings) throws -> Day {
    let word = try settings.word
    if word == "as-of" { return round.asOf }
    guard let day = Day(iso: word) else { throw settings.expected("as-of or YYYY-MM-DD") }
    return day
  }

  /// A column of a code list, by code.
  func values(of column: String, in codes: Settings, at place: Place) throws -> [(
    code: String, value: String
  )] {
    let list = try shelf.codeList(named: codes)
    guard let keys = list.column("code"), let values = list.column(column) else {
      throw Settings(.word(column), at: place).unknown("column of the list", among: list.columns)
    }
    return zip(keys, values).map { ($0, $1) }
  }
}

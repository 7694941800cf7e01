internal import Settings
import Tables

/// The rows of another dataset, found by a certain identifier, as those of the round before.
///
/// An identifier that stands there twice tells nothing; which of its rows is meant nobody knows.
struct EarlierRows {
  private static let ambiguous = -1
  private var rows: [UInt64: Int] = [:]
  let table: CleanTable
  let links: Links

  /// Nil while that dataset has no rows: nothing can be said then.
  init?(_ linked: LinkedTables, dataset: String, key: String) {
    guard let index = linked.clean.index(of: dataset),
      linked.clean.tables[index].accepted.population > 0,
      let identifiers = linked.clean.tables[index][key]?.identifier
    else { return nil }
    table = linked.clean.tables[index]
    links = linked.links[index]
    for row in 0..<table.count where table.accepted[row] && identifiers[row].isCertain {
      let word = identifiers[row].word
      rows[word] = rows[word] == nil ? row : Self.ambiguous
    }
  }

  func holds(_ identifier: PackedIdentifier) -> Bool { rows[identifier.word] != nil }

  /// Nil for an identifier that is not there, or there twice.
  subscript(_ identifier: PackedIdentifier) -> Int? {
    rows[identifier.word].flatMap { $0 == Self.ambiguous ? nil : $0 }
  }

  /// Whether each school of the run has rows there.
  func schools(of linked: LinkedTables) -> [Bool] {
    var known = [Bool](repeating: false, count: linked.schools.count)
    for (row, school) in links.schools.enumerated() where table.accepted[row] {
      if let school { known[Int(school)] = true }
    }
    return known
  }
}

/// The keys of checks that compare with another dataset by an identifier.
struct EarlierKey: Sendable {
  static let keys = ["key", "dataset"]

  let column: Int
  let name: String
  let dataset: Settings

  init(_ settings: Settings, schema: Schema) throws {
    column = try schema.index(of: settings.required("key"), kind: .identifier)
    name = schema.columns[column].name
    dataset = try settings.required("dataset")
  }

  /// Refuses a dataset that the run does not have, or that lacks one of these columns.
  func validate(among schemas: [String: Schema], columns: [String]) throws {
    guard let schema = schemas[try dataset.word] else {
      throw dataset.unknown("dataset", among: schemas.keys.sorted())
    }
    for name in columns + [name] where schema.index(of: name) == nil {
      throw dataset.expected("a dataset with the column \(name)")
    }
  }

  func rows(_ linked: LinkedTables) -> EarlierRows? {
    (try? dataset.word).flatMap { EarlierRows(linked, dataset: $0, key: name) }
  }
}

internal import Settings
import Tables

/// The rows of another dataset that are the same person's, as those of the round before.
///
/// Where the persons of the two are followed, a person is found whatever the identifier has become; else by
/// a certain identifier alone. One that stands there twice tells nothing: which of its rows is meant nobody
/// knows.
struct EarlierRows {
  private enum Way {
    case followed(Movements)
    case identified(CleanIdentifierColumn, [UInt64: Int])
  }

  private static let ambiguous = -1
  private let way: Way
  let table: CleanTable
  let links: Links

  /// Nil while that dataset has no rows: nothing can be said then.
  init?(_ linked: LinkedTables, of own: Int, column: Int, dataset: String, key: String) {
    guard let index = linked.clean.index(of: dataset),
      linked.clean.tables[index].accepted.population > 0,
      let identifiers = linked.clean.tables[index][key]?.identifier,
      let owns = linked.clean.tables[own].columns[column].identifier
    else { return nil }
    table = linked.clean.tables[index]
    links = linked.links[index]
    if let movements = linked.links[own].movements, movements.other == index {
      way = .followed(movements)
      return
    }
    var rows: [UInt64: Int] = [:]
    for row in 0..<table.count where table.accepted[row] && identifiers[row].isCertain {
      let word = identifiers[row].word
      rows[word] = rows[word] == nil ? row : Self.ambiguous
    }
    way = .identified(owns, rows)
  }

  /// Whether the persons are followed, and not only looked up by their identifiers.
  var areFollowed: Bool { if case .followed = way { true } else { false } }

  /// Whether the person of an accepted row is not there at all, as far as that can be known.
  ///
  /// Of a person who is followed only the row that counts is told; and who was listed as gone is not missed.
  func lacks(_ row: Int) -> Bool {
    switch way {
    case .followed(let movements):
      switch movements[row]?.kind {
      case .joined, .left, .graduated: true
      case .stayed, .moved, .notRemovable, .noList, nil: false
      }
    case .identified(let identifiers, let rows):
      identifiers[row].isCertain && rows[identifiers[row].word] == nil
    }
  }

  /// The row there of an accepted row's person; nil for one that is not there, or there twice.
  subscript(_ row: Int) -> Int? {
    switch way {
    case .followed(let movements): return movements.row(of: row)
    case .identified(let identifiers, let rows):
      guard identifiers[row].isCertain, let known = rows[identifiers[row].word] else { return nil }
      return known == Self.ambiguous ? nil : known
    }
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

  func rows(_ linked: LinkedTables, of own: Int) -> EarlierRows? {
    (try? dataset.word).flatMap {
      EarlierRows(linked, of: own, column: column, dataset: $0, key: name)
    }
  }
}

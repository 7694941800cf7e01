package import Settings

/// A few rows that a rule must find, or must let pass: the rule's manual and its test.
///
/// In a rule's file an example is a row (`{ column: value }`), a list of rows of one file, or a map of
/// `rows:` or `files:` (rows by the name of their file), with `register:` for rows of the register of
/// schools and the names of other datasets for theirs.
package struct RuleExample: Sendable {
  package typealias Row = [(column: String, value: String)]

  package let place: Place
  /// The rows of the rule's dataset, file by file.
  package let files: [(name: String, rows: [Row])]
  /// The rows of other datasets; `register` stands for the pipeline's register of schools.
  package let others: [(dataset: String, rows: [Row])]

  private static let ownParts = ["rows", "files"]
  private static let usualFile = "example.csv"

  init(_ settings: Settings) throws {
    place = settings.place
    if case .list = settings.value {
      files = [(Self.usualFile, try Self.rows(settings))]
      others = []
      return
    }
    guard try settings.entries.contains(where: { $0.value.holdsMore }) else {
      files = [(Self.usualFile, [try Self.row(settings)])]
      others = []
      return
    }
    files =
      try (settings["rows"].map { [(Self.usualFile, try Self.rows($0))] } ?? [])
      + (settings["files"]?.entries.map { ($0.key, try Self.rows($0.value)) } ?? [])
    others = try settings.entries.filter { !Self.ownParts.contains($0.key) }
      .map { ($0.key, try Self.rows($0.value)) }
  }

  private static func rows(_ settings: Settings) throws -> [Row] {
    try settings.items.map { try row($0) }
  }

  /// Lines of which equal ones after each other are one, with how often.
  static func repeated(_ lines: [String]) -> [String] {
    var groups: [(line: String, count: Int)] = []
    for line in lines {
      if groups.last?.line == line {
        groups[groups.count - 1].count += 1
      } else {
        groups.append((line, 1))
      }
    }
    return groups.map { $0.count == 1 ? $0.line : "\($0.line) ×\($0.count)" }
  }

  static func row(_ settings: Settings) throws -> Row {
    try settings.entries.map { column, _, value in
      if case .nothing = value.value { return (column, "") }
      return (column, try value.word)
    }
  }
}

extension Settings {
  /// The value is more than one word.
  fileprivate var holdsMore: Bool {
    switch value {
    case .list, .map: true
    case .word, .nothing: false
    }
  }
}

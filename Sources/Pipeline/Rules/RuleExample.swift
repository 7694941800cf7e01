package import Settings

/// A few rows that a rule must find, or must let pass: the rule's manual and its test.
///
/// In a rule's file an example is a row (`{ column: value }`), a list of rows of one file, or a map of
/// `rows:`, `register:` (rows of the register of schools) and `files:` (rows by the name of their file).
package struct RuleExample: Sendable {
  package typealias Row = [(column: String, value: String)]

  package let place: Place
  /// The rows of the rule's dataset, file by file.
  package let files: [(name: String, rows: [Row])]
  /// The rows of the register.
  package let register: [Row]

  private static let parts = ["rows", "register", "files"]
  private static let usualFile = "example.csv"

  init(_ settings: Settings) throws {
    place = settings.place
    if case .list = settings.value {
      files = [(Self.usualFile, try Self.rows(settings))]
      register = []
      return
    }
    let entries = try settings.entries
    guard entries.contains(where: { Self.parts.contains($0.key) && $0.value.holdsMore }) else {
      files = [(Self.usualFile, [try Self.row(settings)])]
      register = []
      return
    }
    try settings.allow(only: Self.parts)
    files =
      try (settings["rows"].map { [(Self.usualFile, try Self.rows($0))] } ?? [])
      + (settings["files"]?.entries.map { ($0.key, try Self.rows($0.value)) } ?? [])
    register = try settings["register"].map { try Self.rows($0) } ?? []
  }

  private static func rows(_ settings: Settings) throws -> [Row] {
    try settings.items.map { try row($0) }
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

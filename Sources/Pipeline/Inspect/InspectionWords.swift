package import Settings
package import Tables

/// The words in which an inspection is told, in one language.
package struct InspectionWords: Sendable {
  enum Key: String, CaseIterable {
    case file, stamp, sheet, page, hidden, schema, missing, unknown, columns, column, profile, empty
    case rows, sample, changes, quarantined, finding, refused
    case sheetHeadless = "sheet-headless"
    case schemaElse = "schema-else"
    case schemaUnknown = "schema-unknown"
    case unknownLikely = "unknown-likely"
    case columnElsewhere = "column-elsewhere"
  }

  private let words: Wording<Key>
  var language: Language { words.language }

  package init(_ settings: Settings, language: Language) throws {
    words = try Wording(settings, language: language)
  }

  /// A sentence with its place-holders filled in.
  func sentence(_ key: Key, _ fillers: String...) -> String { words[key, fillers] }
}

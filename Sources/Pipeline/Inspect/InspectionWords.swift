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

  let language: Language
  private let words: [Key: String]

  package init(_ settings: Settings, language: Language) throws {
    try settings.allow(only: Key.allCases.map { $0.rawValue })
    self.language = language
    var words: [Key: String] = [:]
    for key in Key.allCases {
      words[key] = try settings.required(key.rawValue).localizedText[language]
    }
    self.words = words
  }

  /// A sentence with its place-holders filled in, in one walk.
  func sentence(_ key: Key, _ fillers: String...) -> String {
    var text = ""
    var rest = (words[key] ?? "")[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      if let index = Int(rest[rest.index(after: open)..<close]), fillers.indices.contains(index) {
        text += fillers[index]
      }
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }
}

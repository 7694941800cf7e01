package import Tables

/// The texts of a page of words, one for every key, in one language.
///
/// A text has places for facts, counted from 0: `"{0} of {1} schools"`.
package struct Wording<Key>: Sendable
where Key: RawRepresentable<String> & CaseIterable & Hashable & Sendable {
  package let language: Language
  private let texts: [Key: String]

  /// - Parameter others: keys that are not texts and that somebody else reads.
  /// - Throws: A `SettingsError` where a text is missing, or nobody asks for it.
  package init(_ settings: Settings, language: Language, besides others: [String] = []) throws {
    try settings.allow(only: Key.allCases.map { $0.rawValue } + others)
    self.language = language
    var texts: [Key: String] = [:]
    for key in Key.allCases {
      texts[key] = try settings.required(key.rawValue).localizedText[language]
    }
    self.texts = texts
  }

  /// Reads a page of the shelf, such as `pages/rounds.yaml`.
  package init(page: String, _ shelf: Shelf, language: Language) throws {
    let name = Settings(.word(page), at: Place(file: page))
    try self.init(shelf.settings(named: name), language: language)
  }

  package subscript(_ key: Key, _ facts: [String]) -> String {
    WordingTemplate(texts[key] ?? "").filled(facts)
  }
}

/// A text with places for facts.
package struct WordingTemplate {
  private let text: String

  package init(_ text: String) { self.text = text }

  /// In one walk, so that a fact is never taken for a place; a place without a fact stays, to be seen.
  package func filled(_ facts: [String]) -> String {
    var filled = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      filled += rest[..<open]
      let place = Int(rest[rest.index(after: open)..<close])
      filled +=
        place.flatMap { facts.indices.contains($0) ? facts[$0] : nil } ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }
}

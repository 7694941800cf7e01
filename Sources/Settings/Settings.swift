/// What a file of settings says, as written: words, lists and maps, each with its place.
///
/// A room reads its own part with the typed questions below. A question that is answered wrongly
/// throws a `SettingsError` that names the place and, where there is one, the likely word.
package struct Settings: Sendable {
  package indirect enum Value: Sendable {
    case nothing
    case word(String)
    case list([Settings])
    /// In the order of the file.
    case map([(key: String, keyPlace: Place, value: Settings)])
  }

  package let value: Value
  package let place: Place

  package init(_ value: Value, at place: Place) {
    self.value = value
    self.place = place
  }

  // MARK: Maps

  /// The value of a key; nil when the key is missing.
  package subscript(key: String) -> Settings? {
    guard case .map(let entries) = value else { return nil }
    return entries.last { $0.key == key }?.value
  }

  package func required(_ key: String) throws -> Settings {
    guard case .map = value else { throw expected("a map with the key '\(key)'") }
    guard let found = self[key] else { throw SettingsError("missing key '\(key)'", at: place) }
    return found
  }

  /// The entries of a map, in the order of the file.
  package var entries: [(key: String, keyPlace: Place, value: Settings)] {
    get throws {
      if case .nothing = value { return [] }
      guard case .map(let entries) = value else { throw expected("a map") }
      return entries
    }
  }

  /// Refuses keys that nobody reads, for a misspelt key must not pass in silence.
  package func allow(only keys: [String]) throws {
    for entry in try entries where !keys.contains(entry.key) {
      throw SettingsError(
        "unknown key '\(entry.key)'" + Suggestion.clause(for: entry.key, among: keys),
        at: entry.keyPlace)
    }
  }

  // MARK: Lists and words

  /// The items of a list; a single word counts as a list of one.
  package var items: [Settings] {
    switch value {
    case .nothing: []
    case .list(let items): items
    default: [self]
    }
  }

  package var word: String {
    get throws {
      guard case .word(let word) = value else { throw expected("a word") }
      return word
    }
  }

  package var words: [String] { get throws { try items.map { try $0.word } } }

  package var number: Int {
    get throws {
      guard case .word(let word) = value, let number = Int(word) else {
        throw expected("a whole number")
      }
      return number
    }
  }

  package var decimal: Double {
    get throws {
      guard case .word(let word) = value, let number = Double(word), number.isFinite else {
        throw expected("a number")
      }
      return number
    }
  }

  package var flag: Bool {
    get throws {
      switch try word {
      case "true", "yes": true
      case "false", "no": false
      default: throw expected("true or false")
      }
    }
  }

  /// One of the words of an enumeration.
  package func choice<Choice: RawRepresentable & CaseIterable>(
    of type: Choice.Type, called what: String
  ) throws -> Choice where Choice.RawValue == String {
    let word = try word
    if let choice = Choice(rawValue: word) { return choice }
    throw unknown(what, among: Choice.allCases.map { $0.rawValue })
  }

  // MARK: Mistakes

  /// "unknown `what` 'word'; did you mean …?" at this place.
  package func unknown(_ what: String, among known: [String]) -> SettingsError {
    guard let word = try? word else { return expected("the name of a \(what)") }
    return SettingsError(
      "unknown \(what) '\(word)'" + Suggestion.clause(for: word, among: known), at: place)
  }

  /// "expected `what`, found …" at this place.
  package func expected(_ what: String) -> SettingsError {
    let found =
      switch value {
      case .nothing: "nothing"
      case .word(let word): "'\(word)'"
      case .list: "a list"
      case .map: "a map"
      }
    return SettingsError("expected \(what), found \(found)", at: place)
  }
}

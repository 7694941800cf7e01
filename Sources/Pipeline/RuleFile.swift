internal import Settings
internal import Tables

/// Reads files of rules into a run's rule book, and keeps each room's rules for its room.
struct RuleFile {
  private(set) var book = RuleBook()
  /// The file that defines a rule, by the rule's code.
  private var files: [String: String] = [:]

  /// Adds the rules of a file; gives them in the order of the file.
  ///
  /// A file that several datasets name is added once.
  mutating func add(_ settings: Settings) throws -> [RuleSettings] {
    try settings.allow(only: ["rules"])
    var own: Set<String> = []
    return try settings.required("rules").entries.map { code, place, rule in
      let value = Rule(
        code: code,
        title: try rule.required("title").localizedText,
        severity: try rule.required("severity").choice(of: Severity.self, called: "severity"),
        message: try rule.required("message").localizedText,
        source: try rule.required("source").word)
      let isKnown = files[code] == place.file && !own.contains(code)
      guard let index = isKnown ? book.index(of: code) : book.add(value) else {
        throw SettingsError("the rule '\(code)' is defined twice", at: place)
      }
      files[code] = place.file
      own.insert(code)
      return RuleSettings(rule: index, code: code, settings: rule)
    }
  }
}

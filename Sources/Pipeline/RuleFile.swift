internal import Settings
internal import Tables

/// Reads files of rules into a run's rule book, and keeps each room's rules for its room.
struct RuleFile {
  private(set) var book = RuleBook()
  /// The rules that are switched off, by their places.
  private(set) var off: Set<Int> = []
  /// The rules of other terms of the year, by their places.
  private(set) var resting: Set<Int> = []
  /// The other datasets that a rule asks, by its place.
  private(set) var compared: [Int: [String]] = [:]
  private let term: Int
  /// The file that defines a rule, by the rule's code.
  private var files: [String: String] = [:]
  /// Rules that are switched off count as on, as where their examples are tried.
  private let switchesAllOn: Bool

  init(term: Int, switchesAllOn: Bool = false) {
    self.term = term
    self.switchesAllOn = switchesAllOn
  }

  /// Adds the rules of a file; gives them in the order of the file.
  ///
  /// A file that several datasets name is added once.
  mutating func add(_ settings: Settings) throws -> [RuleSettings] {
    try settings.allow(only: ["usual", "counts", "rules"])
    var own: Set<String> = []
    return try settings.required("rules").entries.map { code, place, rule in
      let value = try Rule(code: code, rule, in: settings)
      _ = try RuleExamples(rule["examples"], usual: settings["usual"])
      let isKnown = files[code] == place.file && !own.contains(code)
      guard let index = isKnown ? book.index(of: code) : book.add(value) else {
        throw SettingsError("the rule '\(code)' is defined twice", at: place)
      }
      files[code] = place.file
      own.insert(code)
      let isOn = try rule["on"]?.flag ?? true || switchesAllOn
      if !isOn { off.insert(index) }
      let terms = try rule["terms"]?.items.map { try $0.number }
      let isDue = terms?.contains(term) ?? true || switchesAllOn
      if !isDue { resting.insert(index) }
      compared[index] = ["dataset", "against"].compactMap { try? rule[$0]?.word }
      return RuleSettings(rule: index, code: code, isOn: isOn && isDue, settings: rule)
    }
  }
}

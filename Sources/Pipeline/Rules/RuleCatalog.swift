package import Settings
package import Tables

/// Every rule of a folder of settings, in the order of its files: what `krong rules` lists.
package struct RuleCatalog: Sendable {
  package struct Entry: Sendable {
    package let rule: Rule
    /// Where the rule stands.
    package let place: Place
    package let isOn: Bool
    /// Nil for the rules of reading, which need no check.
    package let kind: RuleKind?
    /// What the check is told: columns, thresholds, other rules.
    package let settings: [(key: String, value: String)]
    package let examples: RuleExamples
    package let uses: [RuleUse]
  }

  package let entries: [Entry]

  /// Reads the rules below `rules/`; with `files`, only those of these files.
  ///
  /// Throws `SettingsErrors` with the mistakes of all files.
  package init(_ shelf: Shelf, files: Set<String>? = nil) throws {
    var mistakes = Mistakes()
    var entries: [Entry] = []
    let uses = try RuleUse.all(shelf)
    for path in shelf.paths where path.hasPrefix("rules/") && path.hasSuffix(".yaml") {
      guard files?.contains(path) ?? true else { continue }
      let own = try mistakes.collect {
        let file = try shelf.settings(named: Settings(.word(path), at: Place(file: path)))
        return (file: file, rules: try file.required("rules").entries)
      }
      for (code, place, rule) in own?.rules ?? [] {
        try mistakes.collect {
          guard let file = own?.file else { return }
          entries.append(
            try Entry(code: code, at: place, rule, in: file, uses: uses[path] ?? []))
        }
      }
    }
    try mistakes.end()
    self.entries = entries
  }

  /// The rules of a code; more than one where pipelines define it each for themselves.
  package func entries(of code: Settings) throws -> [Entry] {
    let word = try code.word
    let found = entries.filter { $0.rule.code == word }
    guard !found.isEmpty else {
      throw code.unknown("rule", among: entries.map { $0.rule.code })
    }
    return found
  }
}

extension RuleCatalog.Entry {
  fileprivate init(
    code: String, at place: Place, _ settings: Settings, in file: Settings, uses: [RuleUse]
  ) throws {
    let name = try settings["check"]?.word
    self.init(
      rule: try Rule(code: code, settings, in: file), place: place,
      isOn: try settings["on"]?.flag ?? true,
      kind: name.map { name in
        RuleKind.all.first { $0.name == name }
          ?? RuleKind(name: name, summary: "", room: .normalize)
      },
      settings: try settings.entries.filter {
        $0.key == "terms" || !RuleSettings.commonKeys.contains($0.key)
      }
      .map { ($0.key, $0.value.flowText) },
      examples: try RuleExamples(settings["examples"], usual: file["usual"]), uses: uses)
  }
}

extension Settings {
  /// The value on one line, as YAML would write it there.
  fileprivate var flowText: String {
    switch value {
    case .nothing: ""
    case .word(let word): word.split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
    case .list(let items): "[" + items.map { $0.flowText }.joined(separator: ", ") + "]"
    case .map(let entries):
      "{ " + entries.map { "\($0.key): \($0.value.flowText)" }.joined(separator: ", ") + " }"
    }
  }
}

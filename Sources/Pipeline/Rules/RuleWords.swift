package import Settings
package import Tables

/// The words in which rules are listed, in one language.
package struct RuleWords: Sendable {
  enum Key: String, CaseIterable {
    case heading, intro, code, title, severity, state, error, warning, info, on, off, reading, check
    case kinds, part, counts, files, rows, pupils, schools
    case settings, source, uses, place, finds, passes, register, empty, privacy
    case identifier, name, sensitive, open
  }

  var language: Language { words.language }
  private let words: Wording<Key>

  package init(_ shelf: Shelf, language: Language) throws {
    words = try Wording(page: "pages/rules.yaml", shelf, language: language)
  }

  subscript(key: Key) -> String { words[key, []] }

  func severity(_ rule: Rule) -> String {
    switch rule.severity {
    case .error: self[.error]
    case .warning: self[.warning]
    case .info: self[.info]
    }
  }

  func privacy(_ privacy: PrivacyClass) -> String {
    switch privacy {
    case .identifier: self[.identifier]
    case .name: self[.name]
    case .sensitive: self[.sensitive]
    case .open: self[.open]
    }
  }

  /// What one finding of the rule is about.
  func unit(_ rule: Rule) -> String {
    switch rule.unit {
    case .files: self[.files]
    case .rows: self[.rows]
    case .pupils: self[.pupils]
    case .schools: self[.schools]
    }
  }

  /// A dataset as an example calls it.
  func dataset(_ name: String) -> String { name == "register" ? self[.register] : name }

  func state(_ entry: RuleCatalog.Entry) -> String { self[entry.isOn ? .on : .off] }

  func check(_ entry: RuleCatalog.Entry) -> String { entry.kind?.name ?? self[.reading] }
}

extension RuleCatalog.Entry {
  /// What the check is told, on one line.
  var settingsLine: String {
    settings.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
  }

  /// The pipelines that ask for the rule, each with its datasets.
  var usesLine: String {
    var order: [String] = []
    var datasets: [String: [String]] = [:]
    for use in uses {
      if datasets[use.pipeline] == nil { order.append(use.pipeline) }
      datasets[use.pipeline, default: []] += use.dataset.map { [$0] } ?? []
    }
    return order.map { pipeline in
      let names = datasets[pipeline] ?? []
      return names.isEmpty ? pipeline : "\(pipeline) (\(names.joined(separator: ", ")))"
    }.joined(separator: ", ")
  }
}

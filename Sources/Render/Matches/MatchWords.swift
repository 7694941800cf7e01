package import Settings
package import Tables

/// The words in which readers are told why rows are, or are not, one person's, in one language.
///
/// They come from `pipelines/pages/matching.yaml`; what a model compares and what keeps rows apart has its
/// words in the model's file.
package struct MatchWords: Sendable {
  package enum Word: String, Sendable, CaseIterable {
    case prior, sum, rare, common, silent, agree, differ, apart, probability, legend, more
    case number, kind, chance, suggestion, reason, school, file, sheet, line
    case evidence, result, note, record, how, differs
    case checkedOn = "checked-on"
    case certainty = "class"
    case schoolCode = "school-code"
    case notShown = "not-shown"
  }

  package let language: Language
  private let levels: [String: [String: String]]
  private let sections: [String: [String: String]]

  private static let sectionNames = [
    "words", "rivals", "classes", "kinds", "suggestions", "reasons", "resolutions",
  ]

  package init(_ settings: Settings, language: Language) throws {
    self.language = language
    try settings.allow(only: Self.sectionNames + ["missing", "levels", "explain"])
    let words = try settings.required("words")
    try words.allow(only: Word.allCases.map { $0.rawValue })
    for word in Word.allCases { _ = try words.required(word.rawValue) }
    var sections: [String: [String: String]] = [:]
    for name in Self.sectionNames {
      sections[name] = try Self.texts(settings.required(name), language)
    }
    self.sections = sections
    var levels: [String: [String: String]] = [:]
    for (comparator, _, texts) in try settings.required("levels").entries {
      levels[comparator] = try Self.texts(texts, language)
    }
    levels[""] = ["missing": try settings.required("missing").localizedText[language]]
    self.levels = levels
  }

  private static func texts(
    _ settings: Settings, _ language: Language
  ) throws -> [String: String] {
    var texts: [String: String] = [:]
    for (key, _, text) in try settings.entries { texts[key] = try text.localizedText[language] }
    return texts
  }

  package subscript(_ word: Word, _ facts: String...) -> String {
    WordingTemplate(sections["words"]?[word.rawValue] ?? "").filled(facts)
  }

  package subscript(_ rival: MatchEvidence.Rival) -> String { text(rival.rawValue, of: "rivals") }
  /// Nil for what is less likely than anything that is joined.
  package subscript(_ certainty: Cluster.Certainty?) -> String {
    text(certainty?.rawValue ?? "none", of: "classes")
  }
  package subscript(_ kind: Cluster.Kind) -> String { text(kind.rawValue, of: "kinds") }
  package subscript(_ suggestion: Cluster.Suggestion) -> String {
    text(suggestion.rawValue, of: "suggestions")
  }

  /// How far the check has come; nil where nobody has said enough.
  package subscript(_ resolution: Cluster.Resolution) -> String? {
    switch resolution {
    case .open: nil
    case .confirmed: text("confirmed", of: "resolutions")
    case .contested: text("contested", of: "resolutions")
    case .nowhere: text("nowhere", of: "resolutions")
    }
  }

  /// What a pair is called that a person should decide.
  var question: String { text("question", of: "kinds") }

  /// Why a registration is the one to keep; empty where nothing decided.
  package func reason(_ name: String) -> String {
    name.isEmpty ? "" : text(name, of: "reasons")
  }

  package func title(of item: MatchEvidence.Item, _ names: MatchNames) -> String {
    names[comparison: item.comparison]?.title[language] ?? item.comparison
  }

  package func level(of item: MatchEvidence.Item, _ names: MatchNames) -> String {
    level(item.level, of: names[comparison: item.comparison]?.comparator ?? "") ?? item.level
  }

  /// The words of a comparator's level; nil where there are none.
  package func level(_ level: String, of comparator: String) -> String? {
    levels[""]?[level] ?? levels[comparator]?[level]
  }

  package func guardTitle(_ name: String, _ names: MatchNames) -> String {
    names.guards[name]?[language] ?? name
  }

  private func text(_ key: String, of section: String) -> String {
    sections[section]?[key] ?? key
  }
}

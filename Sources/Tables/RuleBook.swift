/// What one finding of a rule is about, and so what a number of findings counts.
package enum FindingUnit: String, Sendable, CaseIterable {
  case files, rows, pupils, schools
}

/// A rule as its file states it: what it says when it is broken, how bad that is, and on whose word.
package struct Rule: Sendable, Equatable {
  package let code: String
  /// What the rule is about, in a few words.
  package let title: LocalizedText
  package let severity: Severity
  /// What is there and what was expected, with `{value}`, `{0}` and `{1}` to be filled in.
  package let message: LocalizedText
  /// The end of the message that says what to do; empty where the message does not tell it apart.
  package let remedy: LocalizedText
  /// What a word that the check finds is called in the message.
  package let phrases: [String: LocalizedText]
  package let source: String
  /// Who may see what a finding of the rule tells, where that is more than its column holds.
  package let privacy: PrivacyClass?

  package let unit: FindingUnit

  package init(
    code: String, title: LocalizedText, severity: Severity, message: LocalizedText,
    remedy: LocalizedText = LocalizedText(""),
    phrases: [String: LocalizedText] = [:], source: String, privacy: PrivacyClass? = nil,
    unit: FindingUnit = .rows
  ) {
    self.code = code
    self.title = title
    self.severity = severity
    self.message = message
    self.remedy = remedy
    self.phrases = phrases
    self.source = source
    self.privacy = privacy
    self.unit = unit
  }
}

extension Rule {
  /// Whether a finding says that the cells of its row may stand under other headers than their own.
  ///
  /// Then no header says what a value is, and what else is found in the row may follow from that.
  package var tellsMovedCells: Bool {
    ["row-long", "row-short", "row-shifted", "quote-unclosed", "columns-shifted"].contains(code)
  }
}

/// All rules of a run; a finding names its rule by the place in this list.
package struct RuleBook: Sendable {
  package private(set) var rules: [Rule] = []
  private var places: [String: Int] = [:]

  package init() {}

  /// Adds a rule and gives its place; nil when the code is taken by another rule.
  ///
  /// The same rule may be added for several datasets.
  package mutating func add(_ rule: Rule) -> Int? {
    if let known = places[rule.code] { return rules[known] == rule ? known : nil }
    places[rule.code] = rules.count
    rules.append(rule)
    return rules.count - 1
  }

  package func index(of code: String) -> Int? { places[code] }

  package subscript(_ finding: Finding) -> Rule { rules[finding.rule] }
}

/// A rule as its file states it: what it says when it is broken, how bad that is, and on whose word.
package struct Rule: Sendable, Equatable {
  package let code: String
  /// What the rule is about, in a few words.
  package let title: LocalizedText
  package let severity: Severity
  /// What is there and what was expected, with `{value}`, `{0}` and `{1}` to be filled in.
  package let message: LocalizedText
  package let source: String
  /// Who may see what a finding of the rule tells, where that is more than its column holds.
  package let privacy: PrivacyClass?

  package init(
    code: String, title: LocalizedText, severity: Severity, message: LocalizedText,
    source: String, privacy: PrivacyClass? = nil
  ) {
    self.code = code
    self.title = title
    self.severity = severity
    self.message = message
    self.source = source
    self.privacy = privacy
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

/// A rule as its file states it, with its place in the run's rule book.
package struct RuleSettings: Sendable {
  package let rule: Int
  package let code: String
  /// A rule that is switched off is read like the others, so that its mistakes are told, and not run.
  package let isOn: Bool
  package let settings: Settings

  package init(rule: Int, code: String, isOn: Bool = true, settings: Settings) {
    self.rule = rule
    self.code = code
    self.isOn = isOn
    self.settings = settings
  }

  /// The keys that every rule has, whatever its check.
  package static let commonKeys = [
    "check", "title", "severity", "message", "phrases", "source", "privacy", "counts", "on",
    "terms", "examples",
  ]
}

/// A rule as its file states it, with its place in the run's rule book.
package struct RuleSettings: Sendable {
  package let rule: Int
  package let code: String
  package let settings: Settings

  package init(rule: Int, code: String, settings: Settings) {
    self.rule = rule
    self.code = code
    self.settings = settings
  }

  /// The keys that every rule has, whatever its check.
  package static let commonKeys = ["check", "title", "severity", "message", "source"]
}

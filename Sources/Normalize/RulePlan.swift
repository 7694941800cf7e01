import Settings
import Tables

/// A rule as meant: its check, and what a finding of it does beside being told.
struct RulePlan: Sendable {
  /// The keys that rules of this room have beside those of every rule and of their check.
  static let keys = ["quarantine", "unless"]

  let rule: Int
  let check: any Check
  /// Whether a row with a finding is set aside before any other rule sees it.
  let isQuarantine: Bool
  /// Rules that tell the cause of which this one would only tell the consequence, by their places.
  let unless: [Int]

  init(_ rule: RuleSettings, among rules: [RuleSettings], in scope: CheckScope) throws {
    let settings = rule.settings
    let name = try settings.required("check")
    let word = try? name.word
    guard let type = allChecks.first(where: { $0.name == word }) else {
      throw name.unknown("check", among: allChecks.map { $0.name })
    }
    try settings.allow(only: RuleSettings.commonKeys + Self.keys + type.keys)
    self.rule = rule.rule
    check = try type.init(settings, in: scope)
    isQuarantine = try settings["quarantine"]?.flag ?? false
    unless = try (settings["unless"]?.items ?? []).map { item in
      let code = try? item.word
      guard let other = rules.first(where: { $0.code == code }), other.rule != rule.rule else {
        throw item.unknown("rule", among: rules.map { $0.code }.filter { $0 != rule.code })
      }
      return other.rule
    }
  }
}

package import Queries
package import Settings
package import Tables

/// Reports where two sources say different things of a school.
///
/// A school is compared where both sources have it. Facts: the number of the first, that of the second, and
/// what they are of, as `ป.3 ช`.
package struct Reconciled: Check {
  package static let name = "reconciled"
  package static let summary =
    "In schools that both sources have, what 'first' counts of the rows of 'dataset' is what 'second' counts of those of 'against', by the columns of 'by', within 'tolerance'; {0} and {1} are the numbers, {2} says of what."

  private let rule: Int
  private let round: Round
  private let plan: ComparisonPlan

  package init(_ rule: RuleSettings, _ round: AggregateRound) throws {
    try rule.settings.allow(only: RuleSettings.commonKeys + ComparisonPlan.keys)
    self.rule = rule.rule
    self.round = round.round
    plan = try ComparisonPlan(rule.settings, round)
  }

  func comparison(_ linked: LinkedTables) -> Comparison {
    Comparison(plan, rule: rule, linked, round)
  }

  package func check(
    _ linked: LinkedTables, _ database: RoundDatabase, findings: inout Findings
  ) throws {
    comparison(linked).report(linked, to: &findings)
  }
}

package import Queries
package import Settings
package import Tables

/// Reports the answers of schools that could not be followed, each file once.
package struct UnfollowedAnswer: Check {
  package static let name = "unfollowed-answer"
  package static let summary =
    "Answers of schools in 'dataset' that could not be followed, by 'outcome': unknown, unreadable, replaced, other-school."

  private let rule: Int
  /// What holds the answers.
  let dataset: String
  private let column: Int
  private let outcome: AnswerNote.Outcome

  package init(_ rule: RuleSettings, _ round: AggregateRound) throws {
    let settings = rule.settings
    try settings.allow(only: RuleSettings.commonKeys + ["dataset", "outcome"])
    self.rule = rule.rule
    let (name, schema) = try round.dataset(settings.required("dataset"))
    dataset = name
    outcome = try settings.required("outcome").choice(
      of: AnswerNote.Outcome.self, called: "outcome")
    column = try schema.index(
      of: Settings(
        .word(outcome == .unreadable ? "answer" : "reference"), at: settings.place))
  }

  /// Findings must be complete before they can be answered to; these are told afterwards.
  package func check(
    _ linked: LinkedTables, _ database: RoundDatabase, findings: inout Findings
  ) {}

  func tell(_ notes: [AnswerNote], to findings: inout Findings) {
    for note in notes where note.outcome == outcome {
      findings.append(
        Finding(
          rule: rule, subject: .row(dataset: note.first.dataset, row: note.first.row),
          column: column, facts: .number(note.lines)))
    }
  }
}

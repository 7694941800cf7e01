package import Queries
package import Settings
package import Tables

/// Reports the schools of the register that handed in nothing, or a list without pupils.
package struct SchoolWithoutRows: Check {
  package static let name = "school-without-rows"
  package static let summary = "Schools of the register 'not-submitted' or 'without-pupils'."

  private enum State: String, CaseIterable {
    case notSubmitted = "not-submitted"
    case withoutPupils = "without-pupils"
  }

  private let rule: Int
  private let dataset: String
  private let register: String
  private let column: Int
  private let state: State

  /// The rule tells schools that have handed in nothing.
  var tellsUnsubmitted: Int? { state == .notSubmitted ? rule : nil }

  package init(_ rule: RuleSettings, _ round: AggregateRound) throws {
    let settings = rule.settings
    try settings.allow(only: RuleSettings.commonKeys + ["dataset", "column", "state"])
    self.rule = rule.rule
    dataset = try round.dataset(settings.required("dataset")).name
    guard let register = round.register, let schema = round.schemas[register] else {
      throw SettingsError("this check needs a register of schools", at: settings.place)
    }
    self.register = register
    column = try schema.index(of: settings.required("column"))
    state = try settings.required("state").choice(of: State.self, called: "state")
  }

  package func check(
    _ linked: LinkedTables, _ database: RoundDatabase, findings: inout Findings
  ) {
    guard let index = linked.clean.index(of: register) else { return }
    let wanted: Submissions.State = state == .notSubmitted ? .notSubmitted : .withoutPupils
    let states = Submissions(linked, dataset: dataset).states
    for (school, state) in zip(linked.schools, states) where state == wanted {
      guard let row = school.registerRow else { continue }
      findings.append(
        Finding(rule: rule, subject: .row(dataset: index, row: row), column: column))
    }
  }
}

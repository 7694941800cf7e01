package import Settings
package import Tables

/// Reports the lines of the file of decisions that could not be followed.
package struct UnfollowedDecision: Check {
  package static let name = "unfollowed-decision"
  package static let summary =
    "Decisions on duplicates that could not be followed, by 'outcome': unknown, replaced, contradicted, unreadable, unreadable-result, contested, nowhere."
  package static let needsModel = true

  private let rule: Int
  private let outcome: DecisionNote.Outcome

  package init(_ rule: RuleSettings, schema: Schema, shelf: Shelf) throws {
    try rule.settings.allow(only: RuleSettings.roomKeys + ["outcome"])
    self.rule = rule.rule
    outcome = try rule.settings.required("outcome").choice(
      of: DecisionNote.Outcome.self, called: "outcome")
  }

  package func check(_ linked: LinkedTables, dataset: Int, findings: inout Findings) {
    let notes = linked.links[dataset].decisionNotes.filter { $0.outcome == outcome }
    for note in notes.sorted(by: { $0.place.row < $1.place.row }) {
      let table = linked.clean.tables[note.place.dataset]
      findings.append(
        Finding(
          rule: rule, subject: .row(dataset: note.place.dataset, row: note.place.row),
          column: table.schema.index(of: "decision") ?? table.schema.index(of: "result")))
    }
  }
}

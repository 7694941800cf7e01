package import Growth
package import Tables

/// Room 4: linked tables come in, figures with their headings go out.
///
/// All counting of a run happens here; what Render prints is a figure made in this room, so that
/// every number can be walked back to rows.
package struct AggregateStage: Stage {
  private let plan: AggregatePlan
  private let book: RuleBook
  private let round: Round
  private let growth: GrowthReference?

  package init(
    plan: AggregatePlan, book: RuleBook, round: Round, growth: GrowthReference? = nil
  ) {
    self.plan = plan
    self.book = book
    self.round = round
    self.growth = growth
  }

  package func run(_ linked: LinkedTables, findings: inout Findings) async throws -> Figures {
    for check in plan.checks { check.check(linked, findings: &findings) }
    let material = Material(
      linked: linked, findings: findings, book: book, round: round, growth: growth)
    return Figures(linked: linked, tables: plan.measures.map { $0.table(of: material) })
  }
}

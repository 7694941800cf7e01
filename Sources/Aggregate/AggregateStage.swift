internal import Queries
package import Tables

/// Room 4: linked tables come in, figures with their headings go out.
///
/// All counting of a run happens here; what Render prints is a figure made in this room, so that
/// every number can be walked back to rows.
package struct AggregateStage: Stage {
  private let plan: AggregatePlan
  private let book: RuleBook

  package init(plan: AggregatePlan, book: RuleBook) {
    self.plan = plan
    self.book = book
  }

  package func run(_ linked: LinkedTables, findings: inout Findings) async throws -> Figures {
    let database = try RoundDatabase(linked, for: plan.queries)
    for check in plan.checks { try check.check(linked, database, findings: &findings) }
    let material = Material(linked: linked, findings: findings, book: book, database: database)
    return Figures(linked: linked, tables: try plan.measures.map { try $0.table(of: material) })
  }
}

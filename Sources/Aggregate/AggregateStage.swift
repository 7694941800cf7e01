package import Growth
internal import Queries
package import Tables

/// Room 4: linked tables come in, figures with their headings go out.
///
/// All counting of a run happens here; what Render prints is a figure made in this room, so that
/// every number can be walked back to rows.
package struct AggregateStage: Stage {
  private let plan: AggregatePlan
  private let book: RuleBook
  private let causes: CauseFinder
  private let round: Round
  private let growth: GrowthReference?
  /// Whether any page tells a school what to correct.
  private let makesWorklists: Bool
  private var history: (any FindingHistory)?
  private var nights: (any NightHistory)?
  private var earlier: [EarlierRound] = []

  package init(
    plan: AggregatePlan, book: RuleBook, causes: CauseFinder, round: Round,
    growth: GrowthReference? = nil, makesWorklists: Bool = true
  ) {
    self.plan = plan
    self.book = book
    self.causes = causes
    self.round = round
    self.growth = growth
    self.makesWorklists = makesWorklists
  }

  /// The room with what earlier runs of the round have found and left.
  package func following(
    _ history: (any FindingHistory)?, nights: (any NightHistory)?
  ) -> AggregateStage {
    var stage = self
    stage.history = history
    stage.nights = nights
    return stage
  }

  /// The room with the rounds that figures are compared with.
  package func compared(with earlier: [EarlierRound]) -> AggregateStage {
    var stage = self
    stage.earlier = earlier
    return stage
  }

  /// The round's tables with the rows behind their figures, for whom only some of them are of interest.
  package func traced(_ linked: LinkedTables, findings: inout Findings) throws -> TracedRound {
    TracedRound(plan, try material(linked, &findings))
  }

  package func run(_ linked: LinkedTables, findings: inout Findings) async throws -> Figures {
    let material = try material(linked, &findings)
    return Figures(
      linked: linked, tables: try plan.tables(of: material),
      found: Found(
        findings: findings, book: book, causes: material.causes, progress: material.progress,
        worklists: makesWorklists ? WorklistMaker(material).worklists() : []))
  }

  private func material(_ linked: LinkedTables, _ findings: inout Findings) throws -> Material {
    let database = try RoundDatabase(linked, for: plan.queries, on: round.asOf)
    let comparisons = try plan.judge(linked, database, findings: &findings)
    var material = Material(
      linked: linked, findings: findings, book: book, round: round, growth: growth,
      database: database, finder: causes, history: history, nights: nights?.nights ?? [],
      earlier: earlier)
    material.comparisons = comparisons
    try plan.hideFigures(&material)
    return material
  }
}

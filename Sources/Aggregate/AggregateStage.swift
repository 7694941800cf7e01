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

  /// The datasets that hold the answers of schools.
  package var answerDatasets: [String] { plan.answerDatasets }

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
    var references: [FindingReference] = []
    return TracedRound(plan, try material(linked, &findings, &references))
  }

  package func run(_ linked: LinkedTables, findings: inout Findings) async throws -> Figures {
    var references: [FindingReference] = []
    let material = try material(linked, &findings, &references)
    return Figures(
      linked: linked, tables: try plan.tables(of: material),
      found: Found(
        findings: findings, book: book, causes: material.causes, progress: material.progress,
        references: references, answers: material.answers,
        worklists: makesWorklists ? WorklistMaker(material).worklists() : []))
  }

  /// `references` are those of the findings, as far as anybody can answer to them.
  private func material(
    _ linked: LinkedTables, _ findings: inout Findings, _ references: inout [FindingReference]
  ) throws -> Material {
    let database = try RoundDatabase(linked, for: plan.queries, on: round.asOf)
    let comparisons = try plan.judge(linked, database, findings: &findings)
    let answers = answers(linked, findings, &references)
    plan.tell(answers, to: &findings)
    var material = Material(
      linked: linked, findings: findings, book: book, round: round, growth: growth,
      database: database, finder: causes, history: history, nights: nights?.nights ?? [],
      earlier: earlier, answers: answers)
    material.comparisons = comparisons
    try plan.hideFigures(&material)
    return material
  }

  /// What the schools have answered, where somebody asks for it.
  private func answers(
    _ linked: LinkedTables, _ findings: Findings, _ references: inout [FindingReference]
  ) -> Answers {
    let datasets = plan.answerDatasets.compactMap { linked.clean.index(of: $0) }
    let isAnswered = datasets.contains { linked.clean.tables[$0].count > 0 }
    guard let history, makesWorklists || isAnswered else { return Answers() }
    let places = findings.all.map { linked.place(of: $0) }
    references = history.references(of: findings, at: places, in: linked, book)
    return AnswerReader(references: references, places: places, linked).answers(in: datasets)
  }
}

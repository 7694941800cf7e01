package import Growth
package import Queries
package import Tables

/// What the measures count.
package struct Material: Sendable {
  package let linked: LinkedTables
  package let findings: Findings
  package let book: RuleBook
  package let round: Round
  /// The table of growth that the pipeline names.
  package let growth: GrowthReference?
  /// The place of each finding, in the order of the findings.
  package let places: [FindingPlace]
  let persons: PersonRows
  /// Nil when the round has no run before this one.
  package let progress: Progress?
  /// The earlier nights of the round, in the order of their days.
  package let nights: [Night]
  /// The earlier rounds whose figures are compared with those of this one.
  package let earlier: [EarlierRound]
  /// The tables that were made before the one that repeats their figures.
  private(set) var tables: [String: TracedFigures] = [:]
  package private(set) var causes = Causes([], findings: 0)
  /// What the schools have answered to the findings.
  let answers: Answers

  /// The figures that some table of the run hides, by what they count.
  package internal(set) var hiddenFigures: Set<String> = []

  /// The rows that the run's queries read.
  package let database: RoundDatabase
  /// What two sources say of the same things, in the order of the rules.
  var comparisons: [Comparison] = []

  package init(
    linked: LinkedTables, findings: Findings, book: RuleBook, round: Round,
    growth: GrowthReference? = nil, database: RoundDatabase,
    finder: CauseFinder? = nil, history: (any FindingHistory)? = nil, nights: [Night] = [],
    earlier: [EarlierRound] = [], answers: Answers = Answers()
  ) {
    self.linked = linked
    self.findings = findings
    self.book = book
    self.round = round
    self.growth = growth
    self.database = database
    self.nights = nights
    self.earlier = earlier
    self.answers = answers
    places = findings.all.map { linked.place(of: $0) }
    persons = PersonRows(linked)
    progress = history?.progress(of: findings, at: places, in: linked, book)
    if let finder { causes = finder.causes(of: self) }
  }

  func repeating(_ tables: [String: TracedFigures]) -> Material {
    var material = self
    material.tables = tables
    return material
  }

  /// Adds a finding, by its place among all, to a sum.
  func add(_ finding: Int, to tally: inout FindingTally) {
    tally.add(
      book[findings.all[finding]].severity, at: places[finding],
      of: persons.person(at: places[finding]))
  }

  /// Whether any dataset registers persons, so that pupils can be counted.
  var holdsPersons: Bool { linked.links.contains { $0.holdsPersons } }

  /// The table and the links of a dataset.
  func dataset(_ name: String) -> (table: CleanTable, links: Links)? {
    linked.clean.index(of: name).map { (linked.clean.tables[$0], linked.links[$0]) }
  }
}

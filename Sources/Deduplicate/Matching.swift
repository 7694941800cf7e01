internal import Tables

/// A model on the tables of a run: what is compared with what, what was decided, what rows are called.
struct Matching: Sendable {
  let model: MatchModel
  let matcher: Matcher
  /// The place of each compared table among the tables of the run; the own one first.
  let datasets: [Int]
  private let clean: CleanTables
  private let keys: [RecordKeys]
  private var decisions: Decisions
  private let decisionsPlace: Int?

  /// Nil for a dataset that has no model, or is not there.
  ///
  /// - Parameters:
  ///   - schools: for every table the place of each row's school.
  ///   - asked: rows that are taken up even when nothing proposes to compare them.
  init?(
    _ plan: DeduplicatePlan, _ clean: CleanTables, _ schools: [[Int32?]],
    asked: [RowReference] = [],
    jobs: Int
  ) {
    guard let model = plan.model, let own = clean.index(of: plan.dataset) else { return nil }
    self.model = model
    self.clean = clean
    let others = plan.against.compactMap { clean.index(of: $0) }
    let datasets = [own] + others.filter { clean.tables[$0].count > 0 }
    self.datasets = datasets
    var input = MatchInput()
    for table in datasets { input.append(clean.tables[table], schools: schools[table]) }
    keys = datasets.map { model.recordKeys(of: clean.tables[$0]) }
    decisionsPlace = plan.decisions.flatMap { clean.index(of: $0) }
    decisions = Decisions()
    if let place = decisionsPlace {
      decisions = Decisions(clean.tables[place], dataset: place, keys: keys[0])
    }
    let rows = asked.compactMap { reference in
      datasets.firstIndex(of: reference.dataset).map {
        UInt32(input.tables[$0].start + reference.row)
      }
    }
    matcher = Matcher(
      model: model, input: input, jobs: jobs, within: plan.within, decisions: decisions,
      asked: rows.sorted())
  }

  /// Takes note of the decisions that could not be followed.
  mutating func note(_ result: Matcher.Result) {
    guard let decisionsPlace else { return }
    decisions.contradicted(result.contradicted, dataset: decisionsPlace)
  }

  /// The links of the own dataset with what was found.
  func links(_ result: Matcher.Result, _ links: Links, offices: [String]) async -> Links {
    let own = datasets[0]
    var links = links
    links.clusters = await PersonClusters(
      model: model, input: matcher.input, datasets: datasets, offices: offices,
      inputs: clean.inputs, decisions: decisions, keys: keys
    ).clusters(result, jobs: matcher.jobs)
    let (open, questions) = Questions(model: model, decisions: decisions, keys: keys).questions(
      result, Evidence(model: model, input: matcher.input, datasets: datasets))
    links.questions = questions
    links.decisionNotes = decisions.notes
    links.matchNames = model.names(clean.tables[own].schema)
    links.matching = result.report(
      model, dataset: clean.tables[own].name, rows: matcher.input.ownCount, open: open)
    return links
  }
}

internal import Tables

/// A model on the tables of a run: what is compared with what, what was decided, what rows are called.
struct Matching: Sendable {
  let model: MatchModel
  let matcher: Matcher
  /// The place of each compared table among the tables of the run; the own one first.
  let datasets: [Int]
  private let clean: CleanTables
  /// What the rows are called, where decisions had to be looked up by it.
  private let knownKeys: [RecordKeys]

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
    var decisions = Decisions()
    let places = plan.decisions.compactMap { clean.index(of: $0) }
      .filter { clean.tables[$0].count > 0 }
    let keys = places.isEmpty ? [] : datasets.map { model.recordKeys(of: clean.tables[$0]) }
    for place in places {
      decisions.read(clean.tables[place], dataset: place, keys: keys[0])
      let starts = input.tables.map { $0.start }
      CheckedCases(
        clean.tables[place], dataset: place, keys: zip(keys, starts).map { ($0, $1) }
      ).read(into: &decisions)
    }
    knownKeys = keys
    let rows = asked.compactMap { reference in
      datasets.firstIndex(of: reference.dataset).map {
        UInt32(input.tables[$0].start + reference.row)
      }
    }
    matcher = Matcher(
      model: model, input: input, jobs: jobs, within: plan.within, decisions: decisions,
      asked: rows.sorted())
  }

  /// The links of the own dataset with what comparing and joining the rows has found.
  func linked(_ links: Links, offices: [String]) async -> Links {
    // What rows are called is not needed before they are joined.
    async let named = recordKeys()
    let result = await matcher.run()
    let keys = await named
    let decisions = matcher.decisions
    let evidence = Evidence(
      model: model, input: matcher.input, datasets: datasets, result: result)
    async let asked = Questions(model: model, decisions: decisions, keys: keys).questions(
      result, evidence)
    var links = links
    links.clusters = await PersonClusters(
      model: model, input: matcher.input, datasets: datasets, offices: offices,
      inputs: clean.inputs, decisions: decisions, keys: keys, evidence: evidence
    ).clusters(result, jobs: matcher.jobs)
    let (open, questions) = await asked
    links.questions = questions
    links.decisionNotes = notes(result, links.clusters)
    let own = clean.tables[datasets[0]]
    links.matchNames = model.names(own.schema)
    links.matching = result.report(
      model, dataset: own.name, rows: matcher.input.ownCount, open: open)
    return links
  }

  /// The lines of decisions and checks that could not be followed.
  private func notes(_ result: Matcher.Result, _ clusters: [Cluster]) -> [DecisionNote] {
    var decisions = matcher.decisions
    decisions.contradicted(result.contradicted)
    decisions.tell(clusters) { member in
      datasets.firstIndex(of: member.dataset).map {
        UInt32(matcher.input.tables[$0].start + member.row)
      }
    }
    return decisions.notes
  }

  private func recordKeys() -> [RecordKeys] {
    knownKeys.isEmpty ? datasets.map { model.recordKeys(of: clean.tables[$0]) } : knownKeys
  }
}

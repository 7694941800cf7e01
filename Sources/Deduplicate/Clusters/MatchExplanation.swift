package import Tables

/// Why two rows are, or are not, one person's.
package struct MatchExplanation: Sendable {
  /// A blocking key that both rows have.
  package struct Key: Sendable, Equatable {
    package let name: String
    /// What it is made of, by the places of the columns in the schema.
    package let columns: [Int]
    /// So many rows share it that it proposed nothing.
    package fileprivate(set) var isCut: Bool
  }

  /// What became of the two rows.
  package enum Outcome: Sendable, Equatable {
    /// They are in one cluster, and this pair joined it.
    case joined
    /// They are in one cluster through other rows of it.
    case joinedThroughOthers
    /// A person has decided that they are one, or that they are not.
    case decided(MatchVerdict)
    /// A guard keeps them apart, by its name.
    case apart(String)
    /// Nothing proposed to compare them.
    case notCompared
    /// They are less likely than what is joined.
    case unlikely
    /// Likely enough, but a guard separates two other rows that would be joined by them.
    case refused(RowReference, RowReference, guard: String)
    /// Likely enough, but a person has decided that two other rows which would be joined are different.
    case parted(RowReference, RowReference)
    /// Likely enough, but the cluster would hold more rows than anybody has registrations.
    case tooMany
  }

  package let evidence: MatchEvidence
  package let probability: Double
  /// Nil for what is less likely than anything that is joined.
  package let certainty: Cluster.Certainty?
  package let keys: [Key]
  /// Whether the matcher held the two rows against each other.
  package var wasCompared: Bool { keys.contains { !$0.isCut } }
  package let outcome: Outcome
  /// All rows of the cluster in which both are.
  package let together: [RowReference]
  package let names: MatchNames
  /// The tables with the schools of their rows, and nothing else linked.
  package let linked: LinkedTables
}

extension DeduplicateStage {
  /// The dataset whose model compares rows of two tables, by their places; nil when none does.
  package func dataset(comparing left: String, with right: String) -> String? {
    plans.first { plan in
      plan.model != nil
        && (left == plan.dataset || right == plan.dataset)
        && [left, right].allSatisfy { $0 == plan.dataset || plan.against.contains($0) }
    }?.dataset
  }

  /// Whether rows are compared with each other at all.
  package var hasModel: Bool { plans.contains { $0.model != nil } }

  /// The datasets that have to be read so that rows of this one can be compared.
  package func datasets(neededFor dataset: String) -> Set<String> {
    guard let plan = plans.first(where: { $0.dataset == dataset }) else { return [] }
    return Set([dataset] + plan.against + plan.decisions + [registerName].compactMap { $0 })
  }

  /// Compares all rows as a run does, and tells what came of these two.
  ///
  /// Both are accepted rows of the dataset, or of one that it is compared with; one is its own. Nil when no
  /// model compares them.
  package func explain(
    _ left: RowReference, _ right: RowReference, in clean: CleanTables
  ) async -> MatchExplanation? {
    let names = (clean.tables[left.dataset].name, clean.tables[right.dataset].name)
    guard let name = dataset(comparing: names.0, with: names.1),
      let plan = plans.first(where: { $0.dataset == name })
    else { return nil }
    let (directory, links) = linkedToSchools(clean)
    guard
      let matching = Matching(
        plan, clean, links.map { $0.schools }, asked: [left, right], jobs: jobs)
    else { return nil }
    let (matcher, datasets) = (matching.matcher, matching.datasets)
    let rows = [left, right].compactMap { reference in
      datasets.firstIndex(of: reference.dataset).map {
        UInt32(matcher.input.tables[$0].start + reference.row)
      }
    }
    guard rows.count == 2, rows[0] != rows[1] else { return nil }
    let linked = LinkedTables(clean: clean, schools: directory.schools, links: links)
    return await PairExplainer(
      matcher: matcher, datasets: datasets, result: matcher.run(), rows: (rows[0], rows[1])
    )?.explanation(linked)
  }
}

/// Looks up in the result of a match what became of one pair of rows.
private struct PairExplainer {
  private let matcher: Matcher
  private let datasets: [Int]
  private let result: Matcher.Result
  /// Rows of all tables.
  private let rows: (left: UInt32, right: UInt32)
  /// The same as rows of the matrix.
  private let places: (left: Int, right: Int)

  init?(
    matcher: Matcher, datasets: [Int], result: Matcher.Result, rows: (UInt32, UInt32)
  ) {
    guard let left = result.rows.firstIndex(of: rows.0),
      let right = result.rows.firstIndex(of: rows.1)
    else { return nil }
    self.matcher = matcher
    self.datasets = datasets
    self.result = result
    self.rows = rows
    places = (left, right)
  }

  func explanation(_ linked: LinkedTables) async -> MatchExplanation {
    let evidence = Evidence(
      model: matcher.model, input: matcher.input, datasets: datasets, result: result
    ).of(places.left, places.right)
    let schema = linked.clean.tables[datasets[0]].schema
    let keys = await keys(schema)
    let probability = Weights.probability(Int32(clamping: evidence.points))
    let group = result.groups.first { $0.contains(places.left) && $0.contains(places.right) }
    return MatchExplanation(
      evidence: evidence, probability: probability, certainty: certainty(probability), keys: keys,
      outcome: outcome(evidence, keys, probability, isTogether: group != nil),
      together: group?.map(reference) ?? [], names: matcher.model.names(schema), linked: linked)
  }

  private func certainty(_ probability: Double) -> Cluster.Certainty? {
    let classes = matcher.model.classes
    if probability >= classes.certain { return .certain }
    if probability >= classes.probable { return .probable }
    return probability >= classes.review ? .review : nil
  }

  /// The keys of the model that both rows have, each once.
  private func keys(_ schema: Schema) async -> [MatchExplanation.Key] {
    var shared: [MatchExplanation.Key] = []
    let pair = RowPair(rows.left, rows.right)
    for key in matcher.model.keys where hash(key, rows.left) == hash(key, rows.right) {
      guard hash(key, rows.left) != 0 else { continue }
      let candidates = await Candidates(
        [key], result.data.columns, matcher.input, matcher.model.uses, within: matcher.within,
        pairsPerRow: matcher.model.pairsPerRow, jobs: 1)
      let isCut = !candidates.pairs.contains(pair.word)
      if let known = shared.firstIndex(where: { $0.name == key.name }) {
        if !isCut { shared[known].isCut = false }
      } else {
        let columns = key.columns.compactMap { schema.index(of: matcher.model.uses[$0].name) }
        shared.append(.init(name: key.name, columns: columns, isCut: isCut))
      }
    }
    return shared
  }

  private func hash(_ key: BlockingKey, _ row: UInt32) -> UInt64 {
    let (table, own) = matcher.input.place(of: Int(row))
    return KeyHasher(
      key, table: table, result.data.columns, matcher.input, matcher.model.uses
    ).hashes(of: own..<own + 1)[0]
  }

  private func outcome(
    _ evidence: MatchEvidence, _ keys: [MatchExplanation.Key], _ probability: Double,
    isTogether: Bool
  ) -> MatchExplanation.Outcome {
    let pair = Set([UInt32(places.left), UInt32(places.right)])
    switch matcher.decisions[rows.left, rows.right] {
    case .same where isTogether: return .decided(.same)
    case .different where !isTogether: return .decided(.different)
    default: break
    }
    if isTogether {
      return result.joined.contains { Set([$0.left, $0.right]) == pair }
        ? .joined : .joinedThroughOthers
    }
    if let apart = evidence.apart { return .apart(apart) }
    guard keys.contains(where: { !$0.isCut }) else { return .notCompared }
    guard probability >= matcher.model.classes.review else { return .unlikely }
    for left in group(of: places.left) {
      for right in group(of: places.right) {
        if matcher.decisions[result.rows[left], result.rows[right]] == .different {
          return .parted(reference(left), reference(right))
        }
        let pattern = matcher.pattern(left, right, result.data)
        if let test = matcher.model.apart.first(where: { $0.holds(pattern) }) {
          return .refused(reference(left), reference(right), guard: test.name)
        }
      }
    }
    return .tooMany
  }

  private func group(of place: Int) -> [Int] {
    result.groups.first { $0.contains(place) } ?? [place]
  }

  private func reference(_ place: Int) -> RowReference {
    let (table, row) = matcher.input.place(of: Int(result.rows[place]))
    return RowReference(dataset: datasets[table], row: row)
  }
}

internal import Tables

/// Makes of groups of rows what an officer works on: of which kind they are, how sure it is, which
/// registration to keep, and which children share a number.
struct PersonClusters: Sendable {
  let model: MatchModel
  let input: MatchInput
  /// The place of each compared table among the tables of the run.
  let datasets: [Int]
  let offices: [String]
  let inputs: [InputReport]
  let decisions: Decisions
  /// What the rows of each compared table are called.
  let keys: [RecordKeys]
  let evidence: Evidence

  /// The clusters, in the order of their first rows.
  func clusters(_ result: Matcher.Result, jobs: Int) async -> [Cluster] {
    async let shared = sharedIdentifiers()
    var groupOf = [Int32](repeating: -1, count: result.rows.count)
    for (group, rows) in result.groups.enumerated() {
      for row in rows { groupOf[row] = Int32(group) }
    }
    // Pairs come likeliest first, so a row's first is its best, and the last is the weakest of its group.
    var best = [Int32](repeating: .min, count: result.rows.count)
    var links = [[MatchEdge]](repeating: [], count: result.groups.count)
    for edge in result.joined {
      for row in [Int(edge.left), Int(edge.right)] where best[row] == .min {
        best[row] = edge.points
      }
      links[Int(groupOf[Int(edge.left)])].append(edge)
    }
    let choice = Choice(result, model.keep, input, inputs)
    let (points, pairs) = (best, links)
    let size = 4096
    let parts = (0..<(result.groups.count + size - 1) / size).map {
      $0 * size..<min(result.groups.count, ($0 + 1) * size)
    }
    let made = await parts.inOrder(jobs: jobs) { part in
      part.compactMap { group -> Cluster? in
        guard let weakest = pairs[group].last else { return nil }
        let members = result.groups[group].map { (row: Int(result.rows[$0]), points: points[$0]) }
        return person(
          members, weakest: weakest, choice: choice,
          links: pairs[group].map { evidence.of($0) })
      }
    }
    var clusters = Array(made.joined())
    clusters += collisions(await shared, groupOf, result)
    return clusters.sorted { Self.order($0) < Self.order($1) }
  }

  private static func order(_ cluster: Cluster) -> (Int, Int, Int) {
    let first = cluster.members[0]
    return (first.dataset, first.row, cluster.isOnePerson ? 0 : 1)
  }

  // MARK: Persons

  private func person(
    _ members: [(row: Int, points: Int32)], weakest: MatchEdge, choice: Choice,
    links: [MatchEvidence]
  ) -> Cluster {
    let (kept, reason) = kept(of: members.map { $0.row }.filter { $0 < input.ownCount }, choice)
    let kind = kind(members.map { $0.row })
    let probability = Weights.probability(weakest.points)
    let certainty: Cluster.Certainty =
      probability >= model.classes.certain
      ? .certain : probability >= model.classes.probable ? .probable : .review
    return Cluster(
      kind: kind, evidence: name(of: weakest.pattern), certainty: certainty, score: probability,
      members: members.map { member in
        let (table, row) = input.place(of: member.row)
        let presence = decisions.presence(of: UInt32(member.row))
        let isSure =
          [.sameSchool, .sameTable].contains(kind) && certainty == .certain && presence == nil
        let other: Cluster.Suggestion =
          isSure || presence?.result.isGone ?? false ? .remove : .check
        return Cluster.Member(
          dataset: datasets[table], row: row,
          suggestion: member.row == kept ? .keep : other, reason: reason,
          score: Weights.probability(member.points), record: keys[table].key(of: row),
          verdict: verdict(member.row, members.map { $0.row }), presence: presence)
      }, links: links)
  }

  /// The row to keep and why: who was found attending outranks every rule, and who is gone is not kept.
  private func kept(of rows: [Int], _ choice: Choice) -> (row: Int?, reason: String) {
    let results = rows.map { decisions.presence(of: UInt32($0))?.result }
    let found = zip(rows, results).filter { $1 == .found }.map { $0.0 }
    if !found.isEmpty, found.count < rows.count {
      return found.count == 1 ? (found[0], "found") : choice.kept(of: found)
    }
    let left = zip(rows, results).filter { !($1?.isGone ?? false) }.map { $0.0 }
    if left.count == 1, rows.count > 1 { return (left[0], "others-gone") }
    return choice.kept(of: left.isEmpty ? rows : left)
  }

  /// What was decided about a row and any other of its cluster.
  private func verdict(_ row: Int, _ rows: [Int]) -> MatchVerdict? {
    rows.lazy.compactMap { decisions[UInt32(row), UInt32($0)] }.first
  }

  /// What the evidence is called that holds a cluster together.
  private func name(of pattern: Pattern) -> String {
    model.evidence.indices.first { model.evidence[$0].holds(pattern) }
      .map { model.evidence[$0].name } ?? "weights"
  }

  private func kind(_ rows: [Int]) -> Cluster.Kind {
    let isOwn = rows.allSatisfy { $0 < input.ownCount }
    guard model.hasSchools else { return isOwn ? .sameTable : .otherTable }
    guard isOwn else { return .otherAffiliation }
    let school = input.tables[0].schools[rows[0]]
    var (isOneSchool, office) = (true, school.map { offices[Int($0)] })
    for row in rows {
      let other = input.tables[0].schools[row]
      if other != school { isOneSchool = false }
      guard other != school, let other else { continue }
      if let office, office != offices[Int(other)] { return .otherOffice }
      office = offices[Int(other)]
    }
    return isOneSchool ? .sameSchool : .sameOffice
  }

  // MARK: Collisions

  /// The groups of own rows with one certain identifier.
  private func sharedIdentifiers() -> [[Int]] {
    let table = input.tables[0].table
    guard let identifiers = model.identifier.flatMap({ table.columns[$0].identifier }) else {
      return []
    }
    return IdentifierGroups(identifiers, accepted: table.accepted).groups
  }

  /// The rows that share a certain identifier and are not one person: one row of each.
  private func collisions(
    _ groups: [[Int]], _ groupOf: [Int32], _ result: Matcher.Result
  ) -> [Cluster] {
    let shared = Set(groups.joined())
    var places: [Int: Int32] = [:]
    for (place, row) in result.rows.enumerated() where shared.contains(Int(row)) {
      places[Int(row)] = groupOf[place]
    }
    return groups.compactMap { rows in
      var told = Set<Int32>()
      let persons = rows.filter { row in
        guard let group = places[row], group >= 0 else { return true }
        return told.insert(group).inserted
      }
      guard persons.count > 1 else { return nil }
      return Cluster(
        kind: .collision, evidence: "id-exact", score: 0,
        members: persons.map {
          Cluster.Member(
            dataset: datasets[0], row: $0, suggestion: .check, score: 0,
            record: keys[0].key(of: $0),
            verdict: verdict($0, persons), presence: decisions.presence(of: UInt32($0)))
        })
    }
  }
}

internal import Tables

/// Makes of groups of rows what an officer works on: of which kind they are, how sure it is, which
/// registration to keep, and which children share a number.
struct PersonClusters {
  let model: MatchModel
  let input: MatchInput
  /// The place of each compared table among the tables of the run.
  let datasets: [Int]
  let offices: [String]
  let inputs: [InputReport]

  /// The clusters, in the order of their first rows.
  func clusters(_ result: Matcher.Result) -> [Cluster] {
    var clusters: [Cluster] = []
    var groupOf: [UInt32: Int] = [:]
    var best: [UInt32: MatchEdge] = [:]
    var weakest: [Int: MatchEdge] = [:]
    for (group, rows) in result.groups.enumerated() {
      for row in rows { groupOf[UInt32(row)] = group }
    }
    // Edges come likeliest first, so a row's first is its best; the last that joins is the weakest.
    for edge in result.joined {
      let isNew = best[edge.left] == nil || best[edge.right] == nil
      for row in [edge.left, edge.right] where best[row] == nil { best[row] = edge }
      if isNew, let group = groupOf[edge.left] { weakest[group] = edge }
    }
    for (group, rows) in result.groups.enumerated() {
      guard let edge = weakest[group] else { continue }
      let members = rows.compactMap { row in
        best[UInt32(row)].map { (row: Int(result.rows[row]), points: $0.points) }
      }
      clusters.append(person(members, weakest: edge))
    }
    clusters += collisions(groupOf, result)
    return clusters.sorted { Self.order($0) < Self.order($1) }
  }

  private static func order(_ cluster: Cluster) -> (Int, Int, Int) {
    let first = cluster.members[0]
    return (first.dataset, first.row, cluster.isOnePerson ? 0 : 1)
  }

  // MARK: Persons

  private func person(_ members: [(row: Int, points: Int32)], weakest: MatchEdge) -> Cluster {
    let rows = members.map { $0.row }.filter { $0 < input.ownCount }
    let choice = Choice(rows, model.keep, input.tables[0].table, inputs)
    let kind = kind(members.map { $0.row })
    let probability = Weights.probability(weakest.points)
    let certainty: Cluster.Certainty =
      probability >= model.classes.certain
      ? .certain : probability >= model.classes.probable ? .probable : .review
    return Cluster(
      kind: kind, evidence: evidence(weakest.pattern), certainty: certainty, score: probability,
      members: members.map { member in
        let (table, row) = input.place(of: member.row)
        let other: Cluster.Suggestion = kind == .sameSchool && certainty == .certain ? .remove : .check
        return Cluster.Member(
          dataset: datasets[table], row: row,
          suggestion: member.row == choice.kept ? .keep : other, reason: choice.reason,
          score: Weights.probability(member.points))
      })
  }

  func evidence(_ pattern: Pattern) -> String {
    model.evidence.first { $0.holds(pattern) }?.name ?? "weights"
  }

  private func kind(_ rows: [Int]) -> Cluster.Kind {
    guard rows.allSatisfy({ $0 < input.ownCount }) else { return .otherAffiliation }
    let schools = Set(rows.map { input.tables[0].schools[$0] })
    if schools.count == 1 { return .sameSchool }
    let offices = Set(schools.compactMap { $0.map { self.offices[Int($0)] } })
    return offices.count > 1 ? .otherOffice : .sameOffice
  }

  // MARK: Collisions

  /// The rows that share a certain identifier and are not one person: one row of each.
  private func collisions(_ groupOf: [UInt32: Int], _ result: Matcher.Result) -> [Cluster] {
    guard let column = model.identifier,
      let identifiers = input.tables[0].table.columns[column].identifier
    else { return [] }
    var places: [UInt32: Int] = [:]
    for row in groupOf.keys { places[result.rows[Int(row)]] = groupOf[row] }
    return IdentifierGroups(identifiers, accepted: input.tables[0].table.accepted).groups
      .compactMap { rows in
        var told = Set<Int>()
        let persons = rows.filter { row in
          guard let group = places[UInt32(row)] else { return true }
          return told.insert(group).inserted
        }
        guard persons.count > 1 else { return nil }
        return Cluster(
          kind: .collision, evidence: "id-exact", score: 0,
          members: persons.map {
            Cluster.Member(dataset: datasets[0], row: $0, suggestion: .check, score: 0)
          })
      }
  }
}

/// The registration to keep among several of one child, and what decided.
private struct Choice {
  private(set) var kept: Int?
  private(set) var reason = ""

  init(_ rows: [Int], _ rules: [KeepRule], _ table: CleanTable, _ inputs: [InputReport]) {
    var left = rows
    for rule in rules where left.count > 1 {
      let best = Self.best(left, rule, table, inputs)
      if best.count < left.count { reason = rule.reason }
      left = best
    }
    if left.count > 1 { reason = "first" }
    kept = left.first
  }

  private static func best(
    _ rows: [Int], _ rule: KeepRule, _ table: CleanTable, _ inputs: [InputReport]
  ) -> [Int] {
    switch rule {
    case .unset(let column):
      highest(rows) { table.columns[column].flag?[$0] == true ? 0 : 1 }
    case .latest: highest(rows) { inputs[table.raw.origins[$0].input].stamp ?? "" }
    case .highest(let column, let ranks):
      highest(rows) { ranks[table.columns[column].string($0)] ?? -1 }
    case .fullest: highest(rows) { row in table.columns.count { !$0.isMissing(row) } }
    }
  }

  private static func highest<Merit: Comparable>(
    _ rows: [Int], _ merit: (Int) -> Merit
  ) -> [Int] {
    let merits = rows.map(merit)
    guard let most = merits.max() else { return rows }
    return zip(rows, merits).filter { $0.1 == most }.map { $0.0 }
  }
}

internal import Tables

extension DeduplicateStage {
  /// Finds the persons of a dataset among those of an earlier round, and says what became of them.
  ///
  /// Of both rounds only rows that count are followed, so the earlier one's further registrations are found
  /// first. Its clusters are nobody's work any more, and are not kept.
  func follow(
    _ plan: FollowPlan, _ clean: CleanTables, _ links: inout [Links], offices: [String]
  ) async {
    guard let own = clean.index(of: plan.dataset),
      let other = clean.index(of: plan.earlier.dataset),
      clean.tables[other].accepted.population > 0
    else { return }
    var earlier = links[other]
    if let matching = Matching(plan.earlier, clean, links.map { $0.schools }, jobs: jobs) {
      earlier = await matching.linked(earlier, offices: offices)
      earlier.markFurther(of: other)
    }
    let later = side(own, clean, links[own])
    let before = side(other, clean, earlier)
    let follower = Follower(
      plan, [later, before].map { ($0.table, $0.schools) }, jobs: jobs)
    let found = await follower.earlierRows()
    var (now, past) = MovementTeller(plan: plan, later: later, earlier: before)
      .movements(found.rows)
    now.linkFurther(links[own].clusters, of: own)
    past.linkFurther(earlier.clusters, of: other)
    links[own].movements = now
    links[other].movements = past
    links[other].further = earlier.further
    links[other].matching = found.report
  }

  private func side(_ dataset: Int, _ clean: CleanTables, _ links: Links) -> MovementTeller.Side {
    var table = clean.tables[dataset]
    var hasRows: [Bool] = []
    for (row, school) in links.schools.enumerated() where table.accepted[row] {
      guard let school = school.map({ Int($0) }) else { continue }
      while hasRows.count <= school { hasRows.append(false) }
      hasRows[school] = true
    }
    table.accepted = table.accepted.subtracting(links.further)
    return MovementTeller.Side(
      dataset: dataset, table: table, schools: links.schools, hasRows: hasRows)
  }
}

extension Links {
  /// Marks the registrations of a person besides the one that is kept.
  mutating func markFurther(of dataset: Int) {
    for cluster in clusters where cluster.isOnePerson {
      for member in cluster.members where member.dataset == dataset && member.suggestion != .keep {
        further[member.row] = true
      }
    }
  }
}

extension Movements {
  /// Lets a person's further registrations know the person's row in the other round.
  fileprivate mutating func linkFurther(_ clusters: [Cluster], of dataset: Int) {
    for cluster in clusters where cluster.isOnePerson {
      let members = cluster.members.filter { $0.dataset == dataset }
      guard let kept = members.first(where: { $0.suggestion == .keep }) else { continue }
      for member in members where member.row != kept.row { link(member.row, like: kept.row) }
    }
  }
}

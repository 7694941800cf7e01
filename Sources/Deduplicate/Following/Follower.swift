internal import Tables

/// Finds every person of a round in the round before: the rows of both that are one person's, at most one
/// of each.
///
/// Nearly all are settled by their identifier, name and birth date, for the price of a hash join. Only who is
/// left over on both sides is compared, the likeliest joined first and never across a guard of the model.
struct Follower: Sendable {
  let plan: FollowPlan
  /// The rows that count, of the later round and then of the earlier one.
  private let input: MatchInput
  private let jobs: Int

  /// - Parameter sides: the tables of the later and of the earlier round, with the rows that do not count set aside.
  init(_ plan: FollowPlan, _ sides: [(table: CleanTable, schools: [Int32?])], jobs: Int) {
    self.plan = plan
    self.jobs = jobs
    var input = MatchInput()
    for side in sides { input.append(side.table, schools: side.schools) }
    self.input = input
  }

  /// For each row of the later round the row of the earlier one, -1 where there is none; and what was learned
  /// from those who were left over.
  func earlierRows() async -> (rows: [Int32], report: MatchReport?) {
    var matcher = Matcher(model: plan.model, input: input, jobs: jobs, within: false)
    matcher.isOneToOne = true
    matcher.first = plan.first
    // How rare a name is, is counted among all who are followed and not only among the rest.
    matcher.known = await matcher.columns()
    var rows = settled(matcher.known)
    let rest = rest(rows)
    let (own, others) = rest.comparedCounts
    guard own > 0, others > 0 else { return (rows, nil) }
    matcher.input = rest
    let result = await matcher.run()
    for group in result.groups {
      let places = group.map { input.place(of: Int(result.rows[$0])) }
      guard places.count == 2, places[0].table == 0, places[1].table == 1 else { continue }
      rows[places[0].row] = Int32(places[1].row)
    }
    let name = input.tables[1].table.name
    return (rows, result.report(plan.model, dataset: name, rows: own, open: 0))
  }

  // MARK: Settled by the identifier

  private func settled(_ columns: [ColumnValues]) -> [Int32] {
    var rows = [Int32](repeating: -1, count: input.ownCount)
    guard let own = input.tables[0].table[plan.columns.identifier]?.identifier,
      let others = input.tables[1].table[plan.columns.identifier]?.identifier
    else { return rows }
    let hashes = (0...1).flatMap { table in
      KeyHasher(plan.settled, table: table, columns, input, plan.model.uses)
        .hashes(of: 0..<input.tables[table].table.count)
    }
    let start = input.tables[1].start
    let blocks = Blocks(hashes, rowCount: input.count)
    for group in 0..<blocks.count {
      let block = blocks.rows[blocks.range(of: group)].map { Int($0) }
      // Blocks are told apart by a part of the hash only.
      let parts =
        block.count == 2 ? [block] : Dictionary(grouping: block) { hashes[$0] }.values.map { $0 }
      for part in parts {
        // Where several of one round have all of this in common, the rest of the row must tell.
        guard part.count == 2, part[0] < start, part[1] >= start,
          hashes[part[0]] == hashes[part[1]], own[part[0]] == others[part[1] - start],
          own[part[0]].isCertain
        else { continue }
        rows[part[0]] = Int32(part[1] - start)
      }
    }
    return rows
  }

  /// The input without the rows that are settled.
  private func rest(_ rows: [Int32]) -> MatchInput {
    var tables = input.tables.map { $0.table }
    for (row, other) in rows.enumerated() where other >= 0 {
      tables[0].accepted[row] = false
      tables[1].accepted[Int(other)] = false
    }
    var rest = MatchInput()
    for (table, part) in zip(tables, input.tables) { rest.append(table, schools: part.schools) }
    return rest
  }
}

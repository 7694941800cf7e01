import Tables

/// The findings of all rules on one table, brought into the order of the rows.
struct RowFindings {
  private var hits: [Hit] = []
  /// For each rule that is silent beside others: those others.
  private var unless: [Int: [Int]] = [:]

  private struct Hit {
    let row: Int
    let finding: Finding

    /// By row, then by rule, then by column.
    static func precedes(_ left: Hit, _ right: Hit) -> Bool {
      (left.row, left.finding.rule, left.finding.column ?? -1)
        < (right.row, right.finding.rule, right.finding.column ?? -1)
    }
  }

  mutating func append(_ found: Hits, of rule: RulePlan) {
    hits.reserveCapacity(hits.count + found.findings.count)
    for (row, finding) in zip(found.rows, found.findings) {
      hits.append(Hit(row: row, finding: finding))
    }
    if !rule.unless.isEmpty { unless[rule.rule] = rule.unless }
  }

  /// The findings in order, without those whose cause is told by another one of the same row.
  var inOrder: Findings {
    var result = Findings()
    let sorted = hits.sorted(by: Hit.precedes)
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end].row == sorted[start].row { end += 1 }
      let ofRow = sorted[start..<end]
      for hit in ofRow where !isConsequence(hit, among: ofRow) { result.append(hit.finding) }
      start = end
    }
    return result
  }

  private func isConsequence(_ hit: Hit, among others: ArraySlice<Hit>) -> Bool {
    guard let causes = unless[hit.finding.rule] else { return false }
    return others.contains { causes.contains($0.finding.rule) }
  }
}

import Tables

/// The findings of one rule, in the order of the rows.
package struct Hits {
  private let rule: Int
  private let dataset: Int
  private let accepted: Bitmap
  private(set) var findings: [Finding] = []
  /// The row of each finding.
  private(set) var rows: [Int] = []

  init(rule: Int, dataset: Int, accepted: Bitmap) {
    self.rule = rule
    self.dataset = dataset
    self.accepted = accepted
  }

  /// Adds a finding, unless its row is in quarantine; without a column the whole row is meant.
  mutating func add(row: Int, column: Int? = nil, facts: Finding.Facts = .none) {
    guard accepted[row] else { return }
    rows.append(row)
    findings.append(
      Finding(
        rule: rule, subject: .row(dataset: dataset, row: row), column: column, facts: facts))
  }

  /// Adds a finding about a whole sheet, which is told before those of its first row.
  mutating func add(sheet: Origin, from first: Int, facts: Finding.Facts = .none) {
    rows.append(first)
    findings.append(Finding(rule: rule, subject: .input(sheet), facts: facts))
  }

  /// Adds a finding for every row whose value is among the bad ones of its column.
  ///
  /// A column without bad values costs nothing per row.
  mutating func add(
    _ codes: Codes, where bad: Bitmap, column: Int, facts: Finding.Facts = .none
  ) {
    guard bad.population > 0 else { return }
    var verdicts = [Bool](repeating: false, count: bad.count)
    for code in bad.indices { verdicts[code] = true }
    for (row, code) in codes.expanded.enumerated() where verdicts[Int(code)] {
      add(row: row, column: column, facts: facts)
    }
  }
}

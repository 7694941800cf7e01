/// One mistake behind many findings: nearly every row of a file, or of a school in it, breaks one rule.
///
/// It is told once, with its rows counted under it; eight hundred lines would hide it.
package struct Cause: Sendable {
  /// The places of its findings among the findings of the run, in the order of the rows.
  package let findings: [Int]
  package let rule: Int
  package let column: Int?
  package let input: Int
  package let sheet: Int
  /// The school whose rows are meant; nil when the whole sheet is.
  package let school: Int?
  /// How many rows break the rule.
  package let rows: Int
  /// How many rows the sheet, or the school in it, has.
  package let outOf: Int
  /// The one finding is about the sheet itself, all of whose rows are meant.
  package let isOfSheet: Bool
  /// Findings on the values of these rows, which follow from this one.
  package var consequences: [Int] = []

  package init(
    findings: [Int], rule: Int, column: Int?, input: Int, sheet: Int, school: Int?, rows: Int,
    outOf: Int, isOfSheet: Bool = false
  ) {
    self.findings = findings
    self.rule = rule
    self.column = column
    self.input = input
    self.sheet = sheet
    self.school = school
    self.rows = rows
    self.outOf = outOf
    self.isOfSheet = isOfSheet
  }
}

/// The causes of a run, and which findings stand under which.
package struct Causes: Sendable {
  /// In the order of inputs, sheets and rules.
  package let all: [Cause]
  /// For each finding, the place of the cause that tells it; -1 for one that is told by itself.
  private let byFinding: [Int32]

  package init(_ causes: [Cause], findings: Int) {
    all = causes
    var byFinding = [Int32](repeating: -1, count: findings)
    for (index, cause) in causes.enumerated() {
      for finding in cause.findings + cause.consequences { byFinding[finding] = Int32(index) }
    }
    self.byFinding = byFinding
  }

  /// The cause that a finding stands under.
  package func cause(of finding: Int) -> Int? {
    byFinding[finding] < 0 ? nil : Int(byFinding[finding])
  }
}

/// How the findings of a run stand to those of the run of the round before it.
package struct Progress: Sendable {
  package enum State: String, Sendable { case new, open }

  /// A finding of the run before that is not there any more.
  package struct Mended: Sendable, Equatable {
    package let rule: String
    /// The school's code.
    package let school: String
    package let file: String
    package let sheet: String
    /// The row in that file, as it was then; 0 where a whole sheet was meant.
    package let row: Int
    /// The name of the column; empty where the whole row was meant.
    package let column: String

    package init(
      rule: String, school: String, file: String, sheet: String, row: Int, column: String
    ) {
      self.rule = rule
      self.school = school
      self.file = file
      self.sheet = sheet
      self.row = row
      self.column = column
    }
  }

  /// One for each finding of the run.
  package let states: [State]
  package let mended: [Mended]

  package init(states: [State], mended: [Mended]) {
    self.states = states
    self.mended = mended
  }
}

/// Remembers what earlier runs found.
package protocol FindingHistory: Sendable {
  /// Nil when the round has no run before this one.
  func progress(
    of findings: Findings, at places: [FindingPlace], in linked: LinkedTables, _ book: RuleBook
  ) -> Progress?

  /// One for each finding, by which a school answers to it.
  func references(
    of findings: Findings, at places: [FindingPlace], in linked: LinkedTables, _ book: RuleBook
  ) -> [FindingReference]
}

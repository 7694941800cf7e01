/// What one school must correct, worst first.
package struct Worklist: Sendable {
  /// A row of an input with all that was found in it.
  package struct Row: Sendable {
    package let place: FindingPlace
    /// Places among the findings of the run, worst first.
    package let findings: [Int]

    package init(place: FindingPlace, findings: [Int]) {
      self.place = place
      self.findings = findings
    }
  }

  /// One mistake in nearly all rows of the school, and which of them.
  package struct SharedCause: Sendable {
    /// The place of the cause among those of the run.
    package let cause: Int
    /// Places among the findings of the run, in the order of the rows.
    package let findings: [Int]

    package init(cause: Int, findings: [Int]) {
      self.cause = cause
      self.findings = findings
    }
  }

  /// The place of the school in `LinkedTables.schools`.
  package let school: Int
  package let causes: [SharedCause]
  /// Without what the causes tell.
  package let rows: [Row]
  package let mended: [Progress.Mended]

  package init(school: Int, causes: [SharedCause], rows: [Row], mended: [Progress.Mended]) {
    self.school = school
    self.causes = causes
    self.rows = rows
    self.mended = mended
  }
}

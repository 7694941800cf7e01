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
    /// The finding that speaks for all, by its place among those of the run.
    package let first: Int
    /// The rows in the file, in ascending order.
    package let rows: [Int]
    /// How many findings of the school follow from it.
    package let consequences: Int

    package init(cause: Int, first: Int, rows: [Int], consequences: Int) {
      self.cause = cause
      self.first = first
      self.rows = rows
      self.consequences = consequences
    }
  }

  /// The place of the school in `LinkedTables.schools`.
  package let school: Int
  package let causes: [SharedCause]
  /// Without what the causes tell, and what the school has explained.
  package let rows: [Row]
  /// What the school has explained by its documents.
  package let explained: [Row]
  package let mended: [Progress.Mended]

  package init(
    school: Int, causes: [SharedCause], rows: [Row], explained: [Row] = [],
    mended: [Progress.Mended]
  ) {
    self.school = school
    self.causes = causes
    self.rows = rows
    self.explained = explained
    self.mended = mended
  }
}

/// All that a run found, and how it hangs together.
package struct Found: Sendable {
  package let findings: Findings
  package let book: RuleBook
  /// What many findings have in common.
  package let causes: Causes
  /// Nil when the round has no run before this one.
  package let progress: Progress?
  /// One for each finding, as far as a school can answer to it.
  package let references: [FindingReference]
  package let answers: Answers
  /// One for each school that has something to correct, or has mended something.
  package let worklists: [Worklist]

  package init(
    findings: Findings, book: RuleBook, causes: Causes, progress: Progress?,
    references: [FindingReference] = [], answers: Answers = Answers(), worklists: [Worklist]
  ) {
    self.findings = findings
    self.book = book
    self.causes = causes
    self.progress = progress
    self.references = references
    self.answers = answers
    self.worklists = worklists
  }

  /// A run that found nothing.
  package init() {
    self.init(
      findings: Findings(), book: RuleBook(), causes: Causes([], findings: 0), progress: nil,
      worklists: [])
  }
}

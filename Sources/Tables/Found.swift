/// All that a run found, and how it hangs together.
package struct Found: Sendable {
  package let findings: Findings
  package let book: RuleBook
  /// What many findings have in common.
  package let causes: Causes
  /// Nil when the round has no run before this one.
  package let progress: Progress?
  /// One for each school that has something to correct, or has mended something.
  package let worklists: [Worklist]

  package init(
    findings: Findings, book: RuleBook, causes: Causes, progress: Progress?,
    worklists: [Worklist]
  ) {
    self.findings = findings
    self.book = book
    self.causes = causes
    self.progress = progress
    self.worklists = worklists
  }

  /// A run that found nothing.
  package init() {
    self.init(
      findings: Findings(), book: RuleBook(), causes: Causes([], findings: 0), progress: nil,
      worklists: [])
  }
}

package import Tables

/// What a run made: the files to be written, and how it went.
package struct Outcome: Sendable {
  /// All files of the round's folder.
  package let files: Pages
  package let gates: [Gates.Result]
  package let manifest: JSON
  package let inputs: Int
  package let refused: Int
  package let persons: Int
  package let furtherRegistrations: Int
  package let findings: [Severity: Int]
  /// The earlier rounds that the figures were to be compared with, found or not.
  package let compared: [EarlierFigures]
  /// What the history is to keep once the files are in their place; nil for a run without one.
  package let record: RunRecord?

  /// The files one by one, by their paths.
  package var pages: [Pages.Page] { files.pages.sorted { $0.path < $1.path } }

  package var passed: Bool { gates.allSatisfy { $0.passed } }
}

/// A promise of the program was broken: the rows of some input do not add up.
package struct LedgerError: Error, Sendable, CustomStringConvertible {
  package let inputs: [String]

  package var description: String {
    "the ledger does not balance for \(inputs.joined(separator: ", ")); "
      + "nothing was written; please report this"
  }
}

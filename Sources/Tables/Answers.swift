/// What a school says of a finding.
package struct Answer: Sendable, Equatable {
  package enum Word: String, Sendable, CaseIterable {
    case corrected
    /// The value stands in the pupil's documents as it is.
    case right
    case checking
    case other
  }

  package let word: Word
  package let note: String
  /// The day that the school gives; nil where it gives none.
  package let day: Day?

  package init(_ word: Word, note: String = "", day: Day? = nil) {
    self.word = word
    self.note = note
    self.day = day
  }
}

/// Lines of a file of answers that could not be followed, and why.
package struct AnswerNote: Sendable {
  package enum Outcome: String, Sendable, CaseIterable {
    /// The reference is that of nothing that is found today.
    case unknown
    /// It is none of the words for an answer.
    case unreadable
    /// A later line answers the same otherwise.
    case replaced
    /// The file is of another school than what it answers to.
    case otherSchool = "other-school"
  }

  /// The first of the lines: the dataset of answers and the row there.
  package private(set) var first: RowReference
  package let outcome: Outcome
  package private(set) var lines = 1

  package init(first: RowReference, outcome: Outcome) {
    self.first = first
    self.outcome = outcome
  }

  /// Counts one more line, whichever comes first in the file.
  package mutating func add(_ line: RowReference) {
    lines += 1
    if (line.dataset, line.row) < (first.dataset, first.row) { first = line }
  }
}

/// What the schools have answered to the findings of a run.
package struct Answers: Sendable {
  /// By the places of the findings among those of the run.
  private let byFinding: [Int: Answer]
  /// One for each file and outcome.
  package let notes: [AnswerNote]

  package init(_ byFinding: [Int: Answer] = [:], notes: [AnswerNote] = []) {
    self.byFinding = byFinding
    self.notes = notes
  }

  package subscript(finding: Int) -> Answer? { byFinding[finding] }

  /// The school has said that the value is right by the documents: it stays a finding, and is not asked again.
  package func isExplained(_ finding: Int) -> Bool { byFinding[finding]?.word == .right }
}

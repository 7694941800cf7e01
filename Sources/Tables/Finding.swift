package enum Severity: String, Sendable, CaseIterable, Comparable {
  case error, warning, info

  package static func < (left: Severity, right: Severity) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// One thing that a run found in the data: which rule, where, and the numbers its message needs.
///
/// Small on purpose, for a nation has a million of them. The value is read from the table, and
/// the message is made from the rule, only when the finding is written.
package struct Finding: Sendable, Equatable {
  package enum Subject: Sendable, Equatable {
    /// A place in an input that need not have become a row of a table.
    case input(Origin)
    /// A row of a dataset, by the dataset's place in the run.
    case row(dataset: Int, row: Int)
  }

  /// What fills the `{0}` and `{1}` of the rule's message.
  package enum Facts: Sendable, Equatable {
    case none
    case number(Int)
    case numbers(Int, Int)
    /// Two numbers in hundredths, for sums of decimals.
    case hundredths(Int, Int)
    case text(String)
    /// What two sources say, and of what. Indirect, for a finding is kept small.
    indirect case compared(Int, Int, what: String)
    /// What stands in another column of the row, by its place in the schema.
    case quoted(String, column: Int)
  }

  /// The place of the rule in the rule book.
  package let rule: Int
  package let subject: Subject
  /// The place of the column in the schema, when one column is meant.
  package let column: Int?
  package let facts: Facts

  package init(rule: Int, subject: Subject, column: Int? = nil, facts: Facts = .none) {
    self.rule = rule
    self.subject = subject
    self.column = column
    self.facts = facts
  }
}

/// The findings of a stage or of a run, in the order of the data.
package struct Findings: Sendable {
  package private(set) var all: [Finding] = []

  package init() {}

  package var count: Int { all.count }

  package mutating func append(_ finding: Finding) { all.append(finding) }
  package mutating func append(_ others: Findings) { all.append(contentsOf: others.all) }
}

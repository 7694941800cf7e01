/// What became of the rows of one sheet; every physical row has exactly one fate.
package struct LedgerEntry: Sendable, Equatable {
  package let input: Int
  package let sheet: Int
  package let dataset: String
  /// Rows in the sheet, counted by the reader without looking at what they hold.
  package var physical = 0
  /// Titles, stamps and headers.
  package var title = 0
  package var blank = 0
  package var total = 0
  package var quarantined = 0
  package var accepted = 0
  /// Accepted rows that are the first or only registration of a person.
  package var persons = 0
  /// Accepted rows that register a person once more.
  package var furtherRegistrations = 0

  package init(input: Int, sheet: Int, dataset: String) {
    self.input = input
    self.sheet = sheet
    self.dataset = dataset
  }

  package var isBalanced: Bool {
    physical == title + blank + total + quarantined + accepted
      && (persons + furtherRegistrations == 0 || accepted == persons + furtherRegistrations)
  }
}

/// The fate of every physical row of every input.
package struct Ledger: Sendable {
  package var entries: [LedgerEntry] = []

  package init() {}

  package var isBalanced: Bool { entries.allSatisfy { $0.isBalanced } }

  package func entry(input: Int, sheet: Int) -> Int? {
    entries.firstIndex { $0.input == input && $0.sheet == sheet }
  }

  package func total(_ field: (LedgerEntry) -> Int) -> Int {
    entries.reduce(0) { $0 + field($1) }
  }
}

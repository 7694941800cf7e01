internal import Render
package import Settings
package import Tables

/// The words in which rounds and their runs are listed, in one language.
package struct RoundWords: Sendable {
  enum Key: String, CaseIterable {
    case today, system, round, title, window, state, previous, coming, open, closed, run, rows,
      errors, further, schools, history, day, times, submitted, accepted, value, parts
    case days
    case oneDay = "one-day"
    case asOf = "as-of"
    case lastYear = "last-year"
    case lastDay = "last-day"
    case runUndated = "run-undated"
    case withoutPupils = "without-pupils"
    case notSubmitted = "not-submitted"
    case errorCount = "error-count"
    case furtherCount = "further-count"
    case noRun = "no-run"
  }

  var language: Language { words.language }
  private let words: Wording<Key>

  /// Reads `pages/rounds.yaml`.
  package init(_ shelf: Shelf, language: Language) throws {
    words = try Wording(page: "pages/rounds.yaml", shelf, language: language)
  }

  subscript(key: Key, facts: String...) -> String { words[key, facts] }

  func day(_ day: Day) -> String { day.short[language] }

  func number(_ number: Int) -> String { NumberText.grouped(number) }

  func state(_ state: RoundState) -> String {
    switch state {
    case .coming(let days): self[.coming, self.days(days)]
    case .open(0): self[.lastDay]
    case .open(let days): self[.open, self.days(days)]
    case .closed(let days): self[.closed, self.days(days)]
    }
  }

  private func days(_ count: Int) -> String {
    count == 1 ? self[.oneDay] : self[.days, number(count)]
  }
}

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

  let language: Language
  private let words: [Key: String]

  /// Reads `pages/rounds.yaml`.
  package init(_ shelf: Shelf, language: Language) throws {
    let path = Settings(.word("pages/rounds.yaml"), at: Place(file: "pages/rounds.yaml"))
    let settings = try shelf.settings(named: path)
    try settings.allow(only: Key.allCases.map { $0.rawValue })
    self.language = language
    var words: [Key: String] = [:]
    for key in Key.allCases {
      words[key] = try settings.required(key.rawValue).localizedText[language]
    }
    self.words = words
  }

  subscript(key: Key, facts: String...) -> String { MatchWords.filled(words[key] ?? "", facts) }

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

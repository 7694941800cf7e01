package import Settings
package import Tables

/// The rounds of a system, as its file under `rounds/` gives them.
package struct RoundCalendar: Sendable {
  private let system: String
  private let settings: Settings

  package init(_ settings: Settings) throws {
    try settings.allow(only: ["system", "rounds", "years"])
    system = try settings.required("system").word
    self.settings = settings
    for (_, _, round) in try settings.required("rounds").entries {
      try round.allow(only: ["title", "year", "as_of", "opens", "closes"])
    }
    for (_, _, rounds) in try settings["years"]?.entries ?? [] {
      for (_, _, round) in try rounds.entries {
        try round.allow(only: ["as_of", "opens", "closes"])
      }
    }
  }

  /// The round of an academic year (Buddhist era) and term.
  package func round(year: Settings, term: Settings) throws -> Round {
    let number = try year.number
    guard 2500...2700 ~= number else {
      throw year.expected("an academic year of the Buddhist era, such as 2569")
    }
    let rounds = try settings.required("rounds")
    guard let round = try rounds[term.word] else {
      throw term.unknown("term", among: try rounds.entries.map { $0.key })
    }
    let own = settings["years"]?[try year.word]?[try term.word]
    let civil = number - 543 + (try round["year"]?.number ?? 0)
    let day = { (key: String) in
      try Self.day(own?[key] ?? round.required(key), year: civil)
    }
    return Round(
      system: system, year: number, term: try term.number,
      title: Self.title(try round.required("title").localizedText, year: number),
      asOf: try day("as_of"),
      opens: try day("opens"), closes: try day("closes"))
  }

  /// The round that was opened last on or before a day.
  package func latest(on day: Day) throws -> Round? {
    let year = day.civil.year + 543
    let terms = try settings.required("rounds").entries
    let rounds = try (year - 2...year).flatMap { year in
      try terms.map { term, place, _ in
        try round(
          year: Settings(.word(String(year)), at: place), term: Settings(.word(term), at: place))
      }
    }
    return rounds.filter { $0.opens <= day }.max { $0.opens < $1.opens }
  }

  /// The title with the academic year in the place of `{year}`.
  private static func title(_ title: LocalizedText, year: Int) -> LocalizedText {
    LocalizedText(
      thai: title.thai.replacing("{year}", with: String(year)),
      english: title.english.replacing("{year}", with: String(year)))
  }

  private static func day(_ settings: Settings, year: Int) throws -> Day {
    guard let day = Day(iso: "\(year)-\(try settings.word)") else {
      throw settings.expected("a day as MM-DD")
    }
    return day
  }
}

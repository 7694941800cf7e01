package import Settings
package import Tables

/// The rounds of a system, as its file under `rounds/` gives them.
package struct RoundCalendar: Sendable {
  package let system: String
  /// The day of the calendar year on which an academic year begins.
  private let begins: RoundDay
  private let terms: [RoundTerm]
  /// What single years have otherwise, by year and term.
  private let years: [Int: [Int: RoundTerm.Days]]
  private let rounds: Settings

  package init(_ settings: Settings) throws {
    try settings.allow(only: ["system", "begins", "rounds", "years"])
    system = try settings.required("system").word
    begins = try RoundDay(settings.required("begins"))
    rounds = try settings.required("rounds")
    let terms = try rounds.entries.map { try RoundTerm(Settings(.word($0), at: $1), $2) }
    self.terms = terms
    var years: [Int: [Int: RoundTerm.Days]] = [:]
    for (key, place, rounds) in try settings["years"]?.entries ?? [] {
      let year = try Self.year(Settings(.word(key), at: place))
      for (key, place, round) in try rounds.entries {
        let name = Settings(.word(key), at: place)
        guard let term = terms.first(where: { $0.key == key }) else {
          throw name.unknown("term", among: terms.map { $0.key })
        }
        years[year, default: [:]][term.number] = try term.days.differing(round)
      }
    }
    self.years = years
    for term in terms { try requireEarlier(term) }
  }

  /// What a round is compared with is there before it.
  private func requireEarlier(_ term: RoundTerm) throws {
    for reference in [term.previous, term.lastYear].compactMap({ $0 }) {
      guard terms.contains(where: { $0.key == reference.term }) else {
        throw Settings(.word(reference.term), at: reference.place)
          .unknown("term", among: terms.map { $0.key })
      }
      let year = 2500
      guard let other = self.term(reference.term),
        round(year + reference.year, other).opens < round(year, term).opens
      else {
        throw SettingsError("a round is compared with one that opens earlier", at: reference.place)
      }
    }
  }

  /// The round of an academic year (Buddhist era) and term.
  package func round(year: Settings, term: Settings) throws -> Round {
    let number = try Self.year(year)
    guard let own = self.term(try term.word) else {
      throw term.unknown("term", among: terms.map { $0.key })
    }
    return round(number, own)
  }

  /// The rounds of an academic year, in the order in which they open.
  package func rounds(ofYear year: Int) -> [Round] {
    terms.map { round(year, $0) }.sorted { Self.order($0) < Self.order($1) }
  }

  /// The round that comes before another: the one its file names, or the last that opened earlier.
  package func previous(of round: Round) -> Round? {
    guard let term = terms.first(where: { $0.number == round.term }) else { return nil }
    if let named = term.previous, let other = self.term(named.term) {
      return self.round(round.year + named.year, other)
    }
    return (round.year - 2...round.year).flatMap { rounds(ofYear: $0) }
      .filter { Self.order($0) < Self.order(round) }.max { Self.order($0) < Self.order($1) }
  }

  /// The round to compare with year on year: the one its file names, or the same term a year earlier.
  package func lastYear(of round: Round) -> Round? {
    guard let term = terms.first(where: { $0.number == round.term }) else { return nil }
    guard let named = term.lastYear, let other = self.term(named.term) else {
      return self.round(round.year - 1, term)
    }
    return self.round(round.year + named.year, other)
  }

  /// The round of the same term, some years earlier.
  func sameTerm(as round: Round, yearsBefore years: Int) -> Round? {
    terms.first { $0.number == round.term }.map { self.round(round.year - years, $0) }
  }

  /// The academic year (Buddhist era) that a day lies in.
  package func academicYear(of day: Day) -> Int {
    let (year, month, number) = day.civil
    return year + 543 - ((month, number) < (begins.month, begins.day) ? 1 : 0)
  }

  /// The round that was opened last on or before a day.
  package func latest(on day: Day) -> Round? {
    let year = day.civil.year + 543
    return (year - 2...year).flatMap { rounds(ofYear: $0) }
      .filter { $0.opens <= day }.max { $0.opens < $1.opens }
  }

  private func term(_ key: String) -> RoundTerm? { terms.first { $0.key == key } }

  private func round(_ year: Int, _ term: RoundTerm) -> Round {
    let days = years[year]?[term.number] ?? term.days
    let civil = year - 543 + term.year
    return Round(
      system: system, year: year, term: term.number,
      title: Self.title(term.title, year: year), asOf: days.asOf.day(in: civil),
      opens: days.opens.day(in: civil), closes: days.closes.day(in: civil))
  }

  /// Rounds that open on one day follow each other as their years and terms do.
  private static func order(_ round: Round) -> (Day, Int, Int) {
    (round.opens, round.year, round.term)
  }

  private static func year(_ settings: Settings) throws -> Int {
    guard let year = try? settings.number, 2500...2700 ~= year else {
      throw settings.expected("an academic year of the Buddhist era, such as 2569")
    }
    return year
  }

  /// The title with the academic year in the place of `{year}`.
  private static func title(_ title: LocalizedText, year: Int) -> LocalizedText {
    LocalizedText(
      thai: title.thai.replacing("{year}", with: String(year)),
      english: title.english.replacing("{year}", with: String(year)))
  }
}

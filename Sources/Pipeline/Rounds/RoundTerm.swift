internal import Settings
internal import Tables

/// One round of every academic year, as the file of its system gives it.
struct RoundTerm: Sendable {
  /// The days of a round; each is one of the calendar year in which the round lies.
  struct Days: Sendable {
    let asOf: RoundDay
    let opens: RoundDay
    let closes: RoundDay
  }

  /// Another round, as one names the round that it is compared with.
  struct Reference: Sendable {
    let term: String
    /// Added to the academic year.
    let year: Int
    let place: Place
  }

  let key: String
  let number: Int
  let title: LocalizedText
  /// Added to the academic year, less 543: the calendar year of its days.
  let year: Int
  let days: Days
  let previous: Reference?
  let lastYear: Reference?

  init(_ name: Settings, _ settings: Settings) throws {
    try settings.allow(
      only: ["title", "year", "as_of", "opens", "closes", "previous", "last_year"])
    key = try name.word
    number = try name.number
    title = try settings.required("title").localizedText
    year = try settings["year"].map { try Self.years($0, -1...1) } ?? 0
    days = try Days(settings)
    previous = try settings["previous"].map { try Reference($0, years: -5...0) }
    lastYear = try settings["last_year"].map { try Reference($0, years: -5...(-1)) }
  }

  fileprivate static func years(_ settings: Settings, _ range: ClosedRange<Int>) throws -> Int {
    guard let years = try? settings.number, range ~= years else {
      throw settings.expected("a number of years from \(range.lowerBound) to \(range.upperBound)")
    }
    return years
  }
}

extension RoundTerm.Days {
  fileprivate init(_ settings: Settings) throws {
    asOf = try RoundDay(settings.required("as_of"))
    opens = try RoundDay(settings.required("opens"))
    let closing = try settings.required("closes")
    closes = try RoundDay(closing)
    try requireOrder(closing)
  }

  /// The days of a single year, where they differ.
  func differing(_ settings: Settings) throws -> Self {
    try settings.allow(only: ["as_of", "opens", "closes"])
    let days = Self(
      asOf: try settings["as_of"].map { try RoundDay($0) } ?? asOf,
      opens: try settings["opens"].map { try RoundDay($0) } ?? opens,
      closes: try settings["closes"].map { try RoundDay($0) } ?? closes)
    try days.requireOrder(settings["closes"] ?? settings["opens"] ?? settings)
    return days
  }

  private func requireOrder(_ settings: Settings) throws {
    guard opens <= closes else {
      throw SettingsError(
        "the round closes on \(closes.text), before it opens on \(opens.text)", at: settings.place)
    }
  }
}

extension RoundTerm.Reference {
  fileprivate init(_ settings: Settings, years: ClosedRange<Int>) throws {
    try settings.allow(only: ["term", "year"])
    let term = try settings.required("term")
    self.term = try term.word
    year = try settings["year"].map { try RoundTerm.years($0, years) } ?? 0
    place = term.place
  }
}

import Pipeline
import Settings
import Tables
import TestKit
import Testing

/// Which round a day lies in, and which rounds it is compared with.
@Suite struct RoundCalendarTests {
  private func calendar(
    _ system: String = "dmc", _ change: (inout String) -> Void = { _ in }
  ) throws -> RoundCalendar {
    var text = try ProjectFiles.text("pipelines/rounds/\(system).yaml")
    change(&text)
    return try RoundCalendar(YAMLFile.settings(text, file: "rounds/\(system).yaml"))
  }

  private func round(_ name: String, of calendar: RoundCalendar) throws -> Round {
    let parts = name.split(separator: "/").map {
      Settings(.word(String($0)), at: Place(file: "test"))
    }
    return try calendar.round(year: parts[0], term: parts[1])
  }

  private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

  private static let neighbours = [
    ("dmc", "2569/1", "2568/3", "2568/1"), ("dmc", "2569/2", "2569/1", "2568/2"),
    ("dmc", "2569/3", "2569/2", "2568/3"), ("emis", "2569/1", "2568/1", "2568/1"),
    ("b-obec", "2569/1", "2568/1", "2568/1"), ("year", "2569/1", "2568/1", "2568/1"),
  ]

  @Test(arguments: neighbours)
  func eachRoundHasItsPreviousAndItsLastYears(
    system: String, name: String, previous: String, lastYear: String
  ) throws {
    let calendar = try calendar(system)
    let round = try round(name, of: calendar)
    #expect(calendar.previous(of: round)?.name == previous)
    #expect(calendar.lastYear(of: round)?.name == lastYear)
  }

  @Test(arguments: neighbours)
  func withoutAWordOfTheFileThePreviousRoundIsTheOneThatOpenedBefore(
    system: String, name: String, previous: String, lastYear: String
  ) throws {
    let calendar = try calendar(system) { text in
      text = text.split(separator: "\n").filter { !$0.contains("previous: {") }
        .joined(separator: "\n")
    }
    #expect(calendar.previous(of: try round(name, of: calendar))?.name == previous)
  }

  @Test func theFileMaySayWithWhichRoundsOneIsCompared() throws {
    let calendar = try calendar {
      $0 = $0.replacing(
        "previous: { year: -1, term: 3 }",
        with: "previous: { year: -1, term: 2 }\n    last_year: { year: -2, term: 1 }")
    }
    let round = try round("2569/1", of: calendar)
    #expect(calendar.previous(of: round)?.name == "2568/2")
    #expect(calendar.lastYear(of: round)?.name == "2567/1")
  }

  @Test(arguments: [
    ("dmc", "2026-05-15", 2568), ("dmc", "2026-05-16", 2569), ("dmc", "2027-03-31", 2569),
    ("emis", "2027-01-01", 2569), ("year", "2026-12-31", 2569), ("year", "2027-01-01", 2570),
  ])
  func theAcademicYearTurnsInMay(system: String, iso: String, year: Int) throws {
    #expect(try calendar(system).academicYear(of: day(iso)) == year)
  }

  @Test(arguments: [
    ("2569/1", "2026-05-16", "2026-06-10"), ("2569/3", "2027-02-01", "2027-04-30"),
    ("2565/2", "2022-07-01", "2022-11-10"), ("2564/2", "2021-07-15", "2021-11-10"),
    ("2560/3", "2018-02-01", "2018-03-31"),
  ])
  func windowsDifferFromYearToYear(name: String, opens: String, closes: String) throws {
    let round = try round(name, of: calendar())
    #expect(round.opens.iso == opens && round.closes.iso == closes)
  }

  @Test(arguments: [
    ("2026-05-15", RoundState.coming(days: 1)), ("2026-05-16", .open(days: 25)),
    ("2026-06-10", .open(days: 0)), ("2026-06-11", .closed(days: 1)),
  ])
  func aRoundIsComingOpenOrClosed(iso: String, state: RoundState) throws {
    #expect(RoundState(try round("2569/1", of: calendar()), on: try day(iso)) == state)
  }

  @Test func theLatestRoundIsTheLastThatOpened() throws {
    let calendar = try calendar()
    #expect(calendar.latest(on: try day("2026-07-14"))?.name == "2569/1")
    #expect(calendar.latest(on: try day("2026-07-15"))?.name == "2569/2")
  }

  @Test(arguments: ["0001-01-01", "9999-12-31"])
  func theEndsOfTheCalendarAreNoTrap(iso: String) throws {
    let calendar = try calendar()
    let year = calendar.academicYear(of: try day(iso))
    for round in calendar.rounds(ofYear: year) { _ = calendar.previous(of: round) }
    #expect(calendar.rounds(ofYear: year).count == 3)
  }

  @Test(arguments: [
    (
      #"begins: "05-16""#, #"begin: "05-16""#,
      "8:1: error: unknown key 'begin'; did you mean 'begins'?"
    ),
    (#"begins: "05-16""#, "", "7:1: error: missing key 'begins'"),
    (
      #"as_of: "06-10""#, #"as_of: "06-31""#, "12:12: error: expected a day as MM-DD, found '06-31'"
    ),
    (
      #"opens: "02-01""#, #"opens: "02-29""#, "26:12: error: expected a day as MM-DD, found '02-29'"
    ),
    (
      #"closes: "06-10""#, #"closes: "04-10""#,
      "14:13: error: the round closes on 04-10, before it opens on 05-16"
    ),
    (
      "previous: { year: -1, term: 3 }", "previous: { year: -1, term: 4 }",
      "15:33: error: unknown term '4'; did you mean '1'?"
    ),
    (
      "previous: { year: -1, term: 3 }", "previous: { term: 3 }",
      "15:23: error: a round is compared with one that opens earlier"
    ),
    (
      "previous: { term: 1 }", "previous: { term: 1, yaer: 0 }",
      "21:26: error: unknown key 'yaer'; did you mean 'year'?"
    ),
    (
      "previous: { term: 1 }", "last_year: { term: 2, year: 0 }",
      "21:33: error: expected a number of years from -5 to -1, found '0'"
    ),
    (
      "  2560:", "  2017:",
      "30:3: error: expected an academic year of the Buddhist era, such as 2569, found '2017'"
    ),
    ("    2: { opens", "    4: { opens", "33:5: error: unknown term '4'; did you mean '1'?"),
    (
      #"opens: "07-01""#, #"opens: "12-01""#,
      "33:17: error: the round closes on 11-10, before it opens on 12-01"
    ),
    (
      "    year: 1", "    year: 7",
      "24:11: error: expected a number of years from -1 to 1, found '7'"
    ),
  ])
  func aMistakeIsToldWithItsPlace(right: String, wrong: String, message: String) {
    let error = #expect(throws: SettingsError.self) {
      try calendar {
        #expect($0.contains(right))
        $0 = $0.replacing(right, with: wrong, maxReplacements: 1)
      }
    }
    #expect(error.map { "\($0)" } == "rounds/dmc.yaml:" + message)
  }
}

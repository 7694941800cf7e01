import Containers
import GRDB
import Ingest
import Pipeline
import Settings
import Tables
import TestKit
import Testing

/// The nights of a collection window: the curve of a round, and what the history keeps of each run.
@Suite struct NightTests {
  private struct Window {
    let folder: TestFolder
    let plan: Plan

    init(overrides: [String] = [], in folder: TestFolder? = nil) throws {
      self.folder = try folder ?? TestFolder()
      plan = try CaseRun.plan(overrides: overrides)
    }

    var reader: RunHistory { get throws { try #require(try RunHistory(folder: folder.path)) } }

    /// A night on which the first pupils of each school stand in the lists; all but the first are wrong.
    func run(_ pupils: [String: Int], on day: String) async throws -> [String: [UInt8]] {
      let history = try HistoryFile(folder: folder.path)
      let register = SmallOffice.register(
        ["20010001", "20010002", "20010003"].map { (code: $0, levels: "") })
      let lists = pupils.sorted { $0.key < $1.key }.map { school, count in
        (0..<count).map { number in
          [
            "school_code": school, "citizen_id": CheckedNumber.make(number + 1),
            "student_number": "\(number)", "birth_date": number == 0 ? "05/11/2560" : "ไม่ทราบ",
          ]
        }
      }
      let outcome = try await Run(plan).run(
        zip(pupils.keys.sorted(), lists).map { school, list in
          InputFile(
            path: "dmc/\(school).csv", dataset: "student",
            bytes: Array(SmallOffice.list(list).utf8))
        } + [InputFile(path: "register/s.csv", dataset: "school", bytes: Array(register.utf8))],
        history: history)
      try history.record(try #require(outcome.record), on: try #require(Day(iso: day)))
      return Dictionary(
        uniqueKeysWithValues: outcome.pages.filter { $0.path != "timings.json" }
          .map { ($0.path, $0.bytes) })
    }

    /// The curve that a run prints, a line for each night.
    func nights(_ pupils: [String: Int], on day: String) async throws -> [String] {
      let figures = CSVRecords.read(
        String(decoding: try await run(pupils, on: day)["figures.csv"] ?? [], as: UTF8.self))
      var lines: [String] = []
      for figure in figures where figure["table"] == "nights" {
        if figure["column"] == "schools-submitted" { lines.append(figure["row"] ?? "") }
        lines[lines.count - 1] += " " + (figure["value"] ?? "")
      }
      return lines
    }

    func write(_ sql: String, _ arguments: StatementArguments = []) throws {
      let queue = try DatabaseQueue(path: folder.path + "/history.sqlite")
      try queue.write { try $0.execute(sql: sql, arguments: arguments) }
    }

    func count(_ sql: String) throws -> Int? {
      let queue = try DatabaseQueue(path: folder.path + "/history.sqlite")
      return try queue.read { try Int.fetchOne($0, sql: sql) }
    }
  }

  @Test func theCurveHasALineForEachEarlierNightAndOneForThisRun() async throws {
    let window = try Window()
    // Errors: the birth dates, every school that has not submitted, and each row of a pupil in two schools.
    let night1 = try await window.nights(["20010001": 2], on: "2026-05-20")
    #expect(night1 == ["this-run 1 2 3 0"])
    let night2 = try await window.nights(["20010001": 2, "20010002": 3], on: "2026-05-21")
    #expect(night2 == ["2026-05-20 1 2 3 0", "this-run 2 1 8 2"])
    let night3 = try await window.nights(
      ["20010001": 2, "20010002": 0, "20010003": 1], on: "2026-05-22")
    #expect(night3 == ["2026-05-20 1 2 3 0", "2026-05-21 2 1 8 2", "this-run 3 0 3 1"])
  }

  @Test func theSameInputsGiveTheSameBytesOnAnyDay() async throws {
    let window = try Window()
    _ = try await window.run(["20010001": 1], on: "2026-05-20")
    let first = try await window.run(["20010001": 2], on: "2026-05-21")
    let second = try await window.run(["20010001": 2], on: "2026-05-29")
    #expect(first == second)
    // The day of the night is the one on which its inputs were read first.
    let night4 = try await window.nights(["20010001": 3], on: "2026-05-30")
    #expect(night4 == ["2026-05-20 1 2 2 0", "2026-05-21 1 2 3 0", "this-run 1 2 4 0"])
    let runs = try window.reader.runs()
    #expect(runs.map { $0.times } == [1, 2, 1])
    #expect(runs.map { $0.lastDay?.iso } == ["2026-05-20", "2026-05-29", "2026-05-30"])
  }

  @Test func ofSeveralRunsOfADayTheLastSpeaks() async throws {
    let window = try Window()
    for count in 1...3 { _ = try await window.run(["20010001": count], on: "2026-05-20") }
    let night5 = try await window.nights(["20010001": 4], on: "2026-05-21")
    #expect(night5 == ["2026-05-20 1 2 4 0", "this-run 1 2 5 0"])
  }

  @Test func anotherRoundHasACurveOfItsOwn() async throws {
    let window = try Window()
    _ = try await window.run(["20010001": 1], on: "2026-05-20")
    let other = try Window(overrides: ["round.term=2"], in: window.folder)
    let night6 = try await other.nights(["20010001": 2], on: "2026-08-01")
    #expect(night6 == ["this-run 1 2 3 0"])
  }

  @Test func withoutAnEarlierNightTheReportSaysSo() async throws {
    let window = try Window(overrides: ["render.language=en"])
    let sentence = "There is no earlier run of this round to compare with."
    let first = try await window.run(["20010001": 1], on: "2026-05-20")
    #expect(String(decoding: first["summary.html"] ?? [], as: UTF8.self).contains(sentence))
    let second = try await window.run(["20010001": 2], on: "2026-05-21")
    let page = String(decoding: second["summary.html"] ?? [], as: UTF8.self)
    #expect(!page.contains(sentence) && page.contains("This run"))
    // The day of this run is nobody's business but the history's.
    #expect(page.contains("2026-05-20") && !page.contains("2026-05-21"))
  }

  @Test func theHistoryKeepsEveryFigureAsTheRunWroteIt() async throws {
    let window = try Window()
    let pages = try await window.run(["20010001": 2, "20010002": 3], on: "2026-05-20")
    let figures = CSVRecords.read(String(decoding: pages["figures.csv"] ?? [], as: UTF8.self))
    let reader = try window.reader
    let run = try #require(reader.runs().first)
    #expect(figures.count > 100)
    for figure in figures {
      let parts = ["table", "row", "column"].map { figure[$0] ?? "" }
      let name = try FigureName(
        Settings(.word(parts.joined(separator: ":")), at: Place(file: "test")))
      let kept = try reader.figure(name, of: run)
      let fields = ["column", "value", "numerator", "denominator", "unit", "rows"]
      let found = kept.map {
        [$0.column, $0.value, $0.numerator, $0.denominator, $0.unit, $0.rows]
      }
      #expect(found == fields.map { figure[$0] ?? "" }, "\(parts)")
    }
  }

  @Test func theHistoryKeepsWhatEachSchoolHasHandedIn() async throws {
    let window = try Window()
    _ = try await window.run(["20010001": 2, "20010002": 0], on: "2026-05-20")
    let reader = try window.reader
    let run = try #require(reader.runs().first)
    let lines = try reader.submissions(of: run).map {
      "\($0.school) \($0.state) \($0.rows) \($0.errors) \($0.furtherRegistrations)"
    }
    #expect(
      lines == [
        "20010001 submitted 2 1 0", "20010002 without-pupils 0 0 0", "20010003 not-submitted 0 1 0",
      ])
  }

  @Test func figuresAndSubmissionsAreKeptOfSixtyRuns() async throws {
    let window = try Window()
    _ = try await window.run(["20010001": 1], on: "2026-05-20")
    // So many nights pass, each with a line of its own.
    for night in 1...60 {
      try window.write(
        """
        INSERT INTO run (pipeline, year, term, inputs) VALUES ('dmc-students', 2569, 1, ?);
        """, ["night \(night)"])
      try window.write("INSERT INTO line (text) VALUES (?)", ["night \(night)"])
      try window.write(
        """
        INSERT INTO figure (run, place, tbl, row, head, cells)
        SELECT (SELECT max(id) FROM run), 0, 1, 1, max(id), max(id) FROM line
        """)
    }
    _ = try await window.run(["20010001": 2], on: "2026-07-30")
    #expect(try window.count("SELECT count(*) FROM run") == 62)
    #expect(try window.count("SELECT count(DISTINCT run) FROM figure") == 60)
    #expect(try window.count("SELECT count(*) FROM submission WHERE run = 1") == 0)
    // A line that no figure needs any more is gone with the last of them.
    #expect(try window.count("SELECT count(*) FROM line WHERE text = 'night 1'") == 0)
    #expect(try window.count("SELECT count(*) FROM line WHERE text = 'night 2'") == 1)
  }

  @Test func aHistoryOfAnEarlierVersionIsTakenOver() async throws {
    let window = try Window()
    _ = try await window.run(["20010001": 2], on: "2026-05-20")
    // As version 0.4 left it.
    let columns = [
      "system", "first_day", "last_day", "times", "accepted", "errors", "further", "submitted",
      "without_pupils", "not_submitted",
    ]
    for column in columns { try window.write("ALTER TABLE run DROP COLUMN \(column)") }
    for table in ["submission", "figure", "line"] { try window.write("DROP TABLE \(table)") }
    try window.write("DELETE FROM grdb_migrations WHERE identifier = 'nights'")

    let old = try #require(window.reader.runs().first)
    #expect(old.system.isEmpty && old.firstDay == nil && old.intake == nil && old.times == 1)
    let pages = try await window.run(["20010001": 1], on: "2026-05-21")
    let progress = String(decoding: pages["progress.csv"] ?? [], as: UTF8.self)
    #expect(progress.contains("mended,birth-unreadable,20010001"))
    // Of the earlier run nobody knows the day, so that it is no night.
    let night7 = try await window.nights(["20010001": 3], on: "2026-05-22")
    #expect(night7 == ["2026-05-21 1 2 2 0", "this-run 1 2 4 0"])
    #expect(try window.reader.runs().map { $0.system } == ["dmc", "dmc", "dmc"])
  }

  private func curve(_ window: Window, figure: String? = nil) throws -> String {
    let curves = try RunCurve.all(
      window.reader, figure: figure.map { Settings(.word($0), at: Place(file: "--figure")) })
    return RunCurveText(try RoundWords(CaseRun.shelf, language: .english))
      .text(curves, figure: figure)
  }

  @Test func theRunsOfARoundAreListedNightByNight() async throws {
    let window = try Window()
    _ = try await window.run(["20010001": 2], on: "2026-05-20")
    _ = try await window.run(["20010001": 2, "20010002": 0], on: "2026-05-21")
    let text8 = try curve(window)
    #expect(
      text8 == """
        dmc-students, round 2569/1
          Day         Runs  Submitted  Of these without pupils  Not submitted  Rows accepted  Errors  Further registrations
          2026-05-20     1          1                        0              2              2       3                      0
          2026-05-21     1          2                        1              1              2       2                      0

        """)
    let text9 = try curve(window, figure: "findings-by-school:20010001:errors")
    #expect(
      text9 == """
        dmc-students, round 2569/1: findings-by-school:20010001:errors
          Day         Value
          2026-05-20      1
          2026-05-21      1

        """)
  }

  @Test(arguments: [
    ("headline:person", "unknown figure 'headline:person'; did you mean 'headline:persons'?"),
    ("headline", "expected a figure as 'table:row' or 'table:row:column', found 'headline'"),
  ])
  func aFigureThatNoRunKeepsIsTold(name: String, message: String) async throws {
    let window = try Window()
    _ = try await window.run(["20010001": 1], on: "2026-05-20")
    let error = #expect(throws: SettingsError.self) { try curve(window, figure: name) }
    #expect(error.map { "\($0)" } == "--figure:1:1: error: " + message)
  }

  @Test func aFolderWithoutAHistoryHasNoRunsAndGetsNoFile() throws {
    let folder = try TestFolder()
    #expect(try RunHistory(folder: folder.path) == nil)
    #expect(!Folder.exists(folder.path + "/history.sqlite"))
  }
}

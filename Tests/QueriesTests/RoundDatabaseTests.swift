import Queries
import Settings
import Tables
import TestKit
import Testing

/// What a query sees of a round: every kind of value, and accepted rows only.
@Suite struct RoundDatabaseTests {
  private static func office() -> SmallRound {
    var round = SmallRound()
    round.add(
      "student",
      [
        ("citizen_id", .identifier), ("grade", .text), ("born", .date), ("weight", .decimal),
        ("room", .integer), ("scout", .flag),
      ],
      [
        "0100000000016|ป.1|2019-02-28|20.55|1|yes",
        "G123456789012|ป.1|-|-|-|-",
        "-|ป.2|2018-12-31|-3|2|no",
        "12 34|-|2017-01-01|31|12|yes",
        "1100000000024|ป.2|2018-01-01|30|2|yes",
      ])
    round.add("service-area", [("population", .integer)], ["7", "8"])
    round.quarantine(4, of: 0)
    round.mark(3, of: 0)
    round.follow(0, of: 0, to: 1, Movement(.joined))
    round.follow(
      2, of: 0, to: 1,
      Movement(.moved, step: .promoted, identity: [.gCodeToNumber, .surnameChanged], row: 1))
    return round
  }

  @Test(arguments: [
    (
      "SELECT citizen_id FROM student ORDER BY _row",
      ["'0100000000016'", "'G123456789012'", "-", "'12 34'"]
    ),
    ("SELECT citizen_id__raw FROM student WHERE citizen_id IS NULL", ["'-'"]),
    ("SELECT grade, grade__raw FROM student WHERE _row > 1", ["'ป.2'|'ป.2'", "-|'-'"]),
    (
      "SELECT born FROM student ORDER BY born",
      ["-", "'2017-01-01'", "'2018-12-31'", "'2019-02-28'"]
    ),
    (
      "SELECT weight, weight__raw, room FROM student ORDER BY _row",
      ["20.55|'20.55'|1", "-|'-'|-", "-3.0|'-3'|2", "31.0|'31'|12"]
    ),
    ("SELECT scout, count(*) FROM student GROUP BY scout", ["-|1", "0|1", "1|2"]),
    (
      "SELECT _row, _school, _file, _sheet, _line, _further FROM student WHERE _row > 1",
      ["2|'20010001'|'student.xlsx'|'Sheet1'|4|0", "3|-|'student.xlsx'|'Sheet1'|5|1"]
    ),
    (
      "SELECT _movement, _step, _identity, _other FROM student WHERE _row <> 1 ORDER BY _row",
      ["'joined'|-|-|-", "'moved'|'promoted'|'g-code-to-number+surname-changed'|1", "-|-|-|-"]
    ),
    (
      "SELECT population FROM student s JOIN service_area a ON a._row = s._other", ["8"]
    ),
    ("SELECT _movement FROM service_area", ["-", "-"]),
    ("SELECT count(*) FROM student", ["4"]),
    ("SELECT count(*) FROM STUDENT WHERE rowid = _row", ["4"]),
    ("SELECT sum(population) FROM \"service-area\"", ["15"]),
    ("SELECT sum(population) FROM service_area", ["15"]),
    (
      "SELECT a.population FROM service_area a JOIN \"service-area\" b USING (_row)", ["7", "8"]
    ),
    (
      // SQLite does not say that it reads the columns of a USING, nor this table at all.
      "SELECT s.grade FROM student s JOIN \"service-area\" USING (_file, _ROW)", []
    ),
    (
      "SELECT count(*) FROM student AS s CROSS JOIN student USING (grade, room__raw)", ["3"]
    ),
    (
      "SELECT cast((julianday(:as_of) - julianday(born)) / 365.25 AS INTEGER), :year, :term FROM student WHERE _row = 0",
      ["7|2569|1"]
    ),
    (
      "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 3) SELECT x FROM n",
      ["1", "2", "3"]
    ),
    ("WITH student AS (SELECT 1 AS a) SELECT count(*) FROM student", ["1"]),
    (
      // The clock stands at the day of the round, however it is asked.
      "SELECT date('now'), date(), datetime('no' || 'w'), current_date, current_time, current_timestamp",
      [
        "'2026-06-10'|'2026-06-10'|'2026-06-10 00:00:00'|'2026-06-10'|'00:00:00'|'2026-06-10 00:00:00'"
      ]
    ),
    (
      "SELECT julianday('now') = julianday(:as_of), strftime('%s') = strftime('%s', :as_of)",
      ["1|1"]
    ),
    ("SELECT unixepoch(), unixepoch('now', '+1 day')", ["1781049600|1781136000"]),
    ("SELECT 'a;b' FROM student WHERE _row = 0; -- the end", ["'a;b'"]),
    ("VALUES (1), (NULL)", ["1", "-"]),
  ]) func aQuerySeesCleanValues(_ sql: String, _ rows: [String]) throws {
    #expect(try Self.office().answer(sql) == rows)
  }

  @Test func queriesShareWhatTheyRead() throws {
    let office = Self.office()
    let first = try office.query("SELECT grade FROM student WHERE room = 12")
    let second = try office.query("SELECT max(weight) FROM student")
    let third = try office.query("SELECT population FROM service_area WHERE _line = 3")
    let database = try RoundDatabase(
      office.linked, for: [first, second, third], on: SmallRound.round.asOf)
    #expect(try office.rows(of: first, in: database) == ["-"])
    #expect(try office.rows(of: second, in: database) == ["31.0"])
    #expect(try office.rows(of: third, in: database) == ["8"])
    #expect(try office.rows(of: first, in: database) == ["-"])
  }

  @Test func aCellThatNoRowOfSQLiteCouldHoldIsCut() throws {
    var round = SmallRound()
    round.add("a", [("b", .text)], [String(repeating: "x", count: 2_000_000)])
    #expect(try round.answer("SELECT length(b), length(b__raw) FROM a") == ["10000|10000"])
  }

  @Test func bytesThatAreNoTextDoNoHarm() throws {
    var round = SmallRound()
    round.add("a", [("b", .text)], ["x\0y'; DROP TABLE a; --", "\u{FEFF}"])
    #expect(try round.answer("SELECT b FROM a") == ["'x\0y'; DROP TABLE a; --'", "'\u{FEFF}'"])
  }

  // MARK: Runaways

  private func stopped(
    _ sql: String, steps: Int = .max, memory: Int = 1 << 30, seconds: Int = 1_000_000
  ) throws -> String {
    let office = Self.office()
    let query = try office.query(sql)
    let database = try RoundDatabase(office.linked, for: [query], on: SmallRound.round.asOf)
    do {
      try database.forEachRow(of: query, steps: steps, memory: memory, seconds: seconds) { _ in }
      return "no mistake"
    } catch {
      // What is there is there still.
      #expect(try office.rows(of: office.query("SELECT 1"), in: database) == ["1"])
      return "\(error)"
    }
  }

  @Test(arguments: [
    "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n",
    "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n",
  ]) func aQueryThatNeverEndsIsStopped(_ sql: String) throws {
    let message = try stopped(sql, steps: 1_000_000)
    #expect(
      message
        == "q.yaml:3:12: error: the query was stopped after 1000000 steps; does a recursive WITH end, and is every join bound by ON?"
    )
  }

  @Test func aQueryThatTakesAllMemoryIsStopped() throws {
    let message = try stopped(
      "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n ORDER BY hex(x)",
      memory: 8 << 20)
    #expect(
      message
        == "q.yaml:3:12: error: the query was stopped, for it takes more than 8388608 bytes")
  }

  /// Few steps, each of which takes as much as one may.
  @Test func longTextsAreStoppedBeforeTheyTakeAllMemory() throws {
    let texts = (0..<200).map { "hex(zeroblob(\(1_900_000 + $0))) AS x\($0)" }
    let lengths = (0..<200).map { "length(x\($0))" }
    let message = try stopped(
      "SELECT \(lengths.joined(separator: " + ")) FROM (SELECT \(texts.joined(separator: ", ")) LIMIT 1)",
      memory: 8 << 20)
    #expect(
      message
        == "q.yaml:3:12: error: the query was stopped, for it takes more than 8388608 bytes")
  }

  @Test func longStepsAreStoppedByTheClock() throws {
    let message = try stopped(
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT sum(length(hex(zeroblob(2000000 + i % 9)))) FROM n",
      seconds: 0)
    #expect(
      message
        == "q.yaml:3:12: error: the query was stopped after 0 seconds; does it make long texts over and over?"
    )
  }

  @Test(arguments: ["hex(zeroblob(2100000))", "zeroblob(5000000)"])
  func aTextWithoutEndIsTold(_ text: String) throws {
    #expect(
      Self.office().mistake("SELECT \(text) FROM student")
        == "q.yaml:3:12: error: the query failed: string or blob too big")
  }

  @Test func aQueryThatFailsIsTold() throws {
    #expect(
      Self.office().mistake("SELECT abs(-9223372036854775807 - 1) FROM student")
        == "q.yaml:3:12: error: the query failed: integer overflow")
  }
}

import Ingest
import Pipeline
import Settings
import Tables
import TestKit
import Testing

/// Rules and tables in SQL, through a whole run.
@Suite struct QueryRuleTests {
  private static let pipeline = """
    pipeline: queries
    round: { system: dmc, year: 2569, term: 1 }
    ingest:
      student: { schema: schemas/dmc/student.yaml, files: "dmc/*" }
      school: { schema: schemas/school.yaml, files: "register/*" }
    normalize: { student: { rules: rules/dmc/student.yaml } }
    deduplicate: { student: { model: matching/student.yaml, register: school } }
    aggregate: { rules: rules/own.yaml, tables: tables/own.yaml }
    render: { audience: officer, language: en }
    """

  /// A rule whose query stands in line 7 of its file.
  private static func rules(_ query: String, more: String = "") -> String {
    """
    rules:
      own:
        check: sql
        dataset: student
        column: grade
        severity: info
        query: "\(query)"
        title: Own
        message: "{value} {0} {1}"
        source: test
        \(more)
    """
  }

  private static let usualTable = (
    query: "SELECT grade, count(*) AS pupils, count(*) AS rows FROM student GROUP BY grade",
    stubs: "{ grade: Grade }",
    columns: "{ pupils: { label: Pupils, unit: persons } }"
  )

  /// A table whose query stands in line 5 of its file.
  private static func tables(
    _ query: String = usualTable.query, stubs: String = usualTable.stubs,
    columns: String = usualTable.columns, more: String = ""
  ) -> String {
    """
    tables:
      own:
        measure: sql
        title: Own
        query: "\(query)"
        stubs: \(stubs)
        columns: \(columns)
        \(more)
    """
  }

  private static func plan(rules: String, tables: String) throws -> Plan {
    let shelf = Shelf.files {
      ["rules/own.yaml": rules, "tables/own.yaml": tables][$0]
    } list: {
      ["rules/own.yaml", "tables/own.yaml"]
    }
    return try Plan(text: pipeline, path: "p.yaml", shelf: shelf, options: RunOptions())
  }

  private static let anyRule = rules("SELECT _row AS row FROM student WHERE 0")

  private static let pupils = [
    ["citizen_id": "1100000000016", "grade": "ป.1"],
    ["citizen_id": "1100000000016", "grade": "ป.1", "school_code": "20010002"],
    ["citizen_id": "1100000000024", "grade": "ป.2", "room": "3"],
    // Without school, identity and names: such a row is put in quarantine.
    ["citizen_id": "", "school_code": "", "first_name": "", "last_name": "", "grade": "ป.2"],
    ["citizen_id": "1100000000032", "grade": ""],
  ]

  /// The lines of a file that a run of these pupils writes, from those of the rule or table on.
  private static func lines(
    _ file: String, _ prefix: String, rules: String = anyRule, tables: String = tables()
  ) async throws -> [String] {
    let register = SmallOffice.register([
      (code: "20010001", levels: ""), (code: "20010002", levels: ""),
    ])
    let outcome = try await Run(plan(rules: rules, tables: tables)).run([
      InputFile(path: "dmc/a.csv", dataset: "student", bytes: Array(SmallOffice.list(pupils).utf8)),
      InputFile(path: "register/s.csv", dataset: "school", bytes: Array(register.utf8)),
    ])
    let page = outcome.pages.first { $0.path == file }?.bytes ?? []
    return String(decoding: page, as: UTF8.self).split(separator: "\n")
      .filter { $0.hasPrefix(prefix + ",") }.map { String($0.dropFirst(prefix.count + 1)) }
  }

  // MARK: Rules

  @Test(arguments: [
    (
      // In the order of rows, whatever order the query gives; each row once.
      "SELECT _row AS row FROM student UNION ALL SELECT _row FROM student ORDER BY 1 DESC",
      [
        "info,dmc/a.csv,,2,grade,20010001,ป.1,ป.1  ", "info,dmc/a.csv,,3,grade,20010002,ป.1,ป.1  ",
        "info,dmc/a.csv,,4,grade,20010001,ป.2,ป.2  ", "info,dmc/a.csv,,6,grade,20010001,,  ",
      ]
    ),
    (
      "SELECT max(_row) AS row, count(*) AS fact, sum(_further) AS fact2 FROM student WHERE grade = 'ป.1'",
      ["info,dmc/a.csv,,3,grade,20010002,ป.1,ป.1 2 1"]
    ),
    (
      // The same row with several facts: the smallest are told.
      "SELECT s._row AS row, t._line AS fact FROM student s, student t WHERE s.room = 3 ORDER BY fact DESC",
      ["info,dmc/a.csv,,4,grade,20010001,ป.2,ป.2 2 "]
    ),
    (
      "SELECT _row AS row, NULL AS fact FROM student WHERE citizen_id = '1100000000032'",
      ["info,dmc/a.csv,,6,grade,20010001,,  "]
    ),
    ("SELECT _row AS row FROM student WHERE 1 = 0", []),
  ]) func itFindsTheRowsOfItsQuery(_ query: String, _ lines: [String]) async throws {
    #expect(try await Self.lines("findings.csv", "own", rules: Self.rules(query)) == lines)
  }

  @Test func aRuleThatIsOffIsReadAndNotRun() async throws {
    let off = Self.rules("SELECT _row AS row FROM student", more: "on: false")
    #expect(try await Self.lines("findings.csv", "own", rules: off) == [])
    let wrong = Self.rules("SELECT _rwo AS row FROM student", more: "on: false")
    #expect(throws: SettingsErrors.self) { try Self.plan(rules: wrong, tables: Self.tables()) }
  }

  // MARK: Tables

  @Test func itsFiguresAreTheNumbersOfItsQuery() async throws {
    let tables = Self.tables(
      """
      SELECT grade, room, count(*) AS pupils, 2.675 * count(*) AS amount, -0.005 AS below, NULL AS empty, \
      sum(1 - _further) AS persons, count(*) AS rows FROM student GROUP BY grade, room ORDER BY grade
      """,
      stubs: "{ grade: Grade, room: { th: ห้อง, en: Room } }",
      columns: """
        { pupils: { label: Pupils, unit: registrations }, amount: { label: A, unit: baht }, \
        below: { label: B, unit: baht }, empty: { label: N, unit: none }, persons: { label: P, unit: persons } }
        """)
    let expected = [
      "unknown/1,pupils,1,,,registrations,1", "unknown/1,amount,2.68,,,baht,1",
      "unknown/1,below,-0.01,,,baht,1", "unknown/1,empty,,,,none,1",
      "unknown/1,persons,1,,,persons,1",
      "ป.1/1,pupils,2,,,registrations,2", "ป.1/1,amount,5.35,,,baht,2",
      "ป.1/1,below,-0.01,,,baht,2", "ป.1/1,empty,,,,none,2", "ป.1/1,persons,1,,,persons,2",
      "ป.2/3,pupils,1,,,registrations,1", "ป.2/3,amount,2.68,,,baht,1",
      "ป.2/3,below,-0.01,,,baht,1", "ป.2/3,empty,,,,none,1", "ป.2/3,persons,1,,,persons,1",
    ]
    #expect(try await Self.lines("figures.csv", "own", tables: tables) == expected)
  }

  @Test func aStubAloneMayBeTheKey() async throws {
    let tables = Self.tables(
      "SELECT s._school AS code, s.school_name AS name, count(p._row) AS pupils, count(p._row) AS rows "
        + "FROM school s LEFT JOIN student p USING (_school) GROUP BY s._row",
      stubs: "{ code: Code, name: Name }", more: "key: code")
    #expect(
      try await Self.lines("figures.csv", "own", tables: tables)
        == ["20010001,pupils,3,,,persons,3", "20010002,pupils,1,,,persons,1"])
  }

  // MARK: Mistakes

  private static func told(rules: String = anyRule, tables: String = tables()) -> String {
    do {
      _ = try plan(rules: rules, tables: tables)
      return "no mistake"
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [
    (
      "SELECT _row FROM student",
      "the result has an unknown column '_row'; did you mean 'row'?"
    ),
    (
      "SELECT 1 AS fact FROM student",
      "the result lacks the column 'row', as in SELECT _row AS row"
    ),
    (
      "SELECT 1 AS row, 2 AS fact2",
      "the result has a column 'fact2' but no column 'fact'"
    ),
    ("SELECT _row AS row FROM studnet", "no such table: studnet; did you mean 'student'?"),
    ("SELECT _row AS row FROM staff", "no such table: staff; expected school or student"),
    (
      "SELECT _row AS row FROM student WHERE grad = 'ป.1'",
      "no such column: grad; did you mean 'grade'?"
    ),
    ("PRAGMA table_info(student)", "PRAGMA may not be used"),
  ]) func aMistakeOfARuleIsToldBeforeAnyDataIsRead(_ query: String, _ message: String) {
    #expect(Self.told(rules: Self.rules(query)) == "rules/own.yaml:7:12: error: " + message)
  }

  @Test(arguments: [
    (
      tables("SELECT grade, count(*) AS pupils FROM student GROUP BY grade"),
      "5:12: error: the result lacks the column 'rows', as in count(*) AS rows: how many rows stand behind a line"
    ),
    (
      tables("SELECT grade, 1 AS x, 2 AS pupils, 3 AS rows FROM student"),
      "5:12: error: the result has a column 'x' that 'stubs' and 'columns' do not name"
    ),
    (
      tables(stubs: "{ grad: Grade }"),
      "6:14: error: unknown column of the query's result 'grad'; did you mean 'grade'?"
    ),
    (tables(stubs: "{}"), "6:12: error: expected one or more columns, found a map"),
    (
      tables(columns: "{ pupils: { label: Pupils } }"),
      "7:24: error: missing key 'unit'"
    ),
    (
      tables(columns: "{ grade: { label: Grade, unit: x }, pupils: { label: P, unit: y } }"),
      "5:12: error: 'grade' stands in 'stubs' and in 'columns'"
    ),
    (tables(more: "key: grad"), "8:10: error: unknown stub 'grad'; did you mean 'grade'?"),
    (
      tables("SELECT last_name AS grade, 1 AS pupils, 1 AS rows FROM student"),
      "5:12: error: a table may not read 'last_name', which holds values of the class name; _further tells registrations from persons"
    ),
    (
      tables("SELECT grade, count(DISTINCT citizen_id__raw) AS pupils, 1 AS rows FROM student"),
      "5:12: error: a table may not read 'citizen_id', which holds values of the class identifier; _further tells registrations from persons"
    ),
    (
      tables("SELECT substr(birth_date, 1) AS grade, 1 AS pupils, 1 AS rows FROM student"),
      "5:12: error: a table may not read 'birth_date', which holds values of the class sensitive; 'measure: table' counts by their codes"
    ),
    (
      tables("SELECT grade, count(*) AS pupils, 1 AS rows FROM student GROUP BY nationality"),
      "5:12: error: a table may not read 'nationality', which holds values of the class sensitive; 'measure: table' counts by their codes"
    ),
    (
      tables("SELECT grade__raw AS grade, count(*) AS pupils, 1 AS rows FROM student GROUP BY 1"),
      "5:12: error: a table may not read 'grade__raw': a cell as it stood may hold anything"
    ),
  ]) func aMistakeOfATableIsToldBeforeAnyDataIsRead(_ tables: String, _ message: String) {
    #expect(Self.told(tables: tables) == "tables/own.yaml:" + message)
  }

  private static func failure(
    rules: String = anyRule, tables: String = tables()
  ) async throws -> String {
    do {
      return "\(try await lines("findings.csv", "own", rules: rules, tables: tables))"
    } catch let error as SettingsError {
      return "\(error)"
    }
  }

  @Test(arguments: [
    ("SELECT 17 AS row", "'row' is not the _row of an accepted row of 'student'"),
    ("SELECT -1 AS row", "'row' is not the _row of an accepted row of 'student'"),
    ("SELECT 3 AS row", "'row' is not the _row of an accepted row of 'student'"),
    ("SELECT NULL AS row", "'row' is not the _row of an accepted row of 'student'"),
    (
      "SELECT _row AS row, grade AS fact FROM student",
      "'fact' of a row is not a whole number"
    ),
  ]) func aRuleWhoseRowsAreNoneEndsTheRun(_ query: String, _ message: String) async throws {
    #expect(
      try await Self.failure(rules: Self.rules(query)) == "rules/own.yaml:7:12: error: " + message)
  }

  @Test(arguments: [
    ("'x' AS grade, 'y' AS pupils, 1 AS rows", "'pupils' of a row is not a number"),
    ("1.5 AS grade, 1 AS pupils, 1 AS rows", "'grade' of a row is neither text nor a whole number"),
    ("'x' AS grade, 1 AS pupils, -1 AS rows", "'rows' of a row is not a count"),
    (
      "'x' AS grade, 1 AS pupils, 1 AS rows FROM school",
      "two rows of the result have the same 'grade'"
    ),
    (
      "n AS grade, n AS pupils, n AS rows FROM (WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT n FROM c)",
      "the result has more than 100000 rows; group them"
    ),
  ]) func aTableThatIsNoneEndsTheRun(_ query: String, _ message: String) async throws {
    #expect(
      try await Self.failure(tables: Self.tables("SELECT " + query))
        == "tables/own.yaml:5:12: error: " + message)
  }
}

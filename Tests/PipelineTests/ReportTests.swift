import Foundation
import TestKit
import Testing

/// `krong report`: one table for one question, in the grammar of the files of tables.
@Suite struct ReportTests {
  private func report(_ arguments: String...) throws -> Program.Ended {
    try Program.krong(
      ["report", "pipelines/dmc-students.yaml", "--input", "fixtures/office/input"] + arguments)
  }

  @Test func aTableIsPrintedWithItsSums() throws {
    let ended = try report("--by", "level", "--across", "sex", "--language", "en")
    #expect(ended.status == 0, "\(ended.errors)")
    #expect(
      ended.output == """
                            Male   Female  Not stated      All
        Grade            Persons  Persons     Persons  Persons
        Pre-primary          121      160           0      281
        Primary              402      366           2      770
        Lower secondary      153      138           0      291
        Upper secondary       63       88           0      151
        Not stated             3        2           0        5
        Total                742      754           2    1,498

        """)
  }

  @Test func aConditionNarrowsWhatIsCounted() throws {
    let all = try report("--by", "school", "--as", "csv", "--language", "en")
    let some = try report(
      "--by", "school", "--where", "nationality != ไทย and grade in (ป.1, ป.2)", "--as", "csv",
      "--language", "en")
    #expect(all.output.hasSuffix("Total,1498\n"))
    let count = some.output.split(separator: ",").last.flatMap { Int($0.dropLast()) } ?? 0
    #expect(0 < count && count < 200, "\(some.errors)")
  }

  @Test func whatIsPaidIsAskedForWithRates() throws {
    let measures = ["--measure", "money:persons", "--measure", "no-rate:persons"]
    let arguments = ["--by", "level", "--as", "csv", "--language", "en"] + measures
    let paid = try Program.krong(
      ["report", "pipelines/dmc-students.yaml", "--input", "fixtures/office/input"] + arguments
        + ["--set", "rates=rates/synthetic.csv"])
    #expect(paid.status == 0, "\(paid.errors)")
    let primary = paid.output.split(separator: "\n").filter { $0.hasPrefix("Primary,") }
    #expect(primary == ["Primary,847077,0"])
    #expect(paid.output.contains("Not stated,,5\n"))
  }

  @Test func aWorkbookAndAPageAreWritten() throws {
    let folder = try TestFolder()
    for format in ["xlsx", "html"] {
      let path = "\(folder.path)/table.\(format)"
      let ended = try report(
        "--by", "grade", "--measure", "mean:weight", "--as", format, "--to", path)
      #expect(ended.status == 0, "\(ended.errors)")
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      #expect(bytes.starts(with: format == "xlsx" ? Data([0x50, 0x4B]) : Data("<!".utf8)))
    }
  }

  @Test(arguments: [
    (["--by", "grad"], "--by:1:1: error: unknown column 'grad'; did you mean 'grade'?"),
    (
      ["--by", "first_name"],
      "--by:1:1: error: column 'first_name' says who a person is; a table counts persons and does not list them"
    ),
    (["--by", "grade,sex,room"], "--by:1:1: error: expected one or two dimensions, found a list"),
    (
      ["--by", "grade", "--where", "nationalty = ไทย"],
      "--where:1:1: error: unknown column 'nationalty'; did you mean 'nationality'?"
    ),
    (
      ["--by", "grade", "--where", "weight > heavy"],
      "--where:1:1: error: in the condition: expected a number for column 'weight', found 'heavy'"
    ),
    (
      ["--by", "grade", "--measure", "men:weight"],
      "--measure:1:1: error: unknown measure 'men'; expected persons,"
    ),
    (
      ["--by", "grade", "--dataset", "children"],
      "--dataset:1:1: error: unknown dataset 'children'"
    ),
  ])
  func aMistakeIsToldWithTheFlagItStandsAt(arguments: [String], message: String) throws {
    let ended = try Program.krong(
      ["report", "pipelines/dmc-students.yaml", "--input", "fixtures/office/input"] + arguments)
    #expect(ended.status == 2)
    #expect(ended.errors.hasPrefix(message), "\(ended.errors)")
  }

  // MARK: SQL

  @Test func aQueryIsAnswered() throws {
    let ended = try report(
      "--sql",
      "SELECT sex, count(*) AS pupils, avg(room) AS room FROM student WHERE grade = 'ป.1' GROUP BY sex",
      "--as", "csv")
    #expect(ended.status == 0, "\(ended.errors)")
    let lines = ended.output.split(separator: "\n")
    #expect(lines.first == "sex,pupils,room" && lines.count == 3)
    let whole = try report("--by", "grade", "--measure", "registrations", "--as", "csv")
    let pupils = lines.dropFirst().compactMap { Int($0.split(separator: ",")[1]) }
    #expect(whole.output.contains("ป.1,\(pupils.reduce(0, +))\n"))
  }

  @Test func aQueryIsWrittenAsAWorkbookAndAPage() throws {
    let folder = try TestFolder()
    for format in ["xlsx", "html"] {
      let path = "\(folder.path)/table.\(format)"
      let ended = try report(
        "--sql", "SELECT count(*) AS n FROM student", "--as", format, "--to", path)
      #expect(ended.status == 0, "\(ended.errors)")
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      #expect(bytes.starts(with: format == "xlsx" ? Data([0x50, 0x4B]) : Data("<!".utf8)))
    }
  }

  @Test(arguments: [
    (
      "SELECT grad FROM student",
      "--sql:1:8: error: no such column: grad; did you mean 'grade'?"
    ),
    (
      "SELECT grade,\n  count(*) AS n\nFROM student\nWHERE room = = 1",
      "--sql:4:14: error: near \"=\": syntax error"
    ),
    ("SELECT 1 AS n FROM nobody", "--sql:1:1: error: no such table: nobody"),
    (
      "SELECT citizen_id AS id FROM student",
      "--sql:1:1: error: a table may not read 'citizen_id', which holds values of the class identifier; _further tells registrations from persons"
    ),
    (
      "SELECT max(first_name) AS n FROM student",
      "--sql:1:1: error: a table may not read 'first_name', which holds values of the class name; _further tells registrations from persons"
    ),
    (
      "SELECT count(*) AS n FROM student WHERE nationality = 'ลาว'",
      "--sql:1:1: error: a table may not read 'nationality', which holds values of the class sensitive; 'measure: table' counts by their codes"
    ),
    (
      "SELECT grade__raw AS g FROM student",
      "--sql:1:1: error: a table may not read 'grade__raw': a cell as it stood may hold anything"
    ),
    (
      "DELETE FROM student",
      "--sql:1:1: error: a query only reads; expected SELECT or WITH … SELECT"
    ),
    ("PRAGMA user_version", "--sql:1:1: error: PRAGMA may not be used"),
    ("ATTACH 'x.db' AS x", "--sql:1:1: error: other databases may not be attached"),
    (
      "SELECT 1 AS n; SELECT 2 AS n",
      "--sql:1:1: error: expected one query, found several statements"
    ),
    (
      "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT n FROM c",
      "--sql:1:1: error: the result has more than 100000 rows; group them, or add LIMIT"
    ),
    (
      "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT printf('%1000000d', n) AS t FROM c",
      "--sql:1:1: error: the result has more than 100000000 bytes of text; ask for less of it"
    ),
  ])
  func aQueryThatMayNotBeIsRefused(sql: String, message: String) throws {
    let ended = try report("--sql", sql)
    #expect(ended.status == 2)
    #expect(ended.errors.hasPrefix(message), "\(ended.errors)")
  }

  @Test(arguments: [
    (["--sql", "SELECT 1 AS n", "--by", "grade"], "expected --by or --sql, and not both"),
    ([], "expected --by or --sql, and not both"),
    (
      ["--sql", "SELECT 1 AS n", "--where", "sex = ช"],
      "--where belongs to --by; with --sql the SELECT says it"
    ),
    (
      ["--sql", "SELECT 1 AS n", "--descending"],
      "--descending belongs to --by; with --sql the SELECT says it"
    ),
  ])
  func aQueryStandsAlone(arguments: [String], message: String) throws {
    let ended = try Program.krong(
      ["report", "pipelines/dmc-students.yaml", "--input", "fixtures/office/input"] + arguments)
    #expect(ended.status == 2)
    #expect(ended.errors.contains(message), "\(ended.errors)")
  }

  /// A limit of the shell stands for a disk that is full.
  @Test func aFileThatDoesNotFitLeavesTheOneThatWasThere() throws {
    let folder = try TestFolder()
    let path = "\(folder.path)/table.html"
    try Data("before".utf8).write(to: URL(fileURLWithPath: path))
    let ended = try Program.krong(
      [
        "report", "pipelines/dmc-students.yaml", "--input", "fixtures/office/input", "--by",
        "school", "--as", "html", "--to", path,
      ], blocks: 4)
    #expect(ended.status == 3)
    #expect(ended.errors == "error: \(path): File too large\n", "\(ended.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["table.html"])
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "before")
  }
}

import Queries
import Settings
import Tables
import TestKit
import Testing

/// A query only reads, and its mistakes are told without any data.
@Suite struct QueryTests {
  private static func round() -> SmallRound {
    var round = SmallRound()
    round.add("student", [("citizen_id", .identifier), ("grade", .text)], [])
    round.add("service-area", [("population", .integer)], [])
    return round
  }

  private static let reads = "a query only reads; expected SELECT or WITH … SELECT"
  private static let several = "expected one query, found several statements"
  private static let zone = "the time zone of the machine may not be used"

  static let mistakes = [
    ("DELETE FROM student", reads),
    ("INSERT INTO student(grade) VALUES ('x')", reads),
    ("UPDATE student SET grade = 'x'", reads),
    ("REPLACE INTO student(grade) VALUES ('x')", reads),
    ("WITH a AS (SELECT 1) DELETE FROM student", reads),
    ("INSERT INTO student(grade) VALUES ('x') RETURNING _row", reads),
    ("DROP TABLE student", reads),
    ("CREATE TABLE x (y)", reads),
    ("CREATE TEMP VIEW x AS SELECT 1", reads),
    ("ALTER TABLE student RENAME TO x", reads),
    ("BEGIN", reads),
    ("COMMIT", reads),
    ("SAVEPOINT a", reads),
    ("ANALYZE", reads),
    ("REINDEX", reads),
    ("VACUUM", reads),
    ("VACUUM INTO '/tmp/krong-stolen.db'", reads),
    ("", "empty statement"),
    ("-- nothing", "empty statement"),
    ("PRAGMA user_version", "PRAGMA may not be used"),
    ("PRAGMA writable_schema = 1", "PRAGMA may not be used"),
    ("ATTACH DATABASE '/etc/passwd' AS x", "other databases may not be attached"),
    ("DETACH DATABASE main", "other databases may not be attached"),
    ("SELECT load_extension('x.so')", "the function 'load_extension' may not be used"),
    ("SELECT RANDOM() FROM student", "the function 'random' may not be used"),
    ("SELECT datetime(:as_of, 'LOCALTIME')", zone),
    ("SELECT datetime(:as_of, 'utc')", zone),
    ("SELECT current_date", "no mistake"),
    ("SELECT julianday(:as_of), date(grade) FROM student", "no mistake"),
    ("SELECT value FROM json_each('[5,6]')", reads),
    ("SELECT writefile('/tmp/x', 'y')", "no such function: writefile"),
    ("SELECT readfile('/etc/passwd')", "no such function: readfile"),
    ("SELECT name FROM sqlite_master", "the table 'sqlite_master' may not be read"),
    ("SELECT count(*) FROM sqlite_schema", "the table 'sqlite_schema' may not be read"),
    ("SELECT * FROM pragma_table_list", reads),
    ("SELECT count(*) FROM pragma_database_list", reads),
    ("SELECT 1; SELECT 2", several),
    ("SELECT 1; DROP TABLE student", several),
    ("SELECT 1; ATTACH 'x' AS y", several),
    ("SELECT 1;; nonsense", several),
    ("SELECT grade FORM student", "near \"student\": syntax error"),
    ("SELECT grad FROM student", "no such column: grad; did you mean 'grade'?"),
    (
      "SELECT s.citizn_id FROM student s",
      "no such column: s.citizn_id; did you mean 'citizen_id'?"
    ),
    (
      "SELECT _row AS row\nFROM student\nWHERE grad = 1",
      "in line 3 of the query: no such column: grad; did you mean 'grade'?"
    ),
    ("SELECT \"grad\" FROM student", "no such column: grad; did you mean 'grade'?"),
    ("SELECT 1 FROM studnt", "no such table: studnt; did you mean 'student'?"),
    (
      "SELECT 1 FROM service-area",
      "near \"-\": syntax error"
    ),
    (
      "SELECT 1 FROM student NATURAL JOIN service_area",
      "a NATURAL JOIN may not be used; name the columns with USING or ON"
    ),
    ("SELECT 1 AS a, 2 AS a", "the result has two columns 'a'"),
    ("SELECT :asof", "unknown parameter ':asof'; did you mean ':as_of'?"),
    ("SELECT ?", "unknown parameter '?'; expected :as_of, :term or :year"),
    ("SELECT $as_of", "unknown parameter '$as_of'; did you mean ':as_of'?"),
  ]

  @Test(arguments: mistakes) func aMistakeIsToldWithItsPlace(_ sql: String, _ message: String) {
    let told = Self.round().mistake(sql)
    #expect(told == (message == "no mistake" ? message : "q.yaml:3:12: error: " + message))
  }

  @Test func whatAQueryReadsIsKnown() throws {
    let query = try Self.round().query("SELECT grade__raw, _school FROM student WHERE grade > 'a'")
    #expect(query.columns == ["grade__raw", "_school"])
    #expect(query.shown.map { $0.name } == ["grade", "grade"])
    #expect(query.shownRaw == ["grade__raw"])
    // SQLite does not say that this reads anything.
    let joined = "SELECT grade FROM student a FULL JOIN student b USING (grade)"
    #expect(try Self.round().query(joined).shown.map { $0.name } == ["grade"])
    // A name that is none of a column shows nothing.
    #expect(try Self.round().query("SELECT _row AS citizen_id FROM student").shown.isEmpty)
  }

  @Test func datasetsThatMakeNoTablesAreTold() throws {
    var round = SmallRound()
    round.add("student", [("_row", .text)], [])
    #expect(
      round.mistake("SELECT 1")
        == "q.yaml:3:12: error: the datasets make no tables: duplicate column name: _row")
  }
}

import Aggregate
import Tables
import TestKit
import Testing

/// What lines and columns of a table may be.
@Suite struct DimensionTests {
  private func lines(_ rows: String, _ more: String = "count: rows") throws -> [String] {
    try SchoolPupils.round.lines("dataset: pupil\nrows: \(rows)\n\(more)")
  }

  @Test func everySchoolHasItsLine() throws {
    #expect(
      try lines("school") == [
        "", "20010001: 3", "20010002: 2", "20010003: 0", "20010004: –", "unknown: 1", "total: 6",
      ])
  }

  @Test(
    arguments: [
      // A column by its code list; what is not in the list is not stated.
      ("{ column: sex, codes: sex.csv }", ["ช: 3", "ญ: 2", "unknown: 1"]),
      ("sexes", ["ช: 3", "ญ: 2", "unknown: 1"]),
      // With groups, each below the last of its members; what nobody has is left out.
      ("level", ["ป.1: 3", "ป.2: 1", "primary: 4", "ม.1: 1", "lower: 1", "unknown: 1"]),
      (
        "{ column: grade, codes: grade.csv, groups: level.csv, only: groups }",
        ["kinder: 0", "primary: 4", "lower: 1", "unknown: 1"]
      ),
      // A column as it is.
      ("grade", ["ป.1: 3", "ป.2: 1", "ม.1: 1", "ม.9: 1"]),
      ("{ column: room }", ["1: 3", "2: 2", "unknown: 1"]),
      (
        "birth",
        [
          "1900-01-01: 1", "2013-06-10: 1", "2018-01-01: 1", "2019-06-10: 1", "2019-06-11: 1",
          "2027-01-01: 1",
        ]
      ),
      // 35.5 is not yet 36; a class that nobody is in has its line.
      (
        "{ column: weight, bands: weight.csv }",
        ["light: 1", "middle: 3", "heavy: 1", "huge: 0", "unknown: 1"]
      ),
      // On the day of the round, 10 June 2026; 126 years and a birth to come are mistakes.
      ("{ age: birth }", ["6: 1", "7: 1", "8: 1", "13: 1", "unknown: 2"]),
      ("{ digit: citizen, codes: sign.csv }", ["1: 2", "2: 1", "G: 1", "unknown: 2"]),
      (
        "{ size: size.csv, of: pupil }", ["small: 2", "large: 3", "not-submitted: –", "unknown: 1"]
      ),
      ("{ register: district }", ["บ้านนา: 2", "เมือง: 3", "unknown: 1"]),
      (
        "[school, sexes]",
        [
          "20010001/ช: 2", "20010001/ญ: 1", "20010001/all: 3", "20010002/ญ: 1",
          "20010002/unknown: 1",
          "20010002/all: 2", "20010003/all: 0", "20010004/all: –", "unknown/ช: 1", "unknown/all: 1",
        ]
      ),
      (
        "[level, sexes]",
        [
          "ป.1/ช: 2", "ป.1/ญ: 1", "ป.1/all: 3", "ป.2/ช: 1", "ป.2/all: 1", "primary: 4", "ม.1/ญ: 1",
          "ม.1/all: 1", "lower: 1", "unknown/unknown: 1", "unknown/all: 1",
        ]
      ),
      (
        "[sexes, level]",
        [
          "ช/ป.1: 2", "ช/ป.2: 1", "ช/primary: 3", "ช/all: 3", "ญ/ป.1: 1", "ญ/primary: 1",
          "ญ/ม.1: 1",
          "ญ/lower: 1", "ญ/all: 2", "unknown/unknown: 1", "unknown/all: 1",
        ]
      ),
    ] as [(String, [String])])
  func linesAreMembersGroupsAndATotal(rows: String, lines: [String]) throws {
    #expect(try self.lines(rows) == [""] + lines + ["total: 6"])
  }

  @Test func schoolsAreCountedByTheirSizeToo() throws {
    let quantities = "quantities: { pupils: { count: rows }, schools: { count: rows, of: school } }"
    #expect(
      try lines("{ size: size.csv, of: pupil }", quantities) == [
        "pupils schools", "small: 2 2", "large: 3 1", "not-submitted: – 1", "unknown: 1 0",
        "total: 6 4",
      ])
  }

  /// A list of the population has years where that of pupils has days of birth.
  @Test func agesAreTakenFromTheColumnThatADatasetHas() throws {
    var round = SchoolPupils.round
    round.small.add("people", [("age", .integer), ("total", .integer)], ["6|10", "12|4", "7|3"])
    round.lists["ages.csv"] = "code,from,to\nsmall,6,7\nlarge,8,12\n"
    let table = """
      dataset: pupil
      rows: { age: [birth, age], bands: ages.csv }
      quantities:
        pupils: { count: persons }
        people: { sum: total, of: people }
        share: { share: pupils, in: people }
      """
    let lines = try round.lines(table)
    #expect(lines[0] == "pupils people share")
    #expect(lines[1...2] == ["small: 2 13 2/13", "large: 1 4 1/4"])
    #expect(lines.last == "total: 6 17 6/17")
    #expect(
      round.mistake("dataset: pupil\nrows: { age: [brith, day] }\ncount: rows")
        == "t.yaml:6:19: error: unknown column 'brith'; did you mean 'birth'?")
  }

  @Test func numbersStandInTheirOrderAndTextsInTheirs() throws {
    var round = CountedRound()
    round.small.add(
      "room", [("number", .integer), ("text", .text)], ["10|10", "9|9ก", "-1|-1", "-|-"])
    #expect(
      try round.lines("dataset: room\nrows: number\ncount: rows")
        == ["", "-1: 1", "9: 1", "10: 1", "unknown: 1", "total: 4"])
    #expect(
      try round.lines("dataset: room\nrows: text\ncount: rows")
        == ["", "-1: 1", "10: 1", "9ก: 1", "unknown: 1", "total: 4"])
  }

  @Test func rowsInQuarantineAreNoMembers() throws {
    var round = SchoolPupils.round
    round.small.quarantine(4, of: 1)
    #expect(
      try round.lines("dataset: pupil\nrows: grade\ncount: rows")
        == ["", "ป.1: 3", "ป.2: 1", "ม.1: 1", "total: 5"])
  }

  // MARK: Columns

  @Test func columnsAreMembersGroupsAndTheirSum() throws {
    #expect(
      try lines("sexes", "count: rows\ncolumns: level") == [
        "ป.1 ป.2 primary ม.1 lower unknown all", "ช: 2 1 3 0 0 0 3", "ญ: 1 0 1 1 1 0 2",
        "unknown: 0 0 0 0 0 1 1", "total: 3 1 4 1 1 1 6",
      ])
  }

  @Test func columnsStandUnderThoseOfTheOuterDimension() throws {
    let found = try lines("school", "count: rows\ncolumns: [level, sexes]")
    #expect(
      found[0] == "ป.1/ช ป.1/ญ ป.1/all ป.2/ช ป.2/ญ ป.2/all primary/ช primary/ญ primary/all "
        + "ม.1/ช ม.1/ญ ม.1/all lower/ช lower/ญ lower/all unknown/ช unknown/ญ unknown/unknown "
        + "unknown/all all/ช all/ญ all/unknown all/all")
    #expect(found[6] == "total: 2 1 3 1 0 1 3 1 4 0 1 1 0 1 1 0 0 1 1 3 2 1 6")
    #expect(found[4] == "20010004:" + String(repeating: " –", count: 23))
    #expect(found[3] == "20010003:" + String(repeating: " 0", count: 23))
  }

  @Test func groupsOfTheInnerColumnsStandUnderEachOuterOne() throws {
    let found = try lines("school", "count: rows\ncolumns: [sexes, level]")
    let outer = ["ช", "ญ", "unknown", "all"].flatMap { sex in
      (["ป.1", "ป.2", "primary", "ม.1", "lower"]
        + (["unknown", "all"].contains(sex) ? ["unknown"] : []) + ["all"]).map { sex + "/" + $0 }
    }
    #expect(found[0] == outer.joined(separator: " "))
    #expect(found[6] == "total: 2 1 3 0 0 3 1 0 1 1 1 2 0 0 0 0 0 1 1 3 1 4 1 1 1 6")
  }

  @Test func quantitiesStandUnderEveryColumn() throws {
    let quantities = "quantities: { rows: { count: rows }, rooms: { distinct: room } }"
    #expect(
      try lines("level", "\(quantities)\ncolumns: sexes") == [
        "ช/rows ช/rooms ญ/rows ญ/rooms unknown/rows unknown/rooms all/rows all/rooms",
        "ป.1: 2 2 1 1 0 0 3 2", "ป.2: 1 1 0 0 0 0 1 1", "primary: 3 2 1 1 0 0 4 2",
        "ม.1: 0 0 1 1 0 0 1 1", "lower: 0 0 1 1 0 0 1 1", "unknown: 0 0 0 0 1 0 1 0",
        "total: 3 2 2 2 1 0 6 2",
      ])
  }

  // MARK: Mistakes

  @Test(arguments: [
    (
      "name",
      "column 'name' says who a person is; a table counts persons and does not list them"
    ),
    (
      "{ column: citizen }",
      "column 'citizen' says who a person is; a table counts persons and does not list them"
    ),
    ("rooom", "unknown column 'rooom'; did you mean 'room'?"),
    ("{ colum: room }", "unknown key 'colum'; did you mean 'column'?"),
    (
      "{ age: weight }",
      "column 'weight' holds decimal values; expected a column of kind date or integer"
    ),
    (
      "{ digit: grade, codes: sign.csv }",
      "column 'grade' holds text values; expected a column of kind identifier"
    ),
    ("{ digit: citizen }", "missing key 'codes'"),
    ("{ register: distric }", "unknown column 'distric'; did you mean 'district'?"),
    ("{ size: size.csv }", "missing key 'of'"),
    ("{ size: size.csv, of: pupils }", "unknown dataset 'pupils'; did you mean 'pupil'?"),
    ("{ column: sex, codes: sx.csv }", "there is no file 'sx.csv'"),
    (
      "{ column: weight, bands: sex.csv }",
      "expected a list with the columns 'from' and 'to', found 'sex.csv'"
    ),
    (
      "{ column: weight, bands: turned.csv }",
      "expected a class from one number to another, found '5' and '3'"
    ),
    (
      "{ column: grade, codes: grade.csv, groups: level.csv, only: codes }",
      "expected 'groups' beside a list of groups, found 'codes'"
    ),
    (
      "{ column: grade, codes: grade.csv, only: groups }",
      "expected 'groups' beside a list of groups, found 'groups'"
    ),
    ("[school, level, sexes]", "expected one or two dimensions, found a list"),
    ("[]", "expected one or two dimensions, found a list"),
  ])
  func aMistakeSaysWhatWasExpected(rows: String, message: String) {
    let found = SchoolPupils.round.mistake("dataset: pupil\nrows: \(rows)\ncount: rows")
    #expect(found.split(separator: "error: ", maxSplits: 1).last.map { String($0) } == message)
    #expect(found.hasPrefix(rows.contains("turned") ? "turned.csv:3:1: " : "t.yaml:6:"))
  }

  @Test func threeDimensionsOfColumnsAreTooMany() {
    #expect(
      SchoolPupils.round.mistake(
        "dataset: pupil\nrows: school\ncount: rows\ncolumns: [level, sexes, room]")
        == "t.yaml:8:14: error: expected at most two dimensions, found a list")
  }

  @Test func thereIsNoRegisterToAsk() {
    var round = CountedRound()
    round.small.add("room", [("number", .integer)], ["1"])
    #expect(
      round.mistake("dataset: room\nrows: { register: district }\ncount: rows")
        == "t.yaml:6:23: error: the pipeline has no register of schools")
  }

  @Test func soManyValuesMakeAListAndNoTable() throws {
    var round = CountedRound()
    round.small.add("list", [("a", .text), ("b", .integer)], (0..<10_001).map { "x\($0)|\($0)" })
    for column in ["a", "b"] {
      #expect(
        round.mistake("dataset: list\nrows: \(column)\ncount: rows")
          == "t.yaml:3:5: error: column '\(column)' holds 10001 different values, and a table shows "
          + "at most 10000; count by classes of them")
    }
    round.small.quarantine(0, of: 0)
    let table = try round.figures("dataset: list\nrows: a\ncount: rows").table
    #expect(table.rows.count == 10_001)
    #expect(
      round.mistake("dataset: list\nrows: [a, b]\ncount: rows")
        == "t.yaml:3:5: error: the table has more than 67108864 cells (10001 × 10001); count by fewer "
        + "columns, or by columns with fewer values")
  }
}

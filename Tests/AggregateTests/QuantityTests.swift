import Tables
import TestKit
import Testing

/// What the columns of a table may hold.
@Suite struct QuantityTests {
  /// The second pupil is registered once more.
  private var round: CountedRound {
    var round = SchoolPupils.round
    round.repeats([1], of: 1)
    return round
  }

  private func lines(_ quantities: String, _ more: String = "") throws -> [String] {
    try round.lines("dataset: pupil\nrows: school\nquantities: { \(quantities) }\n\(more)")
  }

  @Test(
    arguments: [
      ("count: rows", ["3", "2", "0", "–", "1", "6"]),
      ("count: registrations", ["3", "2", "0", "–", "1", "6"]),
      ("count: persons", ["2", "2", "0", "–", "1", "5"]),
      ("count: further", ["1", "0", "0", "–", "0", "1"]),
      ("count: persons, where: \"sex = ช\"", ["2", "0", "0", "–", "1", "3"]),
      // Rows that lack one of the columns are of no combination.
      ("distinct: [school, grade, room]", ["2", "1", "0", "–", "", "3"]),
      ("distinct: room", ["1", "1", "0", "–", "1", "2"]),
      ("distinct: school", ["1", "1", "0", "–", "", "2"]),
      ("distinct: level, where: \"sex = ช\"", ["2", "0", "0", "–", "1", "2"]),
      // Of nothing there is no sum, no mean and no middle: neither is 0.
      ("sum: room", ["3", "2", "–", "–", "2", "7"]),
      ("sum: weight", ["38.5h", "75.5h", "–", "–", "21h", "135h"]),
      ("mean: weight", ["38.5÷2", "75.5÷2", "–", "–", "21÷1", "135÷5"]),
      ("mean: room", ["3÷3", "2÷1", "–", "–", "2÷1", "7÷5"]),
      ("median: weight", ["19.25h", "37.75h", "–", "–", "21h", "21h"]),
      ("median: room", ["1h", "2h", "–", "–", "2h", "1h"]),
      ("sum: weight, where: \"grade = ฮ\"", ["–", "–", "–", "–", "", "–"]),
      ("count: rows, where: \"grade = ฮ\"", ["0", "0", "0", "–", "", "0"]),
    ] as [(String, [String])])
  func aQuantityIsCountedForEverySchool(quantity: String, values: [String]) throws {
    let schools = ["20010001", "20010002", "20010003", "20010004", "unknown", "total"]
    // Nobody of no school is counted: then there is no such line.
    let expected = zip(schools, values).filter { !$0.1.isEmpty }.map { "\($0): \($1)" }
    #expect(try lines("q: { \(quantity) }") == ["q"] + expected)
  }

  /// Teachers are known of the first school, the one without pupils, and of no school.
  @Test func whatIsCountedOfSchoolsThatTellBoth() throws {
    var round = round
    round.small.add("staff", [("total", .integer)], ["4", "6", "9", "5"])
    round.small.place([0, 0, 2, nil], of: 2)
    let quantities = """
      schools: { distinct: school, of: staff, with: pupil }, \
      pupils: { count: persons, with: staff }, \
      teachers: { sum: total, of: staff, with: pupil }, \
      each: { ratio: [pupils, teachers] }, all: { count: persons }, register: { count: rows, of: school, with: pupil }
      """
    let lines = try round.lines("dataset: pupil\nrows: school\nquantities: { \(quantities) }")
    #expect(
      lines == [
        "schools pupils teachers each all register",
        "20010001: 1 2 10 2:10 2 1", "20010002: – 0 – – 2 1", "20010003: 0 0 – – 0 0",
        "20010004: – – – – – 0", "unknown: 0 0 – – 1 0", "total: 1 2 10 2:10 5 2",
      ])
    #expect(
      round.mistake("dataset: pupil\nrows: school\nquantities: { q: { count: rows, with: x } }")
        == "t.yaml:7:43: error: unknown dataset 'x'; expected pupil, school or staff")
  }

  @Test(arguments: [
    (["1", "2"], "1.5h"), (["1", "1", "2"], "1h"), (["1", "4", "2", "3"], "2.5h"),
    (["-3", "-2"], "-2.5h"), (["7"], "7h"), (["5", "5", "5", "9"], "5h"),
  ])
  func theMiddleOfWholeNumbersIsExact(numbers: [String], median: String) throws {
    var round = CountedRound()
    round.small.add("n", [("n", .integer)], numbers)
    #expect(
      try round.row("total", "dataset: n\nrows: n\nquantities: { m: { median: n } }") == median)
  }

  /// The mean of 18.51 and 18.52 is 18.515.
  @Test func theMiddleOfTwoIsRoundedHalfUp() throws {
    var round = CountedRound()
    round.small.add("n", [("n", .decimal), ("k", .text)], ["18.51|a", "18.52|a"])
    #expect(
      try round.row("total", "dataset: n\nrows: k\nquantities: { m: { median: n } }") == "18.52h")
  }

  @Test func aSumThatNobodyCouldHaveMeantIsNoData() throws {
    var round = CountedRound()
    let large = "9000000000000000000"
    round.small.add("n", [("n", .integer), ("k", .text)], ["\(large)|a", "\(large)|a", "1|b"])
    let table =
      "dataset: n\nrows: k\nquantities: { s: { sum: n }, m: { mean: n }, d: { median: n } }"
    #expect(
      try round.lines(table) == [
        "s m d", "a: – – –", "b: 1 1÷1 1h", "total: – – –",
      ])
  }

  @Test func aWholeMayBeAQuantityTheLinesOrTheColumns() throws {
    let quantities =
      "boys: { count: persons, where: \"sex = ช\" }, all: { count: persons }, "
      + "of-all: { share: boys, in: all }, of-lines: { share: all, in: lines }"
    #expect(
      try lines(quantities) == [
        "boys all of-all of-lines", "20010001: 2 2 2/2 2/5", "20010002: 0 2 0/2 2/5",
        "20010003: 0 0 0/0 0/5", "20010004: – – – –", "unknown: 1 1 1/1 1/5", "total: 3 5 3/5 5/5",
      ])
    #expect(
      try lines("n: { count: rows }, of: { share: n, in: columns }", "columns: sexes") == [
        "ช/n ช/of ญ/n ญ/of unknown/n unknown/of all/n all/of",
        "20010001: 2 2/3 1 1/3 0 0/3 3 3/3", "20010002: 0 0/2 1 1/2 1 1/2 2 2/2",
        "20010003: 0 0/0 0 0/0 0 0/0 0 0/0", "20010004: – – – – – – – –",
        "unknown: 1 1/1 0 0/1 0 0/1 1 1/1", "total: 3 3/6 2 2/6 1 1/6 6 6/6",
      ])
  }

  @Test func aRatioTellsBothItsParts() throws {
    #expect(
      try lines(
        "p: { count: persons }, r: { distinct: [school, room] }, s: { sum: weight }, "
          + "per: { ratio: [p, r] }, odd: { ratio: [p, s] }")
        == [
          "p r s per odd", "20010001: 2 1 38.5h 2:1 –", "20010002: 2 1 75.5h 2:1 –",
          "20010003: 0 0 – 0:0 –", "20010004: – – – – –", "unknown: 1 0 21h 1:0 –",
          "total: 5 2 135h 5:2 –",
        ])
  }

  @Test func aConditionOfTheTableHoldsForAllQuantities() throws {
    #expect(
      try lines(
        "n: { count: rows }, girls: { count: rows, where: \"sex = ญ\" }",
        "where: \"grade starts ป\"")
        == [
          "n girls", "20010001: 3 1", "20010002: 0 0", "20010003: 0 0", "20010004: – –",
          "unknown: 1 0", "total: 4 1",
        ])
  }

  @Test func linesAreSortedAndTheirTotalsStayBelow() throws {
    let sort = { (order: String) in
      try lines("n: { count: rows }, s: { sum: weight }", "sort: { \(order) }").dropFirst()
        .map { String($0.prefix { $0 != ":" }) }
    }
    #expect(
      try sort("by: n")
        == ["20010004", "20010003", "unknown", "20010002", "20010001", "total"])
    #expect(
      try sort("by: n, descending: true")
        == ["20010001", "20010002", "unknown", "20010003", "20010004", "total"])
    // What is equal stays in its order.
    #expect(
      try sort("by: s, descending: true")
        == ["20010002", "20010001", "unknown", "20010003", "20010004", "total"])
  }

  @Test(arguments: [
    (
      "q: { count: children }",
      "unknown count 'children'; expected rows, registrations, further or persons"
    ),
    (
      "q: { count: rows, sum: room }",
      "expected one of count, distinct, sum, mean, median, share, ratio, money, no-rate"
    ),
    (
      "q: { of: pupil }",
      "expected one of count, distinct, sum, mean, median, share, ratio, money, no-rate"
    ),
    (
      "q: { sum: sex }",
      "column 'sex' holds text values; expected a column of kind integer or decimal"
    ),
    ("q: { count: rows, of: pupils }", "unknown dataset 'pupils'; did you mean 'pupil'?"),
    ("q: { count: rows, in: lines }", "'in' belongs to a share"),
    ("n: { count: rows }, q: { share: n }", "missing key 'in'"),
    (
      "n: { count: rows }, q: { share: m, in: lines }",
      "unknown quantity above it 'm'; did you mean 'n'?"
    ),
    ("q: { share: q, in: lines }", "unknown quantity above it 'q'"),
    (
      "n: { count: rows }, q: { ratio: [n] }",
      "expected two quantities, as in [persons, rooms], found a list"
    ),
    ("q: { count: rows, where: \"sx = ช\" }", "unknown column 'sx'; did you mean 'sex'?"),
    (
      "q: { distinct: citizen }",
      "column 'citizen' says who a person is; a table counts persons and does not list them"
    ),
  ])
  func aMistakeSaysWhatWasExpected(quantities: String, message: String) {
    let found = round.mistake(
      "dataset: pupil\nrows: school\nquantities: { \(quantities) }")
    #expect(found.hasPrefix("t.yaml:7:"))
    #expect(found.split(separator: "error: ", maxSplits: 1).last.map { String($0) } == message)
  }

  @Test(arguments: [
    (
      "count: rows\nquantities: { n: { count: rows } }",
      "t.yaml:7:12: error: a table has 'count' or 'quantities', not both"
    ),
    ("", "t.yaml:3:5: error: missing key 'count'"),
    ("count: rows\nsort: { by: n }", "t.yaml:8:17: error: unknown quantity 'n'; expected count"),
    (
      "quantities: { n: { count: rows, of: school } }\ncolumns: room",
      "t.yaml:8:14: error: unknown column 'room'; expected school, level, sexes, code or district"
    ),
  ])
  func aTableThatCannotBeMadeSaysWhy(more: String, message: String) {
    #expect(round.mistake("dataset: pupil\nrows: school\n" + more) == message)
  }

  /// Combinations are told apart by one number each, and no number is large enough for these.
  @Test func combinationsBeyondAllNumbersAreRefused() {
    var round = CountedRound()
    let columns = ["a", "b", "c", "d", "e"]
    round.small.add(
      "list", columns.map { ($0, .integer) },
      (0..<10_000).map { row in columns.map { _ in "\(row)" }.joined(separator: "|") })
    let names = columns.joined(separator: ", ")
    #expect(
      round.mistake("dataset: list\nrows: school\nquantities: { q: { distinct: [\(names)] } }")
        == "t.yaml:7:22: error: there are too many combinations to tell apart "
        + "(10001 × 10001 × 10001 × 10001 × 10001); name fewer columns")
  }
}

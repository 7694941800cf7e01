import Tables
import TestKit
import Testing

/// Which rows a condition takes, shown on four rows of every kind of column.
@Suite struct ConditionTests {
  private static let columns: [(String, SchemaColumn.Kind)] = [
    ("name", .text), ("nationality", .text), ("grade", .text), ("weight", .decimal),
    ("count", .integer), ("birth", .date), ("flag", .flag), ("citizen", .identifier),
  ]

  /// The second row from the end says nothing but its name.
  private static let rows = [
    "a|ไทย|ม.1|25.50|3|2016-05-16|yes|1100000000016",
    "b|ลาว|ม.2|9|0|2015-01-01|no|G0123456789012",
    "c|-|-|-|-|-|-|-",
    "d|กีนี|ป.1|10|-5|2010-12-31|yes|AB-12",
  ]

  private static func round(_ rows: [String] = rows) -> CountedRound {
    var round = CountedRound()
    round.small.add(
      "pupil", columns, rows, privacy: ["citizen": .identifier],
      labels: ["nationality": LocalizedText(thai: "สัญชาติ", english: "Nationality")])
    return round
  }

  private static func table(_ condition: String) -> String {
    let quoted = condition.map { $0 == "\"" ? "\\\"" : String($0) }.joined()
    return "dataset: pupil\nrows: name\ncount: rows\nwhere: \"\(quoted)\""
  }

  /// The names of the rows that hold it.
  private static func names(
    _ condition: String, _ round: CountedRound = round()
  ) throws -> String {
    try round.lines(table(condition)).dropFirst().dropLast()
      .map { String($0.prefix { $0 != ":" }) }.joined(separator: " ")
  }

  @Test(arguments: [
    ("nationality = ไทย", "a"), ("nationality='ไทย'", "a"), ("สัญชาติ = ไทย", "a"),
    ("Nationality = ไทย", "a"), ("'nationality' = \"ไทย\"", "a"), ("nationality = ไท", ""),
    ("nationality != ไทย", "b d"), ("nationality in (ไทย, ลาว)", "a b"),
    ("nationality in ('ไทย',\"กีนี\")", "a d"), ("nationality not in (ไทย)", "b d"),
    ("name = 'and' or name = 'b'", "b"), ("name = 'a b'", ""),
    ("grade starts ม.", "a b"), ("grade starts ม.2", "b"), ("name starts ''", "a b c d"),
    // A vowel above its consonant is the same character to a reader, and the name begins with ก.
    ("nationality starts ก", "d"), ("nationality starts กี", "d"), ("nationality starts กีนีก", ""),
  ])
  func textsAreComparedAsTheyAre(condition: String, names: String) throws {
    #expect(try Self.names(condition) == names)
  }

  @Test(arguments: [
    ("weight = 25.5", "a"), ("weight = 25.50", "a"), ("weight != 9", "a d"), ("weight < 10", "b"),
    ("weight <= 10", "b d"), ("weight > 10", "a"), ("weight >= 10", "a d"),
    ("weight > 9.999", "a d"), ("weight < 9.001", "b"), ("weight >= 25.501", ""),
    ("weight <= 25.499", "b d"), ("weight in (9, 10.0)", "b d"),
    ("count = 0", "b"), ("count = 3.0", "a"), ("count < 0", "d"), ("count >= -5", "a b d"),
    // Between two whole numbers lies none.
    ("count > 2.5", "a"), ("count > 3.5", ""), ("count < 2.5", "b d"), ("count <= 2.5", "b d"),
    ("count <= -4.5", "d"), ("count >= -4.5", "a b"), ("count < 3.5", "a b d"),
  ])
  func numbersAreComparedAsNumbers(condition: String, names: String) throws {
    #expect(try Self.names(condition) == names)
  }

  @Test(arguments: [
    ("birth < 2015-01-01", "d"), ("birth <= 2015-01-01", "b d"), ("birth > 2015-01-01", "a"),
    ("birth >= 2558-01-01", "a b"), ("birth = 2559-05-16", "a"), ("birth = 2016-05-16", "a"),
    ("birth != 2016-05-16", "b d"), ("flag = true", "a d"), ("flag = yes", "a d"),
    ("flag = no", "b"), ("flag != true", "b"), ("flag in (true, false)", "a b d"),
  ])
  func daysOfEitherEraAndFlagsAreCompared(condition: String, names: String) throws {
    #expect(try Self.names(condition) == names)
  }

  @Test(arguments: [
    ("citizen starts G", "b"), ("citizen starts 11", "a"), ("citizen starts 1100000000016", "a"),
    ("citizen starts 11000000000160", ""), ("citizen starts G0", "b"), ("citizen starts G1", ""),
    ("citizen starts 0", ""), ("citizen starts 2", ""), ("citizen starts AB", "d"),
    ("citizen starts B", ""), ("citizen starts ''", "a b d"), ("citizen starts ก", ""),
    ("citizen = 1100000000016", "a"), ("citizen = G0123456789012", "b"), ("citizen = AB-12", "d"),
    ("citizen = 110000000001", ""), ("citizen = 01100000000016", ""),
    ("citizen != 1100000000016", "b d"), ("citizen in (AB-12, G0123456789012)", "b d"),
    ("citizen is missing", "c"), ("citizen is present", "a b d"),
  ])
  func identifiersAreComparedDigitByDigit(condition: String, names: String) throws {
    #expect(try Self.names(condition) == names)
  }

  /// What is kept as a number gives the same rows as what is kept as text.
  @Test func identifiersAreComparedLikeTexts() throws {
    let identifiers = [
      "0", "00", "01", "1", "10", "1100000000016", "1100000000024", "9999999999999999",
      "0000000000000000", "12345678901234567", "G", "G0", "G00", "G1234567890123", "g1", "-",
    ]
    var round = CountedRound()
    round.small.add(
      "pupil", [("name", .text), ("kept", .identifier), ("text", .text)],
      identifiers.map { "#\($0)|\($0)|\($0)" })
    for start in identifiers.dropLast() + ["11", "99999999", "123456789012345678", "000"] {
      for comparison in ["starts \(start)", "= \(start)", "!= \(start)", "in (7, \(start))"] {
        let kept = try Self.names("kept " + comparison, round)
        #expect(try kept == Self.names("text " + comparison, round), "\(comparison)")
      }
    }
  }

  @Test(arguments: [
    // What says nothing is neither like a value nor unlike it.
    ("not nationality = ไทย", "b d"), ("not nationality != ไทย", "a"),
    ("not (nationality = ไทย or weight < 10)", "d"), ("not weight > 0", ""),
    ("nationality is missing", "c"), ("nationality is present", "a b d"),
    ("not nationality is missing", "a b d"), ("weight is missing", "c"), ("birth is missing", "c"),
    ("flag is missing", "c"), ("nationality = ไทย or weight is missing", "a c"),
    ("nationality = ไทย or nationality != ไทย", "a b d"),
    ("nationality = ฮ or name = c", "c"), ("nationality = ฮ and name = c", ""),
    // It may be so or not: neither this nor its contrary holds.
    ("not (nationality = ฮ and name = c)", "a b d"), ("not (nationality = ฮ or name = c)", "a b d"),
    ("not (nationality = ฮ and name = a)", "a b c d"),
    // "and" binds closer than "or", "not" closer than both.
    ("name = b or name = a and weight > 100", "b"), ("(name = b or name = a) and weight > 100", ""),
    ("name = a and weight > 100 or name = b", "b"), ("not name = a and weight > 9", "d"),
    ("not (name = a and weight > 9)", "b d c"), ("not not name = a", "a"),
  ])
  func andOrAndNotKnowWhatIsNotKnown(condition: String, names: String) throws {
    #expect(
      try Self.names(condition).split(separator: " ").sorted()
        == names.split(separator: " ").sorted())
  }

  @Test(arguments: [
    ("", "expected a condition, as in \"nationality != ไทย\", found ''"),
    ("   ", "expected a condition, as in \"nationality != ไทย\", found '   '"),
    ("nationalty = ไทย", "unknown column 'nationalty'; did you mean 'nationality'?"),
    (
      "! nationality",
      "unknown column '!'; expected name, nationality, grade, weight, count, birth, flag or citizen"
    ),
    ("nationality = 'ไทย", "the quote ' is not closed"),
    (
      "nationality",
      "in the condition: expected '=', '!=', '<', '>', 'in', 'starts' or 'is' behind the column, "
        + "found the end"
    ),
    (
      "nationality ไทย",
      "in the condition: expected '=', '!=', '<', '>', 'in', 'starts' or 'is' behind the column, "
        + "found 'ไทย'"
    ),
    ("nationality =", "in the condition: expected a value, found the end"),
    ("nationality = = ไทย", "in the condition: expected a value, found '='"),
    ("= ไทย", "in the condition: expected a column, found '='"),
    ("name = a and", "in the condition: expected a column, found the end"),
    ("name = a weight > 3", "in the condition: expected 'and', 'or' or the end, found 'weight'"),
    ("name = a)", "in the condition: expected 'and', 'or' or the end, found ')'"),
    ("(name = a", "in the condition: expected ')', found the end"),
    ("name is empty", "in the condition: expected 'missing' or 'present', found 'empty'"),
    ("name not = a", "in the condition: expected 'in', found '='"),
    ("name in a", "in the condition: expected '(' and the values behind 'in', found 'a'"),
    ("name in (a", "in the condition: expected ',' or ')', found the end"),
    ("name in ()", "in the condition: expected a value, found ')'"),
    (
      "weight starts 2",
      "in the condition: 'starts' asks for text, and column 'weight' holds decimal values"
    ),
    (
      "name < b",
      "in the condition: column 'name' holds text values, which are neither more nor less"
    ),
    (
      "citizen >= 1",
      "in the condition: column 'citizen' holds identifier values, which are neither more nor less"
    ),
    ("weight < heavy", "in the condition: expected a number for column 'weight', found 'heavy'"),
    ("weight < nan", "in the condition: expected a number for column 'weight', found 'nan'"),
    ("weight < -inf", "in the condition: expected a number for column 'weight', found '-inf'"),
    ("count = 1e300", "in the condition: expected a number for column 'count', found '1e300'"),
    (
      "count = 3.7",
      "in the condition: column 'count' holds numbers with no decimals, found '3.7'"
    ),
    (
      "weight in (1, 9.001)",
      "in the condition: column 'weight' holds numbers with two decimals, found '9.001'"
    ),
    (
      "birth > yesterday",
      "in the condition: expected a day as YYYY-MM-DD, found 'yesterday'"
    ),
    ("birth > 2559-02-30", "in the condition: expected a day as YYYY-MM-DD, found '2559-02-30'"),
    ("flag = maybe", "in the condition: expected true or false, found 'maybe'"),
  ])
  func aMistakeSaysWhatWasExpected(condition: String, message: String) {
    #expect(
      Self.round().mistake(Self.table(condition)) == "t.yaml:8:12: error: " + message)
  }

  @Test func nobodyWritesMoreThanFiveHundredWords() throws {
    let long = Array(repeating: "name = a", count: 125).joined(separator: " or ")
    #expect(try Self.names(long) == "a")
    #expect(
      Self.round().mistake(Self.table(long + " or name = b"))
        == "t.yaml:8:12: error: the condition has more than 500 words")
    let million = String(repeating: "(", count: 1_000_000)
    #expect(
      Self.round().mistake(Self.table(million))
        == "t.yaml:8:12: error: the condition has more than 500 words")
  }

  @Test func whatIsNestedDeepIsReadAllTheSame() throws {
    #expect(try Self.names(String(repeating: "not ", count: 496) + "name = a") == "a")
    #expect(try Self.names(String(repeating: "not ", count: 497) + "name = a") == "b c d")
    let brackets = (
      open: String(repeating: "(", count: 248), close: String(repeating: ")", count: 248)
    )
    #expect(try Self.names(brackets.open + "name = a" + brackets.close) == "a")
  }

  @Test func rowsInQuarantineAreNotCounted() throws {
    var round = Self.round()
    round.small.quarantine(0, of: 0)
    #expect(try Self.names("name is present", round) == "b c d")
  }
}

import Normalize
import Settings
import Tables
import Testing

/// What a rule of any column can be told wrong, before any row is read.
struct RuleKindMistakeTests {
  private static func message(_ rule: Settings, _ check: String) throws -> String? {
    let table = try ExampleTable(
      "id:identifier,name:text:text,weight:decimal:number,male:integer:number")
    let error = #expect(throws: SettingsErrors.self) {
      try table.plan(rules: [("rule", try CheckTests.rule(check, rule))])
    }
    return error?.all.map { $0.message }.joined(separator: "\n")
  }

  @Test(arguments: [
    ("[ก-ฮ", "has a '[' without its ']' (character 4)"),
    ("", "is empty (character 1)"),
    ("^a$", "has a '^' where a character was expected; write '\\^' for it (character 1)"),
    ("a**", "has a '*' where a character was expected; write '\\*' for it (character 3)"),
    ("(a", "has a '(' without its ')' (character 2)"),
    ("a)", "has a ')' without its '(' (character 2)"),
    ("\\w", "has an unknown '\\w'; only \\d is known (character 2)"),
    ("a\\", "ends with a backslash (character 2)"),
    ("a{x}", "lacks a number in its '{' (character 3)"),
    ("a{3,2}", "has a count that ends before it starts (character 6)"),
    ("a{101}", "repeats more than 100 times (character 6)"),
    ("[b-a]", "has a range whose end comes before its start (character 5)"),
    ("[]", "has empty brackets (character 2)"),
    ("((a{100}){100}){100}", "is too long once its counts are written out (character 1)"),
    (
      String(repeating: "(", count: 20) + "a" + String(repeating: ")", count: 20),
      "has too many groups in each other (character 12)"
    ),
    (String(repeating: "a", count: 501), "has more than 500 characters (character 1)"),
  ]) func aPatternThatIsNoneIsTold(_ pattern: String, _ message: String) throws {
    let settings = Settings.map([
      "column": "name", "pattern": Settings(.word(pattern), at: Place(file: "example")),
    ])
    #expect(try Self.message(settings, "pattern") == "the pattern \(message)")
  }

  static let mistakes: [(String, Settings, String)] = [
    (
      "in-list", .map(["column": "name", "values": "a", "codes": "a.csv"]),
      "expected either 'codes' or 'values', found both"
    ),
    (
      "adds-up", .map(["parts": "name", "total": "male"]),
      "column 'name' holds text values; this check needs integer or decimal"
    ),
    (
      "adds-up", .map(["parts": "male", "total": "male", "compare": "equal"]),
      "unknown comparison 'equal'; expected exactly, at-most or at-least"
    ),
    (
      "adds-up", .map(["parts": [], "total": "male"]),
      "expected from 1 to 32 names of columns, found a list"
    ),
    (
      "conditional", .map(["when": .map(["column": "name"]), "column": "id", "is": "missing"]),
      "expected one of 'is', 'in', 'not-in' and 'first', or 'at-least' and 'at-most'"
    ),
    (
      "conditional",
      .map(["when": .map(["column": "name", "is": "there"]), "column": "id", "is": "missing"]),
      "unknown word 'there'; expected present or missing"
    ),
    (
      "conditional",
      .map(["when": .map(["column": "id", "in": ["1"]]), "column": "id", "is": "missing"]),
      "column 'id' holds identifier values; this check needs "
        + "text or integer or decimal or date or flag"
    ),
    (
      "conditional",
      .map(["when": .map(["column": "name", "at-least": "1"]), "column": "id", "is": "missing"]),
      "column 'name' holds text values; this check needs integer or decimal"
    ),
    (
      "conditional", .map(["when": [], "column": "id", "is": "missing"]),
      "expected a condition, found a list"
    ),
    (
      "text-defects", .map(["column": "name", "defects": "digit"]),
      "unknown defect 'digit'; did you mean 'digits'?"
    ),
    (
      "text-defects", .map(["column": "weight", "defects": "digits"]),
      "column 'weight' holds decimal values; this check needs text"
    ),
  ]

  @Test(arguments: mistakes) func aMistakeIsTold(
    _ check: String, _ rule: Settings, _ message: String
  ) throws {
    #expect(try Self.message(rule, check) == message)
  }

  /// A cell may be as long as a workbook allows; the pattern's time grows with it and no faster.
  @Test func aLongCellFitsNoPattern() async throws {
    let rows = [String(repeating: "a", count: 4_096), String(repeating: "a", count: 4_097)]
    let table = try ExampleTable("name\n" + rows.joined(separator: "\n"))
    let rule = Settings.map(["column": "name", "pattern": "((a|aa)*)*"])
    let stage = NormalizeStage([
      try table.plan(rules: [("rule", try CheckTests.rule("pattern", rule))])
    ])
    var findings = Findings()
    _ = try await stage.run(table.raw, findings: &findings)
    #expect(findings.lines(table.schema) == ["2:name"])
  }
}

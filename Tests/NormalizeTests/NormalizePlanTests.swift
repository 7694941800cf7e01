import Normalize
import Settings
import Tables
import Testing

/// Mistakes in schemas and rules are told before any row is read, in the words of their file.
struct NormalizePlanTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    let settings: Settings
    let message: String
    var testDescription: String { message }

    init(_ settings: KeyValuePairs<String, Settings>, _ message: String) {
      self.settings = .map(settings)
      self.message = message
    }
  }

  private static func mistakes(_ body: () throws -> NormalizePlan) throws -> [String] {
    try #require(throws: SettingsErrors.self) { try body() }.all.map { $0.description }
  }

  @Test(arguments: [
    Mistake(
      ["check": "requird", "column": "name"], "unknown check 'requird'; did you mean 'required'?"),
    Mistake(
      ["check": "required", "column": "nam"], "unknown column 'nam'; did you mean 'name'?"),
    Mistake(
      ["check": "required", "colum": "name"], "unknown key 'colum'; did you mean 'column'?"),
    Mistake(["check": "required"], "missing key 'column'"),
    Mistake(["column": "name"], "missing key 'check'"),
    Mistake(
      ["check": "required", "column": []], "expected the name of a column, found a list"),
    Mistake(
      ["check": "check-digit", "column": "name"],
      "column 'name' holds text values; this check needs identifier"),
    Mistake(
      ["check": "check-digit", "column": "id", "first-digits": ["12"]],
      "expected a digit, found '12'"),
    Mistake(
      ["check": "remark", "column": "id", "remark": "round"],
      "unknown remark 'round'; expected "
        + "lossy-number, malformed-g-code, unreadable or zeros-restored"),
    Mistake(
      ["check": "remark", "column": "weight", "remark": "unreadible"],
      "unknown remark 'unreadible'; did you mean 'unreadable'?"),
    Mistake(
      ["check": "range", "column": "weight", "from": "9", "to": "1"],
      "expected a number that is not below 9, found '1'"),
    Mistake(
      ["check": "range", "column": "weight", "from": "0", "to": "9999999999"],
      "expected a number from -1000000 to 1000000, found '9999999999'"),
    Mistake(
      ["check": "date-window", "column": "birth", "latest": "today"],
      "expected as-of or YYYY-MM-DD, found 'today'"),
    Mistake(
      ["check": "date-window", "column": "birth"], "missing key 'earliest' or 'latest'"),
    Mistake(
      [
        "check": "age-for-code", "column": "name", "birth": "birth", "codes": "grade.csv",
        "age": "year",
      ], "unknown column of the list 'year'; expected code or age"),
    Mistake(
      ["check": "age-for-code", "column": "name", "birth": "birth"],
      "missing key 'age', 'from' or 'below'"),
    Mistake(
      [
        "check": "age-for-code", "column": "name", "birth": "birth", "codes": "grade.csv",
        "age": "age",
      ], "expected an age for 'ป.2' in grade.csv, found 'seven'"),
    Mistake(
      [
        "check": "agreement", "column": "name", "with": "name", "codes": "grad.csv",
        "expects": "age",
      ], "there is no file 'grad.csv'; did you mean 'grade.csv'?"),
    Mistake(
      [
        "check": "swapped-pair", "column": "weight", "range": ["1"], "with": "weight",
        "with-range": ["1", "2"],
      ], "expected a list of two numbers, found a list"),
    Mistake(
      ["check": "required", "column": "name", "unless": "othr"],
      "unknown rule 'othr'; did you mean 'other'?"),
    Mistake(
      ["check": "required", "column": "name", "quarantine": "perhaps"],
      "expected true or false, found 'perhaps'"),
  ])
  func tellsAMistakeInARule(_ mistake: Mistake) throws {
    let table = try ExampleTable(
      "id:identifier:identifier,name:text:text,weight:decimal:number,birth:date:buddhist-date")
    let other = Settings.map(["check": "required", "column": "id"])
    let shelf = Shelf(texts: ["grade.csv": "code,age\nป.1,6\nป.2,seven\n"])
    let found = try Self.mistakes {
      try table.plan(rules: [("rule", mistake.settings), ("other", other)], shelf: shelf)
    }
    #expect(found == ["example:1:1: error: \(mistake.message)"])
  }

  @Test func tellsAMisspeltCleaner() throws {
    let table = try ExampleTable("id:identifier:identifer")
    #expect(
      try Self.mistakes { try table.plan() } == [
        "schema.yaml:1:1: error: unknown cleaner 'identifer'; did you mean 'identifier'?"
      ])
  }

  @Test func tellsAllMistakesTogether() throws {
    let table = try ExampleTable("id:identifier:identifer,sex:text:vocabulary")
    let found = try Self.mistakes { try table.plan(rules: [("rule", .map(["check": "none"]))]) }
    #expect(found.count == 3)
  }

  @Test func tellsASpellingThatStandsForTwoCodes() throws {
    let shelf = Shelf(texts: ["sex.csv": "code,variants\nช,1|m\nญ,2|M\n"])
    let mistake = try #require(throws: SettingsError.self) {
      try Vocabulary(.map(["codes": "sex.csv"]), shelf: shelf)
    }
    #expect(mistake.message == "'M' stands for both 'ช' and 'ญ' in sex.csv")
  }

  @Test func tellsAWordThatStandsForBothYesAndNo() throws {
    let mistake = try #require(throws: SettingsError.self) {
      try Flag(.map(["yes": ["1", "Y"], "no": "y"]), shelf: Shelf(texts: [:]))
    }
    #expect(mistake.message == "'y' stands for both yes and no")
  }

  @Test func tellsACodeListWithoutCodes() throws {
    let mistake = try #require(throws: SettingsError.self) {
      try Grade(.map(["codes": "grade.csv"]), shelf: Shelf(texts: ["grade.csv": "name\nป.1\n"]))
    }
    #expect(mistake.message == "the code list grade.csv has no column 'code'")
  }

  @Test func tellsTwoDigitYearsInTheWrongOrder() throws {
    let settings = Settings.map(["two-digit-from": "75", "two-digit-to": "30"])
    let mistake = try #require(throws: SettingsError.self) {
      try BuddhistDate(settings, shelf: Shelf(texts: [:]))
    }
    #expect(
      mistake.message == "expected years of two digits from the lower to the higher, found a map")
  }
}

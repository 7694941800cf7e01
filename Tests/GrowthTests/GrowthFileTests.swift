import Growth
import Settings
import TestKit
import Testing

/// What a table of growth can be told wrong, with the line.
@Suite struct GrowthFileTests {
  private static let head = "measure,sex,at,sd-2,sd0,sd+2\n"
  private static let boy = "height-for-age,male,60,100,110,120\n"
  private static let girl = "height-for-age,female,60,100,110,120\n"

  @Test func aSpreadsheetsLineEndsAndMarkAreRead() throws {
    let csv = "\u{FEFF}# source\n" + Self.head + Self.boy + Self.girl
    let windows = csv.replacing("\n", with: "\r\n")
    #expect(try GrowthReference(csv: windows, file: "g.csv").covers(.heightForAge))
  }

  private static let mistakes: [(csv: String, message: String)] = [
    ("", "g.csv:1:1: error: expected a header and one code a line"),
    (head, "g.csv:1:1: error: expected a header and a line for each age or height"),
    ("measure,sex,sd-2,sd0\n", "g.csv:1:1: error: the header lacks the column 'at'"),
    ("measure,sex,at,sd0,sd0\n", "g.csv:1:1: error: a column stands twice in the header"),
    (
      "# x\nmeasure,sex,at,sd-2,median\n",
      "g.csv:2:1: error: unknown column 'median'; expected one such as sd-2, sd0 or sd+1.5, or l, m and s"
    ),
    (
      "measure,sex,at,sd-2,sdnan\n",
      "g.csv:1:1: error: unknown column 'sdnan'; expected one such as sd-2, sd0 or sd+1.5, or l, m and s"
    ),
    (
      "measure,sex,at,sd0\n",
      "g.csv:1:1: error: expected at least two columns such as sd-2 and sd+2, or l, m and s"
    ),
    ("measure,sex,at,sd0,sd-2\n", "g.csv:1:1: error: the columns sd… must rise from left to right"),
    ("measure,sex,at,l,m\n", "g.csv:1:1: error: the header lacks the column 's'"),
    (
      "measure,sex,at,l,m,s,sd0\n",
      "g.csv:1:1: error: unknown column 'sd0'; beside l, m and s there is none"
    ),
    (
      "\(head)hight-for-age,male,60,1,2,3\n",
      "g.csv:2:1: error: unknown measure 'hight-for-age'; did you mean 'height-for-age'?"
    ),
    (
      "\(head)height-for-age,boy,60,1,2,3\n",
      "g.csv:2:1: error: unknown sex 'boy'; expected male or female"
    ),
    ("\(head)height-for-age,male,60,1,2\n", "g.csv:2:1: error: expected 6 fields, found 5"),
    (
      "\(head)height-for-age,male,60.5,1,2,3\n",
      "g.csv:2:1: error: expected completed months from 0 to 300, found '60.5'"
    ),
    (
      "\(head)weight-for-height,male,100.125,1,2,3\n",
      "g.csv:2:1: error: expected centimetres from 20 to 250, with two decimals at most, found '100.125'"
    ),
    (
      "\(head)weight-for-height,male,1e300,1,2,3\n",
      "g.csv:2:1: error: expected centimetres from 20 to 250, with two decimals at most, found '1e300'"
    ),
    (
      "\(head)height-for-age,male,60,1,x,3\n",
      "g.csv:2:1: error: expected a number from 0.1 to 1000.0, found 'x'"
    ),
    (
      "\(head)height-for-age,male,60,1,inf,3\n",
      "g.csv:2:1: error: expected a number from 0.1 to 1000.0, found 'inf'"
    ),
    (
      "\(head)\(boy)height-for-age,male,61,101,101,121\n",
      "g.csv:3:1: error: 'sd0' must be above 'sd-2', found 101.0 and 101.0"
    ),
    (
      "\(head)\(boy)\(girl)\(boy)",
      "g.csv:4:1: error: height-for-age, male, 60 stands twice; first in line 2"
    ),
    (
      "\(head)\(girl)\(boy)height-for-age,male,62,100,110,120\n",
      "g.csv:4:1: error: height-for-age, male: nothing between 60 and 62 months"
    ),
    (
      "\(head)weight-for-height,male,100,1,2,3\nweight-for-height,male,105.5,1,2,3\n",
      "g.csv:3:1: error: weight-for-height, male: nothing between 100 and 105.5 cm"
    ),
    ("\(head)\(boy)", "g.csv:1:1: error: height-for-age has lines for male only"),
    (
      "measure,sex,at,l,m,s\nheight-for-age,male,60,-5,110,1\n",
      "g.csv:2:1: error: l, m and s give no lines that rise from -3 to +3"
    ),
  ]

  @Test(arguments: mistakes) func aTableThatIsWrongIsTold(csv: String, message: String) {
    let error = #expect(throws: SettingsError.self) {
      try GrowthReference(csv: csv, file: "g.csv")
    }
    #expect(error?.description == message)
  }

  @Test func theTablesOfTheManualAreRead() throws {
    let manual = try ProjectFiles.text("docs/growth-reference.md")
    let tables = manual.split(separator: "```csv\n").dropFirst().map {
      $0.split(separator: "```")[0]
    }
    #expect(tables.count == 2)
    for table in tables {
      let reference = try GrowthReference(csv: String(table), file: "manual.csv")
      #expect(reference.curve(.heightForAge, .male, at: 96)?.score(of: 125) == 0)
    }
  }

  @Test func aTableThatIsNoneIsNotRead() {
    let csv = String(repeating: "#\n", count: 1 << 20) + "x"
    #expect(
      throws: SettingsError(
        "is too large for a table of growth: more than 2 MB", at: Place(file: "g.csv"))
    ) {
      try GrowthReference(csv: csv, file: "g.csv")
    }
  }

  @Test(arguments: UInt64(1)...40)
  func whateverStandsInItIsReadOrTold(_ seed: UInt64) {
    var random = SeededGenerator(seed)
    let csv = Self.head + Self.boy + Self.girl
    for _ in 0..<50 {
      let hostile = random.damaged(csv)
      do {
        let reference = try GrowthReference(csv: hostile, file: "g.csv")
        for place in [0, 60, 300, 10_000, .max] {
          _ = reference.curve(.heightForAge, .male, at: place)?.score(of: 100)
        }
      } catch { #expect(error is SettingsError) }
    }
  }
}

extension SeededGenerator {
  /// The text with a few of its characters changed.
  fileprivate mutating func damaged(_ text: String) -> String {
    let pieces: [Character] = ["0", "9", "-", ".", "e", ",", "\n", "\"", "ก", "\u{0}", "\r\n"]
    var characters = Array(text)
    for _ in 0...Int.random(in: 0...3, using: &self) {
      let place = Int.random(in: 0..<characters.count, using: &self)
      characters[place] = pieces[Int.random(in: 0..<pieces.count, using: &self)]
    }
    return String(characters)
  }
}

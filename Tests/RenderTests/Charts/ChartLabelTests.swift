import Render
import Testing

struct ChartLabelTests {
  @Test(arguments: [
    ("ป.1", 10, 2, ["ป.1"]),
    ("ขนาด 1 (1–120)", 8, 2, ["ขนาด 1", "(1–120)"]),
    ("one two three four", 9, 2, ["one two", "three fo…"]),
    ("มัธยมศึกษาตอนปลายและเทียบเท่า", 10, 1, ["มัธยมศึกษาต…"]),
    ("ที่นี่ที่นี่", 3, 1, ["ที่นี่…"]),
    ("", 5, 2, [""]),
    ("   ", 5, 2, [""]),
    ("a\u{202E}b\nc\u{2066}", 9, 1, ["ab c"]),
  ])
  func aNameIsBrokenAtSpacesAndCutBetweenLetters(
    name: String, width: Int, most: Int, lines: [String]
  ) {
    #expect(ChartLabel.lines(name, width: width, most: most) == lines)
  }

  @Test func aNameOfAnyLengthIsCut() {
    let name = String(repeating: "ยาว", count: 3334)
    #expect(ChartLabel.plain(name).unicodeScalars.count == 301)
    let lines = ChartLabel.lines(String(repeating: "ยาว ", count: 3334), width: 20, most: 2)
    #expect(lines.count == 2 && lines.allSatisfy { TableWidths.width(of: $0) <= 20 })
    #expect(lines[1].hasSuffix("…"))
  }
}

import Pipeline
import Settings
import Testing

/// What the table of nutrition and the rules of growth can be told wrong, before any row is read.
@Suite struct GrowthMistakeTests {
  private struct Mistake {
    var file = "tables/dmc-summary.yaml"
    let right: String
    let wrong: String
    let message: String
  }

  private static let mistakes = [
    Mistake(
      right: "      height-for-age:\n", wrong: "      hight-for-age:\n",
      message: "unknown measure 'hight-for-age'; did you mean 'height-for-age'?"),
    Mistake(
      right: "rather-short: { from: -2,", wrong: "rather-short: { from: -1,",
      message: "the classes must rise, between 'from' and 'to'"),
    Mistake(
      right: "rather-short: { from: -2,", wrong: "rather-short: { from: -2, above: -2,",
      message: "expected either 'from' or 'above', found '-2'"),
    Mistake(
      right: "rather-short: { from: -2,", wrong: "rather-short: {",
      message: "missing key 'above'"),
    Mistake(
      right: "rather-short: { from: -2,", wrong: "rather-short: { from: -200,",
      message: "expected a z-score from -20 to 20, found '-200'"),
    Mistake(
      right: "height-for-age: short, weight-for-height",
      wrong: "height-for-age: shrt, weight-for-height",
      message: "unknown class 'shrt'; did you mean 'short'?"),
    Mistake(
      right: "youngest: 24", wrong: "youngest: -1",
      message: "expected completed months from 0 to 300, found '-1'"),
    Mistake(
      right: "weight: [8, 150]", wrong: "weight: [150, 8]",
      message: "expected a list of two numbers from 0 to 1000, found a list"),
    Mistake(
      right: "        missing: {", wrong: "        mising: {",
      message: "missing key 'missing'"),
    Mistake(
      right: "    birth: birth_date\n", wrong: "    birth: grade\n",
      message: "column 'grade' holds text values; expected a column of kind date"),
    Mistake(
      file: "rules/dmc/growth.yaml", right: "measure: height-for-age", wrong: "measure: height",
      message:
        "unknown measure 'height'; expected height-for-age, weight-for-age or weight-for-height"),
    Mistake(
      file: "rules/dmc/growth.yaml", right: "to: 6\n", wrong: "to: -6\n",
      message: "expected a number above -6, found '-6'"),
  ]

  @Test(arguments: mistakes.indices) func aMistakeIsToldBeforeAnythingIsRead(
    _ index: Int
  ) throws {
    let mistake = Self.mistakes[index]
    let shelf = Shelf.files { path in
      path == mistake.file
        ? EmbeddedFiles.text(path)?
          .replacing(mistake.right, with: mistake.wrong, maxReplacements: 1) : nil
    }
    let text = try #require(EmbeddedFiles.text("dmc-students.yaml"))
    let error = #expect(throws: SettingsErrors.self) {
      try Plan(text: text, path: "p.yaml", shelf: shelf, options: RunOptions())
    }
    let told = try #require(error?.all.first)
    #expect(told.message == mistake.message)
    #expect(told.place.file == mistake.file && told.place.line > 1)
  }
}

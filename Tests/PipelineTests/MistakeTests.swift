import Pipeline
import Settings
import TestKit
import Testing

/// Every mistake of a pipeline file is told with its place before any data is read.
@Suite struct MistakeTests {
  private func told(_ change: (inout String) -> Void) throws -> String {
    var text = try ProjectFiles.text("pipelines/dmc-students.yaml")
    change(&text)
    do {
      _ = try Plan(
        text: text, path: "p.yaml", shelf: CaseRun.shelf, options: RunOptions())
      return "no mistake"
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [
    (
      "normalize:", "normalise:",
      "p.yaml:LINE:1: error: unknown key 'normalise'; did you mean 'normalize'?"
    ),
    (
      "system: dmc", "system: dcm",
      "p.yaml:LINE:18: error: there is no file 'rounds/dcm.yaml'; did you mean 'rounds/dmc.yaml'?"
    ),
    ("term: 1", "term: 4", "p.yaml:LINE:41: error: unknown term '4'; did you mean '1'?"),
    (
      "year: 2569", "year: 2026",
      "p.yaml:LINE:29: error: expected an academic year of the Buddhist era, such as 2569, found '2026'"
    ),
    (
      "schemas/school.yaml", "schemas/schol.yaml",
      "p.yaml:LINE:21: error: there is no file 'schemas/schol.yaml'; did you mean 'schemas/school.yaml'?"
    ),
    (
      "register: school", "register: shool",
      "p.yaml:LINE:15: error: unknown dataset 'shool'; did you mean 'school'?"
    ),
    (
      "language: th", "language: thai",
      "p.yaml:LINE:13: error: unknown language 'thai'; expected th or en"
    ),
    (
      "audience: director", "audience: directer",
      "p.yaml:LINE:13: error: unknown audience 'directer'; did you mean 'director'?"
    ),
    (
      "errors: 0.05", "errors: many",
      "p.yaml:LINE:11: error: expected a count such as 3, or a share such as 0.05, found 'many'"
    ),
    (
      "pipeline: dmc-students", "pipeline: ../x",
      "p.yaml:LINE:11: error: expected a name of small letters a–z, digits and hyphens, found '../x'"
    ),
  ])
  func aMistakeIsToldWithItsPlaceAndTheLikelyWord(right: String, wrong: String, message: String)
    throws
  {
    var line = 0
    let told = try told { text in
      text = text.replacing(right, with: wrong, maxReplacements: 1)
      line = Self.line(of: wrong, in: text)
    }
    #expect(told == message.replacing("LINE", with: "\(line)"))
  }

  /// The line on which a text stands first, from 1.
  private static func line(of part: String, in text: String) -> Int {
    text.split(separator: part, maxSplits: 1, omittingEmptySubsequences: false)[0]
      .count { $0 == "\n" } + 1
  }

  /// The mistakes of a plan one of whose files is changed.
  private func told(in file: String, _ right: String, _ wrong: String) throws -> String {
    let shelf = CaseRun.shelf { path, text in
      path == file ? text.replacing(right, with: wrong, maxReplacements: 1) : text
    }
    do {
      _ = try Plan(
        text: ProjectFiles.text("pipelines/dmc-students.yaml"), path: "p.yaml", shelf: shelf,
        options: RunOptions())
      return "no mistake"
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [
    (
      "headline:further-unresolved\n", "headline:further-unsolved\n", "headline", "further-unsolved"
    ),
    ("figure: book-basic:persons\n", "figure: book-basic:person\n", "book-basic", "person"),
  ])
  func aReportThatNamesNoRowOfATableIsTold(
    right: String, wrong: String, table: String, row: String
  ) throws {
    let told = try told(in: "reports/director.yaml", right, wrong)
    #expect(
      told.contains("error: the table '\(table)' has no row '\(row)'; did you mean"), "\(told)")
  }

  @Test(arguments: [
    (
      "{}",
      "p.yaml:LINE:10: error: missing key 'register'"
    ),
    (
      "{ register: school, school: { code: smis } }",
      "p.yaml:LINE:46: error: unknown column 'smis'; expected g_code, citizen_id, title, first_name, last_name, sex, birth_date, nationality, school_code, school_name or issued"
    ),
    (
      "{ register: student }",
      "p.yaml:LINE:22: error: expected school, for a run has one register, found 'student'"
    ),
    (
      "{ register: school, rules: rules/dmc/registrations.yaml }",
      "rules/dmc/registrations.yaml:19:12: error: expected a check that needs no model, for the dataset has none, found 'registered-twice'"
    ),
    ("{ register: school, rules: rules/register.yaml }", "no mistake"),
  ])
  func aDatasetWithoutAModelIsOnlyLinked(part: String, message: String) throws {
    var line = 0
    let told = try told { text in
      text = text.replacing(
        "\nnormalize:",
        with: "\n  child: { schema: schemas/g-code.yaml, files: \"g/*\" }\nnormalize:",
        maxReplacements: 1
      ).replacing("\naggregate:", with: "  child: \(part)\naggregate:", maxReplacements: 1)
      line = Self.line(of: "  child: \(part)", in: text)
    }
    #expect(told == message.replacing("LINE", with: "\(line)"))
  }

  @Test(arguments: [
    (
      "reports/director.yaml", "id: students-by-grade", "id: students-by-grad",
      "unknown table of figures 'students-by-grad'; did you mean 'students-by-grade'?"
    ),
    (
      "rules/dmc/student.yaml", "check: check-digit", "check: chek-digit",
      "unknown check 'chek-digit'; did you mean 'check-digit'?"
    ),
    (
      "rules/dmc/registrations.yaml", "kind: same-office", "kind: same-ofice",
      "unknown kind 'same-ofice'; did you mean 'same-office'?"
    ),
    (
      "schemas/dmc/student.yaml", "clean: [text, school-code]", "clean: [text, school-cod]",
      "unknown cleaner 'school-cod'; did you mean 'school-code'?"
    ),
    (
      "tables/dmc-summary.yaml", "measure: headline", "measure: headlin",
      "unknown measure 'headlin'; did you mean 'headline'?"
    ),
    (
      "matching/student.yaml", "identifier: citizen_id", "identifier: first_name",
      "column 'first_name' holds text values; expected a column of kind identifier"
    ),
    (
      "tables/dmc-summary.yaml", "column: grade", "column: birth_date",
      "column 'birth_date' holds date values; expected a column of kind text"
    ),
    (
      "rules/dmc/submission.yaml", "severity: error", "severity: eror",
      "unknown severity 'eror'; did you mean 'error'?"
    ),
  ])
  func aMistakeInAnyFileIsToldWithThatFile(
    file: String, right: String, wrong: String, message: String
  ) throws {
    let told = try told(in: file, right, wrong)
    #expect(told.hasPrefix(file + ":") && told.hasSuffix("error: " + message), "\(told)")
  }

  @Test func severalMistakesAreToldTogether() throws {
    let told = try told {
      $0 = $0.replacing("errors: 0.05", with: "errors: many").replacing("term: 1", with: "term: 9")
    }
    #expect(told.split(separator: "\n").count == 2)
  }

  @Test(arguments: [
    (
      "gates.erors=1", "--set gates.erors=1:1:1: error: unknown key 'erors'; did you mean 'errors'?"
    ),
    ("nothing", "--set nothing:1:1: error: expected key=value"),
    ("=1", "--set =1:1:1: error: expected key=value"),
  ])
  func aReplacementOfTheCommandLineIsCheckedLikeTheFile(argument: String, message: String) {
    do {
      _ = try CaseRun.plan(overrides: [argument])
      Issue.record("no mistake was told")
    } catch {
      #expect("\(error)" == message)
    }
  }

  @Test(arguments: ["2569", "2569/", "a/b", "2569/1/2"])
  func aRoundIsAYearAndATerm(round: String) throws {
    #expect(throws: SettingsErrors.self) {
      try Plan(
        text: ProjectFiles.text("pipelines/dmc-students.yaml"), path: "p.yaml",
        shelf: CaseRun.shelf, options: RunOptions(round: round))
    }
  }
}

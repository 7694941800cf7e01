import Ingest
import Pipeline
import Settings
import Tables
import TestKit
import Testing

/// A rule with `on: false` is read like any other, and finds nothing.
@Suite struct RuleSwitchTests {
  /// A plan for which one rule of a file is changed.
  private func plan(_ file: String, _ code: String, _ line: String, _ more: [String] = []) throws
    -> Plan
  {
    let shelf = CaseRun.shelf { path, text in
      path == file
        ? text.replacing(
          "\n  \(code):\n", with: "\n  \(code):\n    \(line)\n", maxReplacements: 1) : text
    }
    return try Plan(
      text: ProjectFiles.text("pipelines/dmc-students.yaml"), path: "p.yaml", shelf: shelf,
      options: RunOptions(overrides: more))
  }

  private func counts(_ plan: Plan, _ files: [InputFile]? = nil) async throws -> [String: Int] {
    let outcome = try await Run(plan).run(files ?? CaseRun.files("office", of: plan))
    let page = outcome.pages.first { $0.path == "findings.csv" }?.bytes ?? []
    let records = CSVRecords.read(String(decoding: page, as: UTF8.self))
    return Dictionary(grouping: records) { $0["rule"] ?? "" }.mapValues { $0.count }
  }

  @Test func aRuleOfReadingCanBeOffToo() async throws {
    let list = SmallOffice.list([["room": "1"]])
    let files = [InputFile(path: "a.csv", dataset: "student", bytes: Array(list.utf8))]
    var before = try await counts(plan("rules/ingest.yaml", "column-missing", "on: true"), files)
    let after = try await counts(plan("rules/ingest.yaml", "column-missing", "on: false"), files)
    #expect(before.removeValue(forKey: "column-missing") ?? 0 > 0)
    #expect(before == after)
  }

  @Test(arguments: [
    ("rules/dmc/student.yaml", "id-check-digit"),
    ("rules/dmc/registrations.yaml", "id-in-two-schools"),
    ("rules/dmc/submission.yaml", "school-no-pupils"),
  ])
  func aRuleThatIsOffFindsNothingAndTheOthersFindTheSame(file: String, code: String) async throws {
    var before = try await counts(plan(file, code, "on: true"))
    let after = try await counts(plan(file, code, "on: false"))
    #expect(before.removeValue(forKey: code) ?? 0 > 0)
    #expect(before == after)
  }

  @Test(arguments: [
    (
      "rules/dmc/student.yaml", "id-check-digit", "on: perhaps", [],
      "error: expected true or false, found 'perhaps'"
    ),
    (
      "rules/ingest.yaml", "row-short", "on: false", [],
      "error: the rule 'row-short' cannot be switched off, for it says which cells must be masked"
    ),
    (
      "rules/dmc/student.yaml", "id-check-digit", "on: false", ["gates.rules.id-check-digit=0"],
      "error: the rule 'id-check-digit' is switched off, so its gate would always pass"
    ),
    (
      "rules/dmc/submission.yaml", "school-no-rows", "on: false", [],
      "error: no rule of this run tells schools that have not submitted, so this gate would always pass"
    ),
    (
      "rules/dmc/student.yaml", "id-check-digit", "on: true", ["gates.rules.id-chek-digit=0"],
      "error: unknown rule 'id-chek-digit'; did you mean 'id-check-digit'?"
    ),
    (
      "rules/dmc/student.yaml", "id-check-digit", "on: true", ["gates.rules.id-check-digit=some"],
      "error: expected a count such as 3, or a share such as 0.05, found 'some'"
    ),
    (
      "rules/dmc/student.yaml", "id-check-digit", "on: true", ["gates.per-school.unreadable=0"],
      "error: unknown key 'unreadable'; expected errors, warnings or rules"
    ),
  ])
  func aMistakeIsTold(
    file: String, code: String, line: String, more: [String], message: String
  ) throws {
    let error = #expect(throws: SettingsErrors.self) { try plan(file, code, line, more) }
    #expect("\(try #require(error))".hasSuffix(message), "\(String(describing: error))")
  }
}

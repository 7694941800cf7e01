import Ingest
import Pipeline
import Settings
import Tables
import TestKit
import Testing

/// The guide on rules says what is so: its own blocks are run.
@Suite struct RuleGuideTests {
  private let guide = Result { try Guide("docs/writing-rules.md") }

  @Test func itsPipelineGivesWhatItShows() async throws {
    let guide = try guide.get()
    let plan = try Plan(
      text: try #require(guide.files["pipelines/our-students.yaml"]), path: "our-students.yaml",
      shelf: guide.shelf, options: RunOptions())
    let list = SmallOffice.list([[:], ["citizen_id": CheckedNumber.make(2), "weight": "11.5"]])
    let outcome = try await Run(plan).run([
      InputFile(path: "dmc/list.csv", dataset: "student", bytes: Array(list.utf8))
    ])
    let page = outcome.pages.first { $0.path == "findings.csv" }?.bytes ?? []
    let lines = String(decoding: page, as: UTF8.self).split(separator: "\n")
    for line in guide.results("findings.csv") {
      #expect(lines.contains { $0.hasPrefix(line) }, "\(line) in \(lines)")
    }
    #expect(
      outcome.gates.map { "\($0.name) \($0.found) \($0.passed)" } == [
        "rules.weight-very-low 1 false"
      ])
  }

  @Test func theExamplesOfItsRuleHold() async throws {
    let shelf = try guide.get().shelf
    let entries = try RuleCatalog(shelf, files: ["rules/our-office.yaml"]).entries
    try #require(entries.count == 1)
    let mistakes = try await RuleTrial(shelf).mistakes(of: entries[0])
    #expect(mistakes.isEmpty, "\(mistakes.map { "\($0)" })")
  }

  @Test func itNamesEveryKeyThatAllRulesHave() throws {
    let text = try ProjectFiles.text("docs/writing-rules.md")
    for key in RuleSettings.commonKeys { #expect(text.contains("`\(key)`"), "\(key)") }
  }
}

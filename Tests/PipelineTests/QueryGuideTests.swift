import Ingest
import Pipeline
import Settings
import Tables
import TestKit
import Testing

/// The guide on SQL says what is so: its own blocks are run.
@Suite struct QueryGuideTests {
  private let guide = Result { try Guide("docs/sql.md") }

  @Test func itsPipelineGivesWhatItShows() async throws {
    let guide = try guide.get()
    let plan = try Plan(
      text: try #require(guide.files["pipelines/grades.yaml"]), path: "grades.yaml",
      shelf: guide.shelf, options: RunOptions())
    let list = Array(try #require(guide.files["exports/emis/pupils.csv"]).utf8)
    let register = Array(SmallOffice.register([(code: "20010001", levels: "")]).utf8)
    let outcome = try await Run(plan).run([
      InputFile(path: "emis/pupils.csv", dataset: "pupils", bytes: list),
      InputFile(path: "register/a.csv", dataset: "school", bytes: register),
    ])
    for name in ["figures.csv", "findings.csv"] {
      let page = outcome.pages.first { $0.path == name }?.bytes ?? []
      let lines = String(decoding: page, as: UTF8.self).split(separator: "\n")
      let shown = guide.results(name)
      try #require(!shown.isEmpty)
      for line in shown { #expect(lines.contains { $0.hasPrefix(line) }, "\(line) in \(lines)") }
    }
  }

  @Test func theExamplesOfItsRuleHold() async throws {
    let shelf = try guide.get().shelf
    let entries = try RuleCatalog(shelf, files: ["rules/grades.yaml"]).entries
    try #require(entries.count == 1)
    let mistakes = try await RuleTrial(shelf).mistakes(of: entries[0])
    #expect(mistakes.isEmpty, "\(mistakes.map { "\($0)" })")
  }
}

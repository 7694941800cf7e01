import Containers
import Ingest
import Pipeline
import Settings
import Tables
import TestKit
import Testing

/// The guide on adding a system says what is so: its own blocks are run.
@Suite struct GuideTests {
  private let guide = Result { try Guide("docs/adding-a-system.md") }

  private let list = "exports/meals/meals.csv"

  private func bytes() throws -> [UInt8] { Array(try #require(guide.get().files[list]).utf8) }

  @Test func itsPipelineGivesTheFiguresItShows() async throws {
    let plan = try Plan(
      text: try #require(guide.get().files["pipelines/meals.yaml"]), path: "meals.yaml",
      shelf: guide.get().shelf,
      options: RunOptions())
    let register = SmallOffice.register([
      (code: "20010001", levels: ""), (code: "20010002", levels: ""),
    ])
    let outcome = try await Run(plan).run([
      InputFile(path: "meals/meals.csv", dataset: "meals", bytes: bytes()),
      InputFile(path: "register/a.csv", dataset: "school", bytes: Array(register.utf8)),
    ])
    let page = outcome.pages.first { $0.path == "figures.csv" }?.bytes ?? []
    let figures = String(decoding: page, as: UTF8.self).split(separator: "\n")
    let shown = try guide.get().results("figures.csv")
    try #require(shown.count > 3)
    for line in shown { #expect(figures.contains { $0.hasPrefix(line + ",") }, "\(line)") }
    #expect(outcome.passed)
  }

  @Test func itsSchemaIsTheOneThatFitsItsFile() async throws {
    let inspector = try Inspector(
      shelf: guide.get().shelf, round: "2569/1", schema: nil,
      today: try #require(Day(iso: "2026-07-01")),
      audience: .director, language: .english, jobs: 1)
    let file = InputFile(path: list, dataset: "", bytes: try bytes())
    let text = try InspectionText(inspector.words).text(await inspector.inspect(file))
    #expect(text.contains("  Schema meals – School meals (schemas/meals.yaml), fits 100 %\n"))
    #expect(text.contains("  6 rows = title 2 + blank 0 + total 1 + quarantined 0 + accepted 3\n"))
    #expect(!text.contains("สมชาย"))
  }
}

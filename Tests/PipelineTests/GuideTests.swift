import Containers
import Ingest
import Pipeline
import Settings
import Tables
import TestKit
import Testing

/// The guide on adding a system says what is so: its own blocks are run.
@Suite struct GuideTests {
  private struct Block {
    /// What stands behind the language: `file=PATH` or `result=FILE`.
    let mark: String
    let text: String
  }

  private func blocks() throws -> [Block] {
    var blocks: [Block] = []
    var open: (mark: String, lines: [String])?
    for line in try ProjectFiles.text("docs/adding-a-system.md").split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      guard line.hasPrefix("```") else {
        open?.lines.append(String(line))
        continue
      }
      if let block = open {
        let text = block.lines.joined(separator: "\n") + "\n"
        blocks.append(Block(mark: block.mark, text: text))
        open = nil
      } else {
        open = (String(line.split(separator: " ").dropFirst().last ?? ""), [])
      }
    }
    return blocks
  }

  private func files() throws -> [String: String] {
    let named = try blocks().filter { $0.mark.hasPrefix("file=") }.map {
      (String($0.mark.dropFirst("file=".count)), $0.text)
    }
    return Dictionary(uniqueKeysWithValues: named)
  }

  private func shelf() throws -> Shelf {
    let files = try files()
    return .files {
      files["pipelines/" + $0]
    } list: {
      files.keys.filter { $0.hasPrefix("pipelines/") }
        .map { String($0.dropFirst("pipelines/".count)) }
    }
  }

  private let list = "exports/meals/meals.csv"

  private func bytes() throws -> [UInt8] { Array(try #require(files()[list]).utf8) }

  @Test func itsPipelineGivesTheFiguresItShows() async throws {
    let plan = try Plan(
      text: try #require(files()["pipelines/meals.yaml"]), path: "meals.yaml", shelf: shelf(),
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
    let shown = try #require(blocks().first { $0.mark == "result=figures.csv" })
      .text.split(separator: "\n")
    try #require(shown.count > 3)
    for line in shown { #expect(figures.contains { $0.hasPrefix(line + ",") }, "\(line)") }
    #expect(outcome.passed)
  }

  @Test func itsSchemaIsTheOneThatFitsItsFile() async throws {
    let inspector = try Inspector(
      shelf: shelf(), round: "2569/1", schema: nil, today: try #require(Day(iso: "2026-07-01")),
      audience: .director, language: .english, jobs: 1)
    let file = InputFile(path: list, dataset: "", bytes: try bytes())
    let text = try InspectionText(inspector.words).text(await inspector.inspect(file))
    #expect(text.contains("  Schema meals – School meals (schemas/meals.yaml), fits 100 %\n"))
    #expect(text.contains("  6 rows = title 2 + blank 0 + total 1 + quarantined 0 + accepted 3\n"))
    #expect(!text.contains("สมชาย"))
  }
}

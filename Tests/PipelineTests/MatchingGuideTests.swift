import Deduplicate
import Ingest
import Pipeline
import Settings
import Tables
import TestKit
import Testing

/// The guide on matching says what is so: its own blocks are run.
@Suite struct MatchingGuideTests {
  private let guide = Result { try Guide("docs/matching.md") }

  @Test func itsPipelineGivesWhatItShows() async throws {
    let guide = try guide.get()
    let plan = try Plan(
      text: try #require(guide.files["pipelines/staff.yaml"]), path: "staff.yaml",
      shelf: guide.shelf, options: RunOptions())
    let files = try ["staff/staff.csv", "private/private.csv"].flatMap { path in
      let text = try #require(guide.files["exports/" + path])
      return plan.datasets.filter { $0.takes(path) }.map {
        InputFile(path: path, dataset: $0.name, bytes: Array(text.utf8))
      }
    }
    let outcome = try await Run(plan).run(files)
    let page = try #require(outcome.pages.first { $0.path == "duplicates.csv" })
    let lines = String(decoding: page.bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    #expect(lines == guide.results("duplicates.csv"))
  }

  @Test func itNamesEveryComparatorAndLevel() throws {
    let lines = try ProjectFiles.text("docs/matching.md").split(separator: "\n")
    for (name, levels) in DeduplicatePlan.comparators {
      let listed = levels.map { "`\($0)`" }.joined(separator: ", ")
      let told = lines.contains { $0.hasPrefix("| `\(name)` | ") && $0.hasSuffix("| \(listed) |") }
      #expect(told, "\(name): \(listed)")
    }
  }
}

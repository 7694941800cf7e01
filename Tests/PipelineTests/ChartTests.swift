import Containers
import Foundation
import Pipeline
import Settings
import Tables
import TestKit
import Testing

/// The charts of whole runs; that they draw the figures of figures.csv is `SameFiguresTests`.
@Suite struct ChartTests {
  private func run(_ earlier: String? = nil) async throws -> [String: String] {
    let plan = try CaseRun.plan()
    let outcome = try await Run(plan).run(CaseRun.files("office", of: plan)) { _ in
      earlier.map { ByteSource(Array($0.utf8)) }
    }
    let pages = outcome.pages.filter { $0.path.hasSuffix(".html") || $0.path == "figures.csv" }
    return Dictionary(
      uniqueKeysWithValues: pages.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  private func titles(_ page: String?) -> [String] {
    (page ?? "").components(separatedBy: "<figcaption>").dropFirst().map { part in
      part.components(separatedBy: "</figcaption>")[0]
    }
  }

  @Test func aLineIsDrawnAsSoonAsAnEarlierRoundWasRun() async throws {
    let first = try await run()
    let line = "นักเรียนย้อนหลัง 5 ปี"
    #expect(!titles(first["summary.html"]).contains(line))
    let second = try await run(first["figures.csv"])
    for page in ["summary.html", "book.html"] {
      #expect(titles(second[page]).contains(line))
      #expect(second[page]?.contains("<g data-figure=\"book-years:2568:persons\">") == true)
    }
    #expect(titles(second["book.html"]).contains("นักเรียนรายระดับย้อนหลัง 5 ปี"))
  }

  @Test func theSamplesOfTheGuideAreDrawn() async throws {
    let guide = try ProjectFiles.text("docs/charts.md")
    let samples = guide.components(separatedBy: "```yaml\n").dropFirst().map { block in
      block.components(separatedBy: "```")[0].split(separator: "\n").map { "  " + $0 + "\n" }
        .joined()
    }
    try #require(samples.count == 5)
    let report = "report: director\nfile: summary\ntitle: Charts\nblocks:\n" + samples.joined()
    let shelf = CaseRun.shelf { path, text in path == "reports/director.yaml" ? report : text }
    let plan = try Plan(
      text: ProjectFiles.text("pipelines/dmc-students.yaml"), path: "dmc-students.yaml",
      shelf: shelf, options: RunOptions(overrides: []))
    let outcome = try await Run(plan).run(CaseRun.files("office", of: plan))
    let page = try #require(outcome.pages.first { $0.path == "summary.html" })
    // Nothing is computed of nutrition without a reference, and no line is drawn of one year.
    let drawn = titles(String(decoding: page.bytes, as: UTF8.self))
    #expect(drawn.count == 3 && drawn[0] == "นักเรียนรายชั้นและเพศ")
  }
}

import Pipeline
import Render
import Settings
import Tables
import TestKit
import Testing

/// The guide on reports says what is so: its own report is made.
@Suite struct ReportGuideTests {
  @Test func itsReportIsMade() async throws {
    let guide = try Guide("docs/reports.md")
    let plan = try Plan(
      text: ProjectFiles.text("pipelines/dmc-students.yaml"), path: "dmc-students.yaml",
      shelf: guide.shelf,
      options: RunOptions(overrides: ["render.reports=[reports/meeting.yaml]"]))
    let outcome = try await Run(plan).run(CaseRun.files("office", of: plan))
    let pages = outcome.pages.map { $0.path }
    #expect(pages.contains("meeting.html") && pages.contains("meeting.xlsx"))
    #expect(!pages.contains("summary.html"))
    let page = outcome.pages.first { $0.path == "meeting.html" }?.bytes ?? []
    let text = String(decoding: page, as: UTF8.self)
    #expect(text.contains("<b data-figure=\"headline:persons:value\">1,498</b>"))
    #expect(
      text.contains("<section class=\"new-page\"") && text.contains("<figure class=\"chart\""))
  }

  @Test func itNamesEveryKindOfBlock() throws {
    let text = try ProjectFiles.text("docs/reports.md")
    for block in allBlocks { #expect(text.contains("`\(block.name)`"), "\(block.name)") }
  }
}

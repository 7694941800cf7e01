import Pipeline
import TestKit
import Testing

/// The page and the workbook of duplicates, made of the synthetic office.
@Suite struct DuplicateReportTests {
  private func page(_ overrides: [String] = []) async throws -> String {
    try await CaseRun(overrides: overrides).text("duplicates.html")
  }

  private func count(_ part: String, in text: String) -> Int {
    text.split(separator: part, omittingEmptySubsequences: false).count - 1
  }

  @Test func everyClusterHasACardAndEveryLinkItsWaterfall() async throws {
    let run = try await CaseRun()
    let records = run.records("duplicates.csv")
    let clusters = Set(records.map { $0["cluster"] ?? "" })
    let page = run.text("duplicates.html")
    #expect(!clusters.isEmpty)
    // Pairs to be decided have cards too.
    #expect(count("<article class=\"match\">", in: page) >= clusters.count)
    let joined = Set(records.filter { $0["kind"] != "collision" }.map { $0["cluster"] ?? "" })
    #expect(count("<div class=\"fall\"", in: page) >= joined.count)
  }

  @Test func aDirectorSeesNoNamesOrNumbers() async throws {
    let run = try await CaseRun()
    let people = run.text("duplicates.html")
    let open = try await page(["render.audience=officer"])
    #expect(open.contains("1990774264225") && !people.contains("1990774264225"))
    #expect(open.contains("มณีรัตน์") && !people.contains("มณีรัตน์"))
  }

  @Test func thePublicSeesNoSingleChild() async throws {
    let page = try await page(["render.audience=public"])
    #expect(!page.contains("<article"))
    #expect(page.contains("<p>รายชื่อรายบุคคลไม่แสดงในฉบับเผยแพร่</p>"))
  }

  @Test func thePageIsTheSameWhateverTheOrderOfTheFiles() async throws {
    let run = try await CaseRun()
    let other = try await CaseRun(jobs: 2) { $0.reversed() }
    #expect(run.pages["duplicates.html"] == other.pages["duplicates.html"])
    #expect(run.pages["duplicates.xlsx"] == other.pages["duplicates.xlsx"])
  }
}

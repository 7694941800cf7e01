import Foundation
import Pipeline
import TestKit
import Testing

/// Page, workbook and figures.csv say the same of every figure, read back by a program in another language.
@Suite struct SameFiguresTests {
  private func expectSameFigures(in folder: String, pages: Int) throws {
    let ended = try Program.python("figures.py", [folder])
    #expect(ended.status == 0, "\(ended.output)\(ended.errors)")
    #expect(ended.output.contains("\n\(pages) pages and workbooks, 0 differences"))
  }

  private func expectSameFigures(_ run: CaseRun) throws {
    let folder = try TestFolder()
    for (path, bytes) in run.pages {
      let file = URL(fileURLWithPath: folder.path + "/" + path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
    let pages = run.pages.keys.count { $0.hasSuffix(".html") }
    try #require(pages > 0)
    try expectSameFigures(in: folder.path, pages: pages)
  }

  @Test(arguments: [
    [], ["render.audience=public"], ["render.numerals=thai"],
    ["render.audience=officer", "render.language=en"],
  ])
  func ofTheOffice(overrides: [String]) async throws {
    try expectSameFigures(try await CaseRun(overrides: overrides))
  }

  @Test func ofTheSchoolSystems() async throws {
    try expectSameFigures(
      try await CaseRun(pipeline: "emis-schools", exports: SchoolSystemTests.emis))
    try expectSameFigures(
      try await CaseRun(pipeline: "b-obec-buildings", exports: SchoolSystemTests.buildings))
  }

  @Test func ofARoundThatIsComparedWithTheOneBefore() throws {
    let folder = try TestFolder()
    for round in ["2568/3", "2569/1"] {
      let ended = try Program.krong([
        "run", "pipelines/dmc-students.yaml", "--input",
        ProjectFiles.path("fixtures/office/input"), "--round", round, "--out", folder.path,
      ])
      try #require(ended.status == 0, "\(ended.errors)")
    }
    let round = folder.path + "/dmc-students/2569-1"
    let pages = try FileManager.default.subpathsOfDirectory(atPath: round).count {
      $0.hasSuffix(".html")
    }
    try expectSameFigures(in: round, pages: pages)
  }

  @Test func aFigureThatDiffersIsTold() async throws {
    let folder = try TestFolder()
    let run = try await CaseRun()
    for (path, bytes) in run.pages where path.hasPrefix("book") || path.hasPrefix("figures") {
      try Data(bytes).write(to: URL(fileURLWithPath: folder.path + "/" + path))
    }
    let wrong = run.text("figures.csv").replacing("book-by-age,total,", with: "book-by-age,all,")
    try Data(wrong.utf8).write(to: URL(fileURLWithPath: folder.path + "/figures.csv"))
    let ended = try Program.python("figures.py", [folder.path])
    #expect(ended.status == 1 && ended.output.contains("figures.csv has no book-by-age:total:"))
  }
}

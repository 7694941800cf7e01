import Foundation
import Pipeline
import TestKit
import Testing

/// Every kind of page in Chromium: at three widths, light and dark, as A4; and as a reader uses it.
///
/// Where no Chromium is, this fails; `scripts/test` installs it.
@Suite struct BrowserTests {
  private static let input = ProjectFiles.path("fixtures/office/input")

  private func krong(_ arguments: [String], endsWith status: Int32 = 0) throws {
    let ended = try Program.krong(arguments)
    #expect(ended.status == status, "\(ended.errors)")
  }

  private func run(
    _ input: String, round: String, out: String, endsWith status: Int32 = 0
  ) throws {
    try krong(
      ["run", "pipelines/dmc-students.yaml", "--input", input, "--round", round, "--out", out],
      endsWith: status)
  }

  /// One page of each kind, and of a comparison of two rounds that differ by a school.
  private func makePages(in folder: String, from out: String) throws {
    let files = FileManager.default
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try files.copyItem(atPath: Self.input, toPath: out + "-input")
    try files.removeItem(atPath: out + "-input/dmc/2569-1-student-20010001.xlsx")
    // Its pages are written, though a gate is closed.
    try run(out + "-input", round: "2568/3", out: out, endsWith: 1)
    try run(Self.input, round: "2569/1", out: out)
    // The last is of a school whose whole file is wrong.
    for page in [
      "summary", "book", "duplicates", "reconciliation", "schools/20010001", "schools/20010004",
    ] {
      try files.copyItem(
        atPath: out + "/dmc-students/2569-1/\(page).html",
        toPath: folder + "/" + page.replacing("/", with: "-") + ".html")
    }
    try krong([
      "report", "pipelines/dmc-students.yaml", "--by", "school", "--across", "sex", "--input",
      Self.input, "--as", "html", "--to", folder + "/report.html", "--language", "en",
    ])
    try krong([
      "compare", "2568/3", "2569/1", "--out", out, "--html", folder + "/compare.html",
    ])
  }

  /// Pages whose names try to run, to break out and to turn the line around.
  private func makeHostilePages(in folder: String) async throws {
    let run = try await CaseRun(
      pipeline: "dmc-students", overrides: ["render.audience=officer"], files: HostileOffice.files)
    for page in ["summary", "book", "duplicates", "schools/20010001"] {
      let bytes = try #require(run.pages[page + ".html"])
      let name = "hostile-" + page.replacing("/", with: "-") + ".html"
      try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
    }
  }

  /// A page whose numbers are to be read, sorted and counted in Thai digits.
  private func makeThaiDigits(in folder: String) async throws {
    let run = try await CaseRun(overrides: ["render.numerals=thai"])
    let bytes = try #require(run.pages["book.html"])
    try Data(bytes).write(to: URL(fileURLWithPath: folder + "/thai-digits.html"))
  }

  @Test func everyPageCanBeReadPrintedAndUsed() async throws {
    let folder = try TestFolder()
    try makePages(in: folder.path + "/pages", from: folder.path + "/out")
    try await makeHostilePages(in: folder.path + "/pages")
    try await makeThaiDigits(in: folder.path + "/pages")
    let ended = try Program.python("../browser/pages.py", [folder.path + "/pages"])
    #expect(ended.status == 0, "\(ended.output)\(ended.errors)")
    #expect(ended.output.contains("13 pages; "))
  }
}

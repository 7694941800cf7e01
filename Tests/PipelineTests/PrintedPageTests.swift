import Foundation
import TestKit
import Testing

/// `krong run --as pdf`, with a browser and without.
@Suite struct PrintedPageTests {
  private let folder: TestFolder
  private let arguments: [String]
  private var round: String { folder.path + "/out/dmc-students/2569-1/" }

  init() throws {
    folder = try TestFolder()
    arguments = [
      "run", "pipelines/dmc-students.yaml", "--input", ProjectFiles.path("fixtures/office/input"),
      "--out", folder.path + "/out", "--as", "pdf",
    ]
  }

  private func contents(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: round + name))
  }

  /// A script in the place of the browser.
  private func browser(_ script: String) throws -> String {
    let path = folder.path + "/chromium"
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return path
  }

  @Test(arguments: ["TERM", "INT", "HUP"])
  func anInterruptedRunEndsItsBrowserAndWritesNothing(signal: String) throws {
    _ = try browser("echo $$ > \(folder.path)/pid\nkill -\(signal) $PPID\nexec sleep 600")
    let ended = try Program.krong(arguments, path: folder.path + ":/usr/bin:/bin")
    #expect(ended.status == 130)
    #expect(ended.errors.contains("interrupted; the previous outputs are untouched"))
    #expect(!FileManager.default.fileExists(atPath: round))
    let text = String(
      decoding: try Data(contentsOf: URL(fileURLWithPath: folder.path + "/pid")), as: UTF8.self)
    let process = try #require(Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    #expect(kill(process, 0) != 0)
  }

  @Test func pagesOfTheOfficeArePrintedAlikeEveryTime() throws {
    #expect(try Program.krong(arguments).status == 0)
    let files = try FileManager.default.contentsOfDirectory(atPath: round)
    #expect(
      files.filter { $0.hasSuffix(".pdf") }.sorted()
        == ["book.pdf", "duplicates.pdf", "reconciliation.pdf", "summary.pdf"])
    #expect(files.contains("summary.html") && !files.contains(".print"))
    let first = try contents("summary.pdf")
    #expect(first.starts(with: Data("%PDF".utf8)))
    #expect(first.range(of: Data("/CreationDate (D:20260610000000".utf8)) != nil)
    #expect(try Program.krong(arguments).status == 0)
    #expect(try contents("summary.pdf") == first)
  }

  @Test func withoutABrowserItIsSaidWhatToDo() throws {
    let ended = try Program.krong(arguments, path: folder.path)
    #expect(ended.status == 0)
    #expect(
      ended.errors.contains(
        """
        no PDF was made, for no Chromium is installed: open summary.html in a browser and press its \
        button 'พิมพ์ / Print', or install the package 'chromium'
        """))
    #expect(FileManager.default.fileExists(atPath: round + "summary.html"))
    #expect(!FileManager.default.fileExists(atPath: round + "summary.pdf"))
  }

  @Test func aBrowserThatFailsLeavesThePages() throws {
    let browser = try browser(
      "echo half > \"$(echo \"$*\" | sed 's/.*print-to-pdf=\\([^ ]*\\).*/\\1/')\"\nexit 3")
    let ended = try Program.krong(arguments, path: folder.path + ":/usr/bin:/bin")
    #expect(ended.status == 0)
    #expect(
      ended.errors.contains(
        "summary.pdf was not made (\(browser): ended with status 3); print summary.html from a browser"
      ))
    #expect(FileManager.default.fileExists(atPath: round + "summary.html"))
    #expect(!FileManager.default.fileExists(atPath: round + "summary.pdf"))
  }
}

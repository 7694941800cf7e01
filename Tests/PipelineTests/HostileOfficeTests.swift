import Containers
import Pipeline
import TestKit
import Testing

/// Names that are no names stay texts in everything that a run hands out.
@Suite struct HostileOfficeTests {
  private static func run() async throws -> CaseRun {
    try await CaseRun(
      pipeline: "dmc-students", overrides: ["render.audience=officer"], files: HostileOffice.files)
  }

  @Test func pagesHoldThemAsText() async throws {
    let run = try await Self.run()
    let pages = run.pages.filter { $0.key.hasSuffix(".html") }
    #expect(pages.count >= HostileOffice.names.count)
    for (path, bytes) in pages {
      let text = String(decoding: bytes, as: UTF8.self)
      let tree = try XMLTree(Array(text.dropFirst("<!DOCTYPE html>\n".count).utf8), part: path)
      #expect(tree.every("script").count == 1 && tree.every("img").isEmpty, "\(path)")
      #expect(tree.every("h1").count == 1, "\(path)")
      #expect(!text.contains("javascript:alert(1)\""), "\(path)")
    }
    let book = run.text("book.html")
    #expect(book.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
  }

  @Test func workbooksHoldNoFormula() async throws {
    let run = try await Self.run()
    for (path, bytes) in run.pages where path.hasSuffix(".xlsx") {
      let book = try ZipArchive(ByteSource(bytes))
      for entry in book.entries where entry.path.hasPrefix("xl/worksheets/sheet") {
        let tree = try XMLTree(book.read(entry), part: entry.path)
        let formulas = tree.every("c").flatMap { $0.all("f") }.map { $0.text }
        // The cells behind charts follow those of their tables; no name stands in any.
        #expect(formulas.allSatisfy { !$0.contains("cmd") && !$0.contains("SUM") }, "\(path)")
      }
    }
  }
}

extension XMLTree {
  /// Every element of a name, at any depth.
  fileprivate func every(_ name: String) -> [XMLTree] {
    children.flatMap { ($0.name == name ? [$0] : []) + $0.every(name) }
  }
}

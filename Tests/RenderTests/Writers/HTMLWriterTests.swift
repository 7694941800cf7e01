import Containers
import Crypto
import Foundation
import Render
import Tables
import Testing

struct HTMLWriterTests {
  @Test func theNameOfAFigureStaysInsideItsAttribute() async throws {
    let figures = Figures(FigureTable("t", columns: ["n"], "\"\u{0301}><i> 1\nb 2~2"))
    let body = try await Printing.body(["table": "t"], figures: figures)
    #expect(body.contains("<td data-figure=\"t:&quot;\u{0301}&gt;&lt;i&gt;:n\">1</td>"))
    #expect(body.contains("<td class=\"zero\" data-figure=\"t:b:n\">0</td>"))
  }

  @Test func aTableIsWrittenWithHeadingsThatSayWhatTheyHead() async throws {
    let figures = Figures(
      FigureTable("pupils", columns: ["a/m", "a/sum", "n"], "one 1 1 0\ntotal 1234 - <"))
    #expect(
      try await Printing.body(["table": "pupils"], figures: figures) == """
        <div class="sheet keep" id="t1">
        <div class="scroll" role="region" tabindex="0" aria-labelledby="t1c">
        <table>
        <caption id="t1c"><span>Table pupils</span></caption>
        <colgroup span="1"></colgroup><colgroup span="2"></colgroup><colgroup span="1"></colgroup>
        <thead>
        <tr><th scope="col" rowspan="2" class="name">Name</th>\
        <th scope="colgroup" colspan="2" class="g">a</th>\
        <th scope="col" rowspan="2" class="g">n</th></tr>
        <tr><th scope="col" class="g">m</th><th scope="col" class="s">sum</th></tr>
        </thead>
        <tbody>
        <tr data-row="one"><th scope="row" class="name">one</th>\
        <td class="g" data-figure="pupils:one:a/m">1</td>\
        <td class="s" data-figure="pupils:one:a/sum">1</td>\
        <td class="g zero" data-figure="pupils:one:n">0</td></tr>
        <tr data-row="total" class="total"><th scope="row" class="name">total</th>\
        <td class="g" data-figure="pupils:total:a/m">1,234</td>\
        <td class="s none" data-figure="pupils:total:a/sum">–</td>\
        <td class="g few" data-figure="pupils:total:n">*</td></tr>
        </tbody>
        </table>
        </div>
        </div>
        """)
  }

  /// Of the thousands of schools of the country a page shows the first, and all of them stand in the workbook.
  @Test(arguments: [(1000, false), (1001, true)])
  func aVeryLongTableIsCutAndSaysSo(rows: Int, isCut: Bool) async throws {
    let lines = (1...rows).map { "r\($0) \($0)" }.joined(separator: "\n")
    let figures = Figures(FigureTable("t", columns: ["n"], lines))
    let stage = try Printing.stage(Printing.report(["table": "t"]))
    let pages = try await Printing.pages(stage, figures)
    let body = try Printing.body(of: pages)
    #expect(body.contains("t:r1000:n") && !body.contains("t:r1001:n"))
    #expect(body.contains("more-rows 1,000 1,001") == isCut)
    let book = try ReadBook(pages[1].bytes)
    #expect(book.sheets.contains { $0.values.contains(.number(Double(rows))) })
  }

  @Test func aPageIsWellFormedAndNeedsNothingElse() async throws {
    let figures = Office().figures
    let blocks: [Written] = figures.tables.map { ["table": .word($0.id)] }
    let stage = try Printing.stage(Printing.report(blocks), language: .thai)
    let pages = try await Printing.pages(stage, figures)
    let page = try ReadPage(pages[0].bytes)
    let text = String(decoding: pages[0].bytes, as: UTF8.self)
    let policy = page.tree.every("meta").compactMap { meta in
      meta.attributes["http-equiv"] == "Content-Security-Policy" ? meta.attributes["content"] : nil
    }
    let allowed = try ["style", "script"].map { name in
      let contents = text.split(separator: "<" + name).dropFirst().map { part in
        part.drop { $0 != ">" }.dropFirst().prefix(
          upTo: part.firstRange(of: "</" + name + ">")?.lowerBound ?? part.endIndex)
      }
      let content = try #require(contents.first)
      #expect(contents.count == 1)
      return "'sha256-" + Data(SHA256.hash(data: Array(content.utf8))).base64EncodedString() + "'"
    }
    #expect(
      policy == [
        "default-src 'none'; style-src \(allowed[0]); script-src \(allowed[1]); "
          + "img-src data:; base-uri 'none'; form-action 'none'"
      ])
    #expect(!text.contains(" style=") && !text.contains(" onclick="))
    #expect(page.tree.every("link").map { $0.attributes["href"] } == ["data:,"])
    #expect(!String(decoding: pages[0].bytes, as: UTF8.self).contains("://"))
    let ids = page.tree.every("div").compactMap { $0.attributes["id"] }
    #expect(ids.count == figures.tables.count && Set(ids).count == ids.count)
  }

  @Test func aWideTableIsCutForPaperAndWholeOnTheScreen() async throws {
    let figures = Office().figures
    let stage = try Printing.stage(
      Printing.report(["table": ["id": "students-by-school", "name": 3]]), formats: [.html])
    let page = try await ReadPage(Printing.pages(stage, figures)[0].bytes)
    #expect(page.tables().count == 1)
    #expect(page.tables(onPaper: true).count == 3)
    let first = try #require(page.tables().first?.every("tr").first)
    #expect(first.children.prefix(3).map { $0.attributes["class"] } == ["code", "code", "name"])
  }

  @Test func contentsLeadToEverySection() async throws {
    let stage = try Printing.stage(
      Printing.report(["heading": "One"], ["heading": "Two & three"]), formats: [.html])
    let page = try await ReadPage(Printing.pages(stage, Figures())[0].bytes)
    let links = page.tree.every("nav").flatMap { $0.every("a") }
    #expect(links.map { $0.text } == ["One", "Two & three"])
    #expect(
      links.map { $0.attributes["href"] }
        == page.tree.every("h2").map { "#" + ($0.attributes["id"] ?? "") })
  }
}

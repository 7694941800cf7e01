import Containers
import Foundation
import Render
import Tables
import Testing

/// Names that try to be something else stay names, in both formats.
struct HostileTests {
  private static let names = [
    "<script>alert(1)</script>", "=cmd|' /C calc'!A0", "+1+1", "-2", "@SUM(A1)",
    "\"\u{0E31}><img src=x>",
    "</td></table><h1>", "ก\u{202E}ข\u{2066}", "a\u{0}b\u{1B}c\r", "_x0041_", "]]>", "{{{body}}}",
    "\u{FFFE}\u{FFFF}", " space ", "line\nbreak", "'", "&amp;",
    String(repeating: "ยาว", count: 3334),
  ]

  private static var figures: Figures {
    var table = FigureTable(
      id: "t", title: LocalizedText(names[0]), stubs: [LocalizedText(names[5])],
      columns: [
        FigureTable.ColumnHead(key: "n", headings: [LocalizedText(names[6])], unit: "")
      ], notes: [LocalizedText(names[0])])
    for (index, name) in names.enumerated() {
      table.append(
        FigureTable.RowHead(key: name, labels: [LocalizedText(name)]),
        [Figure(.count(index), rows: 0)])
    }
    return Figures(table)
  }

  private static func pages() async throws -> [Pages.Page] {
    try await Printing.pages(Printing.stage(Printing.report(["table": "t"])), figures)
  }

  /// What of a name a file can hold.
  private static func held(_ name: String, _ replacement: (Unicode.Scalar) -> String?) -> String {
    name.unicodeScalars.map { replacement($0) ?? String($0) }.joined()
  }

  @Test func theyStayTextInAPage() async throws {
    let page = try await ReadPage(Self.pages()[0].bytes)
    let table = try #require(page.tables().first)
    let labels = table.every("tbody").flatMap { $0.every("th") }.map { $0.text }
    let expected = Self.names.map { name in
      Self.held(name) { scalar in
        "\u{0}\u{1B}\r\u{FFFE}\u{FFFF}".unicodeScalars.contains(scalar) ? "\u{FFFD}" : nil
      }
    }
    #expect(labels.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
    #expect(page.tree.every("script").count == 1 && page.tree.every("img").isEmpty)
    #expect(page.tree.every("h1").count == 1)
    #expect(ReadPage.figures(of: table).map { $0.cells } == Self.names.indices.map { ["\($0)"] })
  }

  @Test func theyStayTextInAWorkbook() async throws {
    let book = try await ReadBook(Self.pages()[1].bytes)
    let cells = book.sheets[1]
    for (index, name) in Self.names.enumerated() {
      let expected = Self.held(name) { scalar in
        switch scalar {
        case "\u{0}", "\u{1B}", "\r", "\u{FFFE}", "\u{FFFF}":
          "_x" + String(format: "%04X", scalar.value) + "_"
        default: nil
        }
      }
      // The reader of the test does not undo the spelling of characters.
      #expect(
        cells["A\(6 + index)"] == .text(name == "_x0041_" ? "_x005F_x0041_" : expected))
      #expect(cells["B\(6 + index)"] == .number(Double(index)))
    }
    #expect(book.parts["xl/worksheets/sheet2.xml"]?.every("f").isEmpty == true)
  }

  @Test func aTextThatBeginsLikeAFormulaStaysOneWhenItIsEdited() async throws {
    let book = try await ReadBook(Self.pages()[1].bytes)
    let formats = try #require(book.parts["xl/styles.xml"]?.first("cellXfs")).children
    let cells = try #require(book.parts["xl/worksheets/sheet2.xml"]).every("c")
    for (index, name) in Self.names.enumerated() {
      let cell = try #require(cells.first { $0.attributes["r"] == "A\(6 + index)" })
      let look = formats[try #require(Int(cell.attributes["s"] ?? ""))]
      let isFormula = ["=", "+", "-", "@"].contains(name.prefix(1))
      #expect((look.attributes["quotePrefix"] == "1") == isFormula, "\(name.prefix(20))")
    }
  }

  @Test func aTextIsCutAtWhatACellCanHold() async throws {
    let figures = Figures(
      FigureTable("t", columns: ["n"], String(repeating: "ก", count: 40_000) + " 1"))
    let stage = try Printing.stage(Printing.report(["table": "t"]), formats: [.xlsx])
    let book = try await ReadBook(Printing.pages(stage, figures)[0].bytes)
    guard case .text(let text)? = book.sheets[1]["A6"] else {
      Issue.record("the name is missing")
      return
    }
    #expect(text.utf16.count == 32_767 && text.hasSuffix("ก…"))
  }
}

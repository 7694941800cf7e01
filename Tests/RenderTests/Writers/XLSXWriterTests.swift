import Containers
import Render
import Tables
import Testing

struct XLSXWriterTests {
  private static func book(_ blocks: Written..., figures: Figures) async throws -> ReadBook {
    let stage = try Printing.stage(Printing.report(blocks), formats: [.xlsx])
    return try await ReadBook(Printing.pages(stage, figures)[0].bytes)
  }

  private static let pupils = Figures(
    FigureTable(
      "pupils", columns: ["a/m", "a/sum", "n"],
      "one 1 2345 0\ntwo - < 1/4\ntotal 1 2 3", notes: ["a note"]))

  @Test func aSheetHoldsNumbersAndIsFrozenFilteredAndReadyToPrint() async throws {
    let book = try await Self.book(
      ["table": ["id": "pupils", "sheet": "Pupils"]], figures: Self.pupils)
    #expect(book.names == ["overview {0} {1}".prefix(31), "Pupils"].map { String($0) })
    let cells = try book.cells(ofSheet: "Pupils")
    #expect(cells["A5"] == .text("Name"))
    #expect(cells["B5"] == .text("a"))
    #expect(["B6", "C6", "D5"].map { cells[$0] } == ["m", "sum", "n"].map { .text($0) })
    #expect(["B7", "C7", "D7"].map { cells[$0] } == [1, 2345, 0].map { .number($0) })
    #expect(["B8", "C8", "D8"].map { cells[$0] } == [.text("–"), .text("*"), .number(0.25)])
    #expect(cells["A11"] == .text("a note"))

    let sheet = try book.part(ofSheet: "Pupils")
    let pane = try #require(sheet.every("pane").first?.attributes)
    #expect(pane["xSplit"] == "1" && pane["ySplit"] == "6" && pane["topLeftCell"] == "B7")
    #expect(sheet.first("autoFilter")?.attributes["ref"] == "A6:D8")
    #expect(
      sheet.every("mergeCell").map { $0.attributes["ref"] } == ["B5:C5", "D5:D6", "A5:A6"])
    #expect(sheet.every("col").map { $0.attributes["width"] } == ["7", "4", "7", "7"])
    #expect(sheet.every("col").map { $0.attributes["outlineLevel"] } == [nil, "1", nil, "1"])
    #expect(sheet.first("pageSetup")?.attributes["paperSize"] == "9")
    #expect(sheet.every("hyperlink").first?.attributes["location"] == "'overview {0} {1}'!A1")
    let names = try #require(book.parts["xl/workbook.xml"]?.first("definedNames")).children
    #expect(
      names.map { $0.text } == ["'Pupils'!$A$6:$D$8", "'Pupils'!$A:$A,'Pupils'!$5:$6"])
  }

  @Test func aChangeIsANumberWithItsSign() async throws {
    let figures = Figures(
      FigureTable("headline", columns: ["value", "previous-change"], "some 12 12~10"))
    let book = try await Self.book(
      ["cards": [["figure": "headline:some", "label": "Some"]]],
      ["table": ["id": "headline", "sheet": "H"]], figures: figures)
    #expect(try book.body(ofSheet: "H") == [[.number(12), .number(2)]])
    let formats = try #require(book.parts["xl/styles.xml"]?.first("numFmts")).children
    #expect(
      formats.map { $0.attributes["formatCode"] } == ["0.0%", "+#,##0;\"−\"#,##0;0"])
    #expect(
      try book.cells(ofSheet: "overview {0} {1}").values.contains(
        .text("since-previous {0} {1} +2 (+20.0%)")))
  }

  @Test func numbersHaveFormats() async throws {
    let book = try await Self.book(["table": ["id": "pupils", "sheet": "P"]], figures: Self.pupils)
    let styles = try #require(book.parts["xl/styles.xml"])
    let formats = try #require(styles.first("cellXfs")).children.map { $0.attributes["numFmtId"] }
    func format(_ cell: String) throws -> String? {
      let found = try book.part(ofSheet: "P").every("c").first { $0.attributes["r"] == cell }
      return formats[try #require(Int(found?.attributes["s"] ?? ""))]
    }
    #expect(try format("C7") == "3")
    #expect(try format("D8") == "164")
    #expect(try format("A7") == "49")
    #expect(styles.every("numFmt").map { $0.attributes["formatCode"] } == ["0.0%"])
  }

  @Test func rowsOfASheetAreWrittenExactlySo() async throws {
    let figures = Figures(FigureTable("t", columns: ["n"], "=a 5"))
    let stage = try Printing.stage(Printing.report(["table": "t"]), formats: [.xlsx])
    let zip = try await ZipArchive(ByteSource(Printing.pages(stage, figures)[0].bytes))
    func part(_ path: String) throws -> String {
      String(decoding: try zip.read(#require(zip.entry(at: path))), as: UTF8.self)
    }
    // Texts 0 to 7 are the overview's; then come four lines of title, the headings and the row.
    let sheet = try part("xl/worksheets/sheet2.xml")
    #expect(
      sheet.contains(
        """
        <sheetData><row r="1" ht="22" customHeight="1"><c r="A1" s="5" t="s"><v>8</v></c></row>\
        <row r="2"><c r="A2" s="3" t="s"><v>9</v></c></row>\
        <row r="3"><c r="A3" s="3" t="s"><v>10</v></c></row>\
        <row r="4"><c r="A4" s="4" t="s"><v>11</v></c></row>\
        <row r="5" ht="19" customHeight="1"><c r="A5" s="6" t="s"><v>12</v></c>\
        <c r="B5" s="6" t="s"><v>13</v></c></row>\
        <row r="6"><c r="A6" s="7" t="s"><v>14</v></c><c r="B6" s="8"><v>5</v></c></row>\
        </sheetData><hyperlinks>
        """))
    #expect(try part("xl/sharedStrings.xml").hasSuffix("<si><t>n</t></si><si><t>=a</t></si></sst>"))
    #expect(
      try part("xl/_rels/workbook.xml.rels").hasSuffix(
        "Target=\"sharedStrings.xml\"/><Relationship Id=\"rId4\" Type=\"http://"
          + "schemas.openxmlformats.org/officeDocument/2006/relationships/styles\""
          + " Target=\"styles.xml\"/></Relationships>"))
  }

  @Test func noFilterTearsSumsFromTheirRows() async throws {
    let figures = Figures(
      FigureTable("mixed", columns: ["n"], "a 1\nab-sum 1\nb 2\ntotal 3"),
      FigureTable("single", columns: ["n"], "a 1\ntotal 1"))
    let book = try await Self.book(["table": "mixed"], ["table": "single"], figures: figures)
    for name in book.names.dropFirst() {
      #expect(try book.part(ofSheet: name).first("autoFilter") == nil)
    }
  }

  @Test func aWideSheetIsPrintedInPartsWithItsNames() async throws {
    let book = try await Self.book(
      ["table": ["id": "students-by-school", "sheet": "Wide"]], figures: Office().figures)
    let sheet = try book.part(ofSheet: "Wide")
    #expect(sheet.every("brk").map { $0.attributes["id"] } == ["12", "30"])
    #expect(sheet.first("pageSetup")?.attributes["orientation"] == "landscape")
    #expect(sheet.every("pageSetUpPr").isEmpty)
    let names = try #require(book.parts["xl/workbook.xml"]?.first("definedNames")).children
    #expect(names.map { $0.text }.contains("'Wide'!$A:$C,'Wide'!$5:$7"))
  }

  @Test func barsHaveOneScale() async throws {
    let figures = Figures(FigureTable("t", columns: ["n", "m"], "a 1 2\nb 1 2\ns-sum 2 4\nc 5 1"))
    let book = try await Self.book(
      ["table": ["id": "t", "sheet": "T", "bars": ["n", "m"]]], figures: figures)
    let rules = try book.part(ofSheet: "T").all("conditionalFormatting")
    #expect(rules.map { $0.attributes["sqref"] } == ["B6:B7 B9 C6:C7 C9"])
  }

  @Test func theOverviewSaysWhatThePageSays() async throws {
    let book = try await Self.book(
      ["heading": "First"],
      ["verdict": ["figure": "pupils:one:n", "zero": "Fine", "otherwise": "-"]],
      ["cards": [["figure": "pupils:one:a/sum", "label": "Sum", "detail": "{pupils:two:a/m}"]]],
      ["text": "See {pupils:one:a/sum}."], ["table": ["id": "pupils", "sheet": "P"]],
      ["notes": ["Noted"]], figures: Self.pupils)
    let cells = book.sheets[0]
    #expect(cells["A9"] == .text("First"))
    #expect(cells["A10"] == .text("good {0} {1}: Fine"))
    #expect(["A11", "B11", "C11"].map { cells[$0] } == [.text("Sum"), .number(2345), .text("–")])
    #expect(cells["A12"] == .text("See 2,345."))
    #expect(cells["A13"] == .text("→ Table pupils"))
    #expect(cells["A14"] == .text("• Noted"))
  }

  @Test func noPartHoldsAClock() async throws {
    let book = try await Self.book(["heading": "x"], figures: Figures())
    let core = try #require(book.parts["docProps/core.xml"])
    #expect(core.children.map { $0.name } == ["title", "creator", "category"])
  }
}

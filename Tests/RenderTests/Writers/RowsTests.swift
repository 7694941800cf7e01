import Containers
import Foundation
import Render
import Tables
import Testing

/// The rows of a dataset as a sheet and as a table of a page.
struct RowsTests {
  private static let names = [
    "<script>alert(1)</script>", "=cmd|' /C calc'!A0", "+1+1", "-2", "@SUM(A1)",
    "\"\u{0E31}><img src=x>", "</td></table><h1>", "ก\u{202E}ข\u{2066}", "a\u{0}b\u{1B}c\r",
    "_x0041_", "]]>", "{{{body}}}", "\u{FFFE}\u{FFFF}", " space ", "line\nbreak", "&amp;", "",
    String(repeating: "ยาว", count: 3334),
  ]

  private static func document(
    _ columns: [RowsColumn], marks: [RowMark] = [], count: Int? = nil
  ) -> Document {
    let head = PageHead(
      office: "Office", title: "T", subtitle: "S", facts: [], audience: "Secret & <co>")
    let table = RowsTable(
      title: "Pupils", sheet: "Pupils", count: count ?? columns.first?.codes.count ?? 0
    ) {
      RowsContent(columns: columns, marks: marks)
    } reason: {
      "reason <\($0)>"
    }
    return Document(language: .english, masthead: head, nodes: [.rows(table)])
  }

  private static var hostile: Document {
    document([
      numbers(1...names.count),
      RowsColumn(
        heading: names[0], cells: names.map { $0.isEmpty ? .nothing : .text($0) },
        codes: Codes(names.indices.map { UInt32($0) })),
    ])
  }

  private static func numbers(_ rows: ClosedRange<Int>) -> RowsColumn {
    RowsColumn(
      heading: "Row", cells: rows.map { .number($0, scale: 1) },
      codes: Codes(rows.indices.enumerated().map { UInt32($0.offset) }))
  }

  private static func book(_ document: Document) throws -> ReadBook {
    try ReadBook(XLSXWriter(words: Printing.words()).workbook(of: document))
  }

  private static func page(_ document: Document) throws -> ReadPage {
    let frame = try PageFrame(Printing.template, file: "page.mustache")
    return try ReadPage(HTMLWriter(frame: frame, words: Printing.words()).page(of: document))
  }

  /// The cells below the heading, by column.
  private static func column(_ letter: String, of book: ReadBook, count: Int) -> [ReadBook.Cell?] {
    (0..<count).map { book.sheets[1][letter + String(7 + $0)] }
  }

  @Test func everyValueStandsInItsRow() throws {
    let sexes = RowsColumn(
      heading: "Sex", cells: [.text("ชาย"), .nothing, .text("หญิง")], codes: Codes([2, 0, 1, 0]))
    let weights = RowsColumn(
      heading: "Weight", cells: [.number(1650, scale: 100), .number(-5, scale: 100)],
      codes: Codes([0, 1, 0, 0]))
    let book = try Self.book(Self.document([Self.numbers(3...6), sexes, weights]))
    #expect(Self.column("A", of: book, count: 4) == [3, 4, 5, 6].map { .number($0) })
    #expect(
      Self.column("B", of: book, count: 4) == [.text("หญิง"), .text("ชาย"), nil, .text("ชาย")])
    #expect(Self.column("C", of: book, count: 4) == [16.5, -0.05, 16.5, 16.5].map { .number($0) })
  }

  @Test func aLongListIsWrittenInBlocksAndLacksNoRow() throws {
    let count = 20_000
    let name = RowsColumn(
      heading: "Name", cells: (0..<7).map { .text("name \($0)") },
      codes: Codes((0..<count).map { UInt32($0 % 7) }))
    let book = try Self.book(Self.document([Self.numbers(1...count), name]))
    let rows = Self.column("A", of: book, count: count)
    #expect(rows == (1...count).map { .number(Double($0)) })
    #expect(book.sheets[1]["B20006"] == .text("name 0"))
    let strings = try #require(book.parts["xl/sharedStrings.xml"]).attributes
    let named = book.sheets.flatMap { $0.values }.count { cell in
      if case .text = cell { true } else { false }
    }
    #expect(strings["count"] == String(named))
  }

  @Test func theHeadStaysInSightAndFiltersAndIsRepeatedOnPaper() throws {
    let book = try Self.book(Self.hostile)
    let sheet = try book.part(ofSheet: "Pupils")
    let pane = try #require(sheet.every("pane").first?.attributes)
    #expect(pane["xSplit"] == "1" && pane["ySplit"] == "6")
    #expect(sheet.first("autoFilter")?.attributes["ref"] == "A6:B\(6 + Self.names.count)")
    #expect(sheet.every("pageSetup").first?.attributes["orientation"] == "landscape")
    let names = try #require(book.parts["xl/workbook.xml"]).every("definedName").map { $0.text }
    #expect(names.contains("'Pupils'!$A:$A,'Pupils'!$6:$6"))
  }

  @Test func theAudienceStandsInTheHeadTheFooterAndTheProperties() throws {
    let book = try Self.book(Self.hostile)
    #expect(book.sheets[1]["A2"] == .text("Secret & <co>"))
    let footer = try book.part(ofSheet: "Pupils").every("oddFooter").first?.text
    #expect(footer?.contains("&C&8 Secret && <co>&R") == true)
    let properties = try #require(book.parts["docProps/core.xml"])
    #expect(properties.first("category")?.text == "Secret & <co>")
  }

  @Test func hostileNamesStayTextInAWorkbook() throws {
    let book = try Self.book(Self.hostile)
    let held = Self.names.map { name -> ReadBook.Cell? in
      if name.isEmpty { return nil }
      if name == "_x0041_" { return .text("_x005F_x0041_") }
      return .text(
        name.unicodeScalars.map { scalar in
          "\u{0}\u{1B}\r\u{FFFE}\u{FFFF}".unicodeScalars.contains(scalar)
            ? "_x" + String(format: "%04X", scalar.value) + "_" : String(scalar)
        }.joined())
    }
    #expect(Self.column("B", of: book, count: Self.names.count) == held)
    #expect(try book.part(ofSheet: "Pupils").every("f").isEmpty)
    let formats = try #require(book.parts["xl/styles.xml"]?.first("cellXfs")).children
    let cells = try book.part(ofSheet: "Pupils").every("c")
    for (index, name) in Self.names.enumerated() {
      let cell = try #require(cells.first { $0.attributes["r"] == "B\(7 + index)" })
      let look = formats[try #require(Int(cell.attributes["s"] ?? ""))]
      let isFormula = ["=", "+", "-", "@"].contains(name.prefix(1))
      #expect((look.attributes["quotePrefix"] == "1") == isFormula, "\(name.prefix(20))")
    }
  }

  @Test func hostileNamesStayTextInAPage() throws {
    let page = try Self.page(Self.hostile)
    let cells = try #require(page.tables().first).every("td").map { $0.text }
    let held = Self.names.map { name in
      name.unicodeScalars.map { scalar in
        "\u{0}\u{1B}\r\u{FFFE}\u{FFFF}".unicodeScalars.contains(scalar)
          ? "\u{FFFD}" : String(scalar)
      }.joined()
    }
    #expect(cells.map { Array($0.utf8) } == held.map { Array($0.utf8) })
    #expect(page.tree.every("script").count == 1 && page.tree.every("img").isEmpty)
  }

  @Test func aTextIsCutAtWhatACellCanHold() throws {
    let long = RowsColumn(
      heading: "Name", cells: [.text(String(repeating: "ก", count: 40_000))], codes: Codes([0]))
    let book = try Self.book(Self.document([Self.numbers(1...1), long]))
    guard case .text(let text)? = book.sheets[1]["B7"] else {
      Issue.record("the name is missing")
      return
    }
    #expect(text.utf16.count == 32_767 && text.hasSuffix("ก…"))
  }

  // MARK: Marks

  private static var marked: Document {
    let names = RowsColumn(
      heading: "Name", cells: [.text("=a"), .nothing], codes: Codes([0, 1, 0]))
    return document(
      [numbers(1...3), names],
      marks: [
        RowMark(row: 0, column: 1, severity: .error, findings: [7, 8]),
        RowMark(row: 1, column: 1, severity: .warning, findings: [9]),
        RowMark(row: 2, column: 0, severity: .info, findings: [10]),
      ])
  }

  @Test func aMarkedCellIsBoldAndFramedAndHasAGroundOfItsSeverity() throws {
    let book = try Self.book(Self.marked)
    let styles = try #require(book.parts["xl/styles.xml"])
    let formats = try #require(styles.first("cellXfs")).children
    let cells = try book.part(ofSheet: "Pupils").every("c")
    func look(_ name: String) throws -> (bold: Bool, fill: String?, framed: Bool, quoted: Bool) {
      let cell = try #require(cells.first { $0.attributes["r"] == name })
      let format = formats[try #require(Int(cell.attributes["s"] ?? ""))].attributes
      func part(_ list: String, _ key: String) throws -> XMLTree {
        try #require(styles.first(list)).children[try #require(Int(format[key] ?? ""))]
      }
      let sides = try part("borders", "borderId").children.count {
        $0.attributes["style"] == "thin"
      }
      return (
        try part("fonts", "fontId").first("b") != nil,
        try part("fills", "fillId").every("fgColor").first?.attributes["rgb"], sides == 4,
        format["quotePrefix"] == "1"
      )
    }
    #expect(try look("B7") == (true, "FFFCE6E4", true, true))
    #expect(try look("B8") == (true, "FFFFF2CF", true, false))
    #expect(try look("A9") == (true, "FFDDEBF1", true, false))
    #expect(try look("B9") == (false, nil, false, true))
    #expect(book.sheets[1]["B7"] == .text("=a") && book.sheets[1]["A9"] == .number(3))
  }

  @Test func aMarkedCellOfAPageSaysWhatWasFound() throws {
    let table = try #require(Self.page(Self.marked).tables().first)
    let marks = (table.every("td") + table.every("tbody")[0].every("th"))
      .compactMap { cell in cell.attributes["data-mark"].map { ($0, cell.attributes["title"]) } }
    #expect(marks.map { $0.0 } == ["error", "warning", "info"])
    #expect(marks.map { $0.1 } == ["reason <7>\nreason <8>", "reason <9>", "reason <10>"])
  }
}

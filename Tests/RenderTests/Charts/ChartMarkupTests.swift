import Containers
import Render
import Tables
import Testing

/// Charts as they are written into a page, read back.
struct ChartMarkupTests {
  private static func page(_ blocks: [Written], figures: Figures) async throws -> ReadPage {
    let stage = try Printing.stage(Printing.report(blocks), formats: [.html])
    return try ReadPage(try await Printing.pages(stage, figures)[0].bytes)
  }

  private static func chart(_ kind: Chart.Kind, _ table: String, _ columns: [String]) -> Written {
    [
      "chart": [
        "kind": .word(kind.rawValue), "table": .word(table),
        "columns": .list(columns.map { .word($0) }),
      ]
    ]
  }

  /// The pictures of a page, of which a reader sees the one for the width of the window.
  private static func pictures(_ page: ReadPage, _ frame: ChartFrame) -> [XMLTree] {
    page.tree.every("svg").filter { $0.hasClass(frame.rawValue) }
  }

  /// Every figure of the office that a kind draws, with the length by which it is drawn.
  @Test(arguments: [Chart.Kind.pyramid, .bars, .columns, .stacked], ChartFrame.allCases)
  func everyFigureIsDrawnOnceWithItsNumber(kind: Chart.Kind, frame: ChartFrame) async throws {
    let figures = Office().figures
    let page = try await Self.page(
      [Self.chart(kind, "students-by-grade", ["ช", "ญ"])], figures: figures)
    let marks = try #require(Self.pictures(page, frame).first).every("g")
    let table = try #require(figures["students-by-grade"])
    var sums = [0, 0]
    for row in table.rows.indices where table.rows[row].role == .detail {
      for column in 0..<2 {
        let name = "students-by-grade:\(table.rows[row].key):\(table.columns[column].key)"
        let found = marks.filter { $0.attributes["data-figure"] == name }
        let mark = try #require(found.first, "\(name)")
        #expect(found.count == 1)
        let text = NumberText.of(table[row, column].value)
        #expect(mark.first("title")?.text.hasSuffix(": " + text) == true)
        if kind != .stacked { #expect(mark.first("text")?.text == text) }
        #expect(mark.first("rect")?.hasClass("s\(column + 1)") == true)
        let title = try #require(mark.first("title")?.text.split(separator: " ").last)
        sums[column] += try #require(Int(title))
      }
    }
    #expect(marks.count == 22)
    let total = try #require(table.rows.firstIndex { $0.role == .total })
    #expect(sums.map { .count($0) } == (0..<2).map { table[total, $0].value })
  }

  @Test func lengthsAreAsTheFigures() async throws {
    let figures = Figures(FigureTable("t", columns: ["n"], "a 400\nb 100\nc 0"))
    let page = try await Self.page([Self.chart(.bars, "t", ["n"])], figures: figures)
    let widths = Self.pictures(page, .desk)[0].every("g").compactMap {
      $0.first("rect")?.attributes["width"].flatMap { Double($0) }
    }
    #expect(abs(widths[0] - 4 * widths[1]) < 0.3 && widths[2] == 0)
  }

  @Test func aPictureHasANameAndIsToldInWords() async throws {
    let figures = Office().figures
    let charts = [Chart.Kind.bars, .lines].map { Self.chart($0, "students-by-grade", ["ช", "ญ"]) }
    let page = try await Self.page(charts, figures: figures)
    let pictures = page.tree.every("svg")
    #expect(pictures.count == 4)
    for picture in pictures {
      #expect(picture.attributes["role"] == "img")
      let title = try #require(picture.first("title"))
      #expect(picture.attributes["aria-labelledby"] == title.attributes["id"])
      #expect(picture.attributes["aria-describedby"] == picture.first("desc")?.attributes["id"])
      #expect(title.text == "Students by grade")
    }
    let ids = pictures.compactMap { $0.attributes["aria-labelledby"] }
    #expect(ids == ["c1t", "c1nt", "c2t", "c2nt"])
    let text = pictures.map { $0.allText }.joined()
    #expect(!text.contains("{{"))
  }

  @Test func thePolicyOfThePageAllowsAllOfAPicture() async throws {
    let page = try await Self.page(
      [Self.chart(.stacked, "students-by-grade", ["ช", "ญ"])], figures: Office().figures)
    for element in ["style", "script"] {
      #expect(
        page.tree.every("body").flatMap { $0.every("svg") }.flatMap { $0.every(element) }.isEmpty)
    }
    func check(_ tree: XMLTree) {
      #expect(tree.attributes["style"] == nil && tree.attributes["onclick"] == nil)
      for child in tree.children { check(child) }
    }
    for picture in page.tree.every("svg") { check(picture) }
  }

  @Test func signsTellLinesApartWithoutTheirColours() async throws {
    let figures = Figures(FigureTable("t", columns: ["a", "b", "c"], "x 1 2 3\ny 2 3 4"))
    let page = try await Self.page([Self.chart(.lines, "t", ["*"])], figures: figures)
    let picture = Self.pictures(page, .desk)[0]
    let signs = picture.every("path").compactMap { path in
      path.attributes["d"]?.drop { $0 != "m" }
    }
    #expect(signs.count == 6 && Set(signs).count == 3)
    #expect(picture.every("polyline").map { $0.attributes["class"] } == ["s1", "s2", "s3"])
  }

  // MARK: Hostile names

  private static let names = [
    "<script>alert(1)</script>", "\"\u{0E31}><img src=x>", "</title></svg><h1>",
    "ก\u{202E}ข\u{2066}",
    "a\u{0}b\u{1B}c\r", "{{{body}}}", "\u{FFFE}\u{FFFF}", "line\nbreak", "&amp;",
    String(repeating: "ยาว", count: 3334), "=cmd|' /C calc'!A0",
  ]

  static var hostile: Figures {
    var table = FigureTable(
      id: "t", title: LocalizedText(names[0]), stubs: [LocalizedText(names[1])],
      columns: [0, 2].map {
        FigureTable.ColumnHead(key: names[$0], headings: [LocalizedText(names[$0])], unit: "")
      })
    for (index, name) in names.enumerated() {
      table.append(
        FigureTable.RowHead(key: name, labels: [LocalizedText(name)]),
        [Figure(.count(index), rows: 0), Figure(.count(7), rows: 0)])
    }
    return Figures(table)
  }

  static let hostileCharts: [Written] = Chart.Kind.allCases.map { kind in
    [
      "chart": [
        "kind": .word(kind.rawValue), "table": "t",
        "columns": .list([.word(names[0]), .word(names[2])]),
      ]
    ]
  }

  @Test func hostileNamesStayNames() async throws {
    let page = try await Self.page(Self.hostileCharts, figures: Self.hostile)
    #expect(page.tree.every("svg").count == 2 * Chart.Kind.allCases.count)
    #expect(page.tree.every("script").count == 1 && page.tree.every("img").isEmpty)
    #expect(page.tree.every("h1").count == 1)
    for picture in page.tree.every("svg") {
      let texts = (picture.every("text") + picture.every("title")).map { $0.text }
      #expect(texts.allSatisfy { $0.unicodeScalars.count < 700 })
      #expect(
        texts.allSatisfy { text in
          !text.unicodeScalars.contains { "\u{202E}\u{2066}\u{1B}\n".unicodeScalars.contains($0) }
        })
      let marks = picture.every("g").compactMap { $0.attributes["data-figure"] }
      #expect(marks.count == 2 * Self.names.count && Set(marks).count == marks.count)
    }
  }
}

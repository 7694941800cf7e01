import Containers
import Render
import Tables
import Testing

/// The charts of a workbook: their parts, the cells that they draw, and the cells that these follow.
struct ChartWorkbookTests {
  private static func book(_ blocks: [Written], figures: Figures) async throws -> ReadBook {
    let stage = try Printing.stage(Printing.report(blocks), formats: [.xlsx])
    return try ReadBook(try await Printing.pages(stage, figures)[0].bytes)
  }

  private static let office: [Written] = [
    [
      "chart": [
        "kind": "pyramid", "table": "students-by-grade", "columns": ["ช", "ญ"], "sheet": "Pyramid",
      ]
    ],
    ["table": ["id": "students-by-grade", "sheet": "Grades"]],
    [
      "chart": [
        "kind": "bars", "table": "students-by-school", "columns": ["all/all"], "name": 3,
        "largest": 5,
      ]
    ],
    ["table": ["id": "students-by-school", "sheet": "Schools", "name": 3]],
    [
      "chart": [
        "kind": "lines", "table": "students-by-school", "rows": ["99010001", "99010007"],
        "columns": ["*/all"], "turned": "yes",
      ]
    ],
    ["chart": ["kind": "stacked", "table": "duplicates-by-kind"]],
    ["chart": ["kind": "columns", "table": "students-by-grade", "columns": ["all"]]],
  ]

  private static let sheet = "charts {0} {1}"

  private static func charts(_ book: ReadBook) throws -> [XMLTree] {
    var charts: [XMLTree] = []
    while let chart = book.parts["xl/charts/chart\(charts.count + 1).xml"] { charts.append(chart) }
    return charts
  }

  // MARK: Parts

  @Test func everyPartIsNamedAndEveryRelationLeadsToOne() async throws {
    let book = try await Self.book(Self.office, figures: Office().figures)
    let paths = Set(book.parts.keys)
    #expect(try Self.charts(book).count == 5)
    for (path, part) in book.parts where path.hasSuffix(".rels") {
      let folder = path.split(separator: "/").dropLast(2)
      for relation in part.all("Relationship") {
        var way = Array(folder)
        for step in try #require(relation.attributes["Target"]).split(separator: "/") {
          if step == ".." { way.removeLast() } else { way.append(step) }
        }
        #expect(paths.contains(way.joined(separator: "/")), "\(path) leads to \(way)")
      }
    }
    let types = try #require(book.parts["[Content_Types].xml"]).all("Override")
      .compactMap { $0.attributes["PartName"] }
    #expect(Set(types).count == types.count)
    for path in paths where path.hasPrefix("xl/charts/") || path.hasPrefix("xl/drawings/d") {
      #expect(types.contains("/" + path))
    }
    #expect(book.names == ["overview {0} {1}", Self.sheet, "Grades", "Schools"])
    #expect(try book.part(ofSheet: Self.sheet).children.last?.name == "drawing")
  }

  @Test func eachPictureHasAPlaceANameAndAnAlternative() async throws {
    let book = try await Self.book(Self.office, figures: Office().figures)
    let anchors = try #require(book.parts["xl/drawings/drawing1.xml"]).all("twoCellAnchor")
    #expect(anchors.count == 5)
    var end = 0
    for anchor in anchors {
      let rows = try ["from", "to"].map { corner in
        let row = anchor.first(corner)?.first("row")?.text ?? ""
        return try #require(Int(row))
      }
      #expect(rows[0] > end && rows[1] > rows[0])
      end = rows[1]
      #expect(anchor.first("to")?.first("col")?.text == "8")
    }
    let names = anchors.flatMap { $0.every("cNvPr") }
    #expect(names.first?.attributes["name"] == "Pyramid")
    #expect(names.allSatisfy { ($0.attributes["descr"] ?? "").hasPrefix("chart-shows") })
    #expect(Set(names.compactMap { $0.attributes["id"] }).count == 5)
    let references = anchors.flatMap { $0.every("chart") }.compactMap { $0.attributes["id"] }
    #expect(references == (1...5).map { "rId\($0)" })
  }

  @Test func theSheetPrintsItsPicturesAndNotTheirCells() async throws {
    let book = try await Self.book(Self.office, figures: Office().figures)
    let names = try #require(book.parts["xl/workbook.xml"]?.first("definedNames")).children
    let area = try #require(names.first { $0.attributes["name"] == "_xlnm.Print_Area" })
    #expect(area.text.hasPrefix("'\(Self.sheet)'!$A$1:$H$"))
    #expect(area.attributes["localSheetId"] == "1")
    let breaks = try book.part(ofSheet: Self.sheet).every("rowBreaks").flatMap { $0.all("brk") }
    let starts = try #require(book.parts["xl/drawings/drawing1.xml"]).every("from")
      .compactMap { $0.first("row")?.text }
    #expect(!breaks.isEmpty)
    #expect(breaks.allSatisfy { starts.contains($0.attributes["id"] ?? "") })
  }

  @Test func theOverviewLeadsToEachPicture() async throws {
    let book = try await Self.book(Self.office, figures: Office().figures)
    let places = book.parts["xl/worksheets/sheet1.xml"]?.every("hyperlink")
      .compactMap { $0.attributes["location"] }
    #expect(places?.count == 7 && places?[0] == "'\(Self.sheet)'!A5")
    #expect(places?[1] == "'Grades'!A1")
  }

  @Test func aWorkbookWithoutChartsHasNoSheetOfThem() async throws {
    let book = try await Self.book(
      [["table": "students-by-grade"], ["chart": ["kind": "bars", "table": "empty"]]],
      figures: Office().figures(
        plus: Figures(FigureTable("empty", columns: ["n"], "a 0"), Office().byGrade)))
    #expect(book.names.count == 2)
    #expect(!book.parts.keys.contains { $0.contains("chart") || $0.contains("drawing") })
  }

  // MARK: Figures

  /// The cells of a reference such as `'Charts'!$K$7:$K$17`.
  private static func cells(_ reference: String) throws -> (sheet: String, cells: [String]) {
    let parts = reference.split(separator: "!")
    let ends = parts[1].split(separator: ":").map { $0.split(separator: "$") }
    let rows = try ends.map { try #require(Int($0[1])) }
    let sheet = parts[0].dropFirst().dropLast().replacing("''", with: "'")
    return (String(sheet), (rows[0]...(rows.last ?? rows[0])).map { ends[0][0] + String($0) })
  }

  /// What a chart draws is what its cells hold, and what its cells follow is what the tables show.
  @Test func aChartDrawsItsCellsAndTheseAreTheFigures() async throws {
    let figures = Office().figures
    let book = try await Self.book(Self.office, figures: figures)
    let own = try book.cells(ofSheet: Self.sheet)
    var followed = 0
    for chart in try Self.charts(book) {
      for series in chart.every("ser") {
        let numbers = try #require(series.first("val")?.first("numRef"))
        let (sheet, places) = try Self.cells(try #require(numbers.first("f")?.text))
        #expect(sheet == Self.sheet)
        let points = Dictionary(
          uniqueKeysWithValues: numbers.every("pt").map {
            ($0.attributes["idx"] ?? "", Double($0.first("v")?.text ?? ""))
          })
        for (index, place) in places.enumerated() {
          let number: ReadBook.Cell? = points[String(index)]?.map { .number($0) }
          #expect(own[place] == number, "\(place)")
        }
        let names = try #require(series.first("cat")?.first("strRef"))
        let (_, cells) = try Self.cells(try #require(names.first("f")?.text))
        #expect(
          names.every("pt").compactMap { $0.first("v")?.text }.map { .text($0) }
            == cells.compactMap { own[$0] })
        let title = try #require(series.first("tx")?.first("strRef"))
        let (_, heads) = try Self.cells(try #require(title.first("f")?.text))
        #expect(own[heads[0]] == title.every("pt")[0].first("v").map { .text($0.text) })
      }
    }
    for cell in try book.part(ofSheet: Self.sheet).every("c") {
      guard var formula = cell.first("f")?.text else { continue }
      let isMirrored = formula.hasPrefix("-")
      if isMirrored { formula.removeFirst() }
      let parts = formula.split(separator: "!")
      let target = try book.cells(ofSheet: String(parts[0].dropFirst().dropLast()))[
        String(parts[1])]
      guard case .number(let number)? = target else {
        Issue.record("\(formula) is no number")
        continue
      }
      #expect(Double(cell.first("v")?.text ?? "") == (isMirrored ? -number : number))
      followed += 1
    }
    // 2 × 11 of the pyramid, 5 of the bars, 15 of a school's line, 11 of the columns.
    #expect(followed > 40)
  }

  @Test func oneSideOfAPyramidIsNegativeAndIsNotToldSo() async throws {
    let book = try await Self.book(Self.office, figures: Office().figures)
    let chart = try Self.charts(book)[0]
    let series = chart.every("ser")
    let values = series.map { one in
      one.first("val")?.every("pt").compactMap { Double($0.first("v")?.text ?? "") } ?? []
    }
    #expect(values[0].count == 11 && values[0].allSatisfy { $0 < 0 })
    #expect(values[1].count == 11 && values[1].allSatisfy { $0 > 0 })
    #expect(series[0].every("formatCode").map { $0.text } == ["#,##0;#,##0"])
    #expect(chart.every("overlap").map { $0.attributes["val"] } == ["100"])
    let formats = try #require(book.parts["xl/styles.xml"]?.first("numFmts")).children
    #expect(formats.contains { $0.attributes["formatCode"] == "#,##0;#,##0" })
  }

  @Test func whatIsMissingIsAnEmptyCellAndItsSignStandsBesideTheName() async throws {
    let figures = Figures(
      FigureTable("t", columns: ["m", "f"], "a 1 2\nb - <\nc … 3\nd < <"),
      FigureTable("rooms", columns: ["per"], "a 1/3\nb 2/0"))
    let book = try await Self.book(
      [
        ["chart": ["kind": "bars", "table": "t"]], ["chart": ["kind": "stacked", "table": "t"]],
        ["table": ["id": "t", "sheet": "T"]], ["chart": ["kind": "columns", "table": "rooms"]],
      ], figures: figures)
    let cells = try book.cells(ofSheet: Self.sheet)
    #expect(
      ["J7", "J8", "J9", "J10"].map { cells[$0] }
        == ["a", "b (m –, f *)", "c (m …)", "d (*)"].map { .text($0) })
    #expect(["K7", "K8", "K9"].map { cells[$0] } == [.number(1), nil, nil])
    #expect(["L7", "L8", "L9"].map { cells[$0] } == [.number(2), nil, .number(3)])
    let charts = try Self.charts(book)
    #expect(charts[0].every("dispBlanksAs").map { $0.attributes["val"] } == ["gap"])
    let points = charts[1].every("ser").map { $0.first("val")?.every("pt").count }
    #expect(points == [1, 1])
    #expect(charts[2].every("formatCode").map { $0.text } == ["0.0%"])
  }

  @Test func hostileNamesStayNames() async throws {
    let book = try await Self.book(
      ChartMarkupTests.hostileCharts + [["table": ["id": "t", "sheet": "It's =1+1!"]]],
      figures: ChartMarkupTests.hostile)
    #expect(try Self.charts(book).count == Chart.Kind.allCases.count)
    let formulas = try book.part(ofSheet: Self.sheet).every("f").map { $0.text }
    #expect(!formulas.isEmpty)
    #expect(
      formulas.allSatisfy { formula in
        let plain = formula.hasPrefix("-") ? String(formula.dropFirst()) : formula
        return plain.hasPrefix("'It''s =1+1!'!") && plain.count <= 18
      })
    for chart in try Self.charts(book) {
      #expect(chart.every("v").allSatisfy { $0.text.unicodeScalars.count <= 310 })
    }
  }

  @Test func theSameFiguresGiveTheSameBytes() async throws {
    let stage = try Printing.stage(Printing.report(Self.office))
    let one = try await Printing.pages(stage, Office().figures).map { $0.bytes }
    let other = try await Printing.pages(stage, Office().figures).map { $0.bytes }
    #expect(one == other)
  }

  @Test func numbersAndWordsHaveTheDigitsOfTheReport() throws {
    let table = FigureTable("t", columns: ["n"], "school-2 1234\nother 0")
    let document = Document(
      language: .thai,
      masthead: PageHead(office: "", title: "", subtitle: "", facts: [], audience: ""),
      nodes: [.chart(Chart(.bars, table, note: "2 of 3"))], numerals: .thai)
    let words = try Printing.words()
    let book = try ReadBook(XLSXWriter(words: words).workbook(of: document))
    let formats = try #require(book.parts["xl/charts/chart1.xml"]).every("numFmt")
      .compactMap { $0.attributes["formatCode"] }
    #expect(formats.contains("[$-D00041E]#,##0"))
    let frame = try PageFrame(Printing.template, file: "page.mustache")
    let body = HTMLWriter(frame: frame, words: words).body(of: document)
    let text = String(decoding: body, as: UTF8.self)
    #expect(text.contains("<title>school-๒: ๑,๒๓๔</title>") && text.contains(">๑,๒๓๔</text>"))
    #expect(text.contains("<p class=\"note\">๒ of ๓</p>"))
    #expect(text.contains("data-figure=\"t:school-2:n\""))
  }
}

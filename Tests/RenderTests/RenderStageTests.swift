import Render
import Settings
import Tables
import Testing

struct RenderStageTests {
  private static let figures = Figures(
    FigureTable(
      "pupils", columns: ["a/m", "a/f", "a/sum", "b/m", "share"],
      """
      one 1 2 3 1234567 1/3
      two 0 - < 4 0/7
      total 1 2 3 1234571 1/10
      """, notes: ["a note"]),
    FigureTable("headline", columns: ["value"], "persons 1989\nmissing 0"))

  private static let report: Written = Printing.report(
    ["heading": "First"], ["cards": [["figure": "headline:persons", "label": "Persons"]]],
    ["table": ["id": "pupils", "sheet": "Pupils"]])

  @Test func writesOneFilePerReportAndFormat() async throws {
    let pages = try await Printing.pages(Printing.stage(Self.report), Self.figures)
    #expect(pages.map { $0.path } == ["page.html", "page.xlsx"])
  }

  @Test func givesTheSameBytesEachTime() async throws {
    let stage = try Printing.stage(Self.report)
    let first = try await Printing.pages(stage, Self.figures)
    let second = try await Printing.pages(Printing.stage(Self.report), Self.figures)
    #expect(first.map { $0.bytes } == second.map { $0.bytes })
  }

  @Test func pageAndWorkbookShowTheFiguresThatCameIn() async throws {
    let pages = try await Printing.pages(Printing.stage(Self.report), Self.figures)
    let table = try #require(Self.figures["pupils"])
    let read = ReadPage.figures(of: try #require(try ReadPage(pages[0].bytes).tables().first))
    let book = try ReadBook(pages[1].bytes).body(ofSheet: "Pupils")
    for (index, row) in table.rows.enumerated() {
      #expect(read[index].row == row.key)
      for column in table.columns.indices {
        let value = table[index, column].value
        #expect(read[index].cells[column] == NumberText.of(value))
        #expect(book[index][column] == .of(value))
      }
    }
  }

  @Test func theWholeOfficeIsTheSameOnScreenOnPaperInTheWorkbookAndInTheFigures() async throws {
    let figures = Office().figures
    let tables = figures.tables.filter { $0.id != "headline" }
    let report = Printing.report(
      tables.map { ["table": ["id": .word($0.id), "sheet": .word($0.id)]] })
    let pages = try await Printing.pages(Printing.stage(report), figures)
    let page = try ReadPage(pages[0].bytes)
    let book = try ReadBook(pages[1].bytes)
    for (table, read) in zip(tables, page.tables()) {
      let rows = ReadPage.figures(of: read)
      #expect(rows.map { $0.row } == table.rows.map { $0.key })
      #expect(
        rows.map { $0.cells }
          == table.rows.indices.map { row in
            table.columns.indices.map { NumberText.of(table[row, $0].value) }
          })
      let body = try book.body(ofSheet: table.id)
      #expect(
        body
          == table.rows.indices.map { row in
            table.columns.indices.map { .of(table[row, $0].value) }
          })
    }
    let paper = page.tables(onPaper: true).map { ReadPage.figures(of: $0) }
    let screen = ReadPage.figures(of: page.tables()[0])
    #expect(paper.count > 1)
    #expect(
      screen.indices.map { row in paper.flatMap { $0[row].cells } } == screen.map { $0.cells })
  }

  @Test func saysWhoseFiguresTheseAreAndOfWhichDay() async throws {
    let pages = try await Printing.pages(
      Printing.stage(Self.report, language: .thai), Office().figures(plus: Self.figures))
    let text = String(decoding: pages[0].bytes, as: UTF8.self)
    #expect(text.contains("<html lang=\"th\">"))
    #expect(text.contains("<li>as-of 10 month6 2569 {1}</li>"))
    #expect(
      text.contains(
        "<li>exported-between moment 9 month6 2569 16:30 moment 10 month6 2569 08:15</li>"))
    #expect(text.contains("<li class=\"audience\">for-director {0} {1}</li>"))
  }

  @Test func aReportMayStandInAFolder() async throws {
    var report = Self.report
    if case .map(var entries) = report {
      entries[1] = ("file", "schools/summary-2")
      report = .map(entries)
    }
    let pages = try await Printing.pages(Printing.stage(report, formats: [.html]), Self.figures)
    #expect(pages.map { $0.path } == ["schools/summary-2.html"])
  }
}

extension Office {
  func figures(plus other: Figures) -> Figures {
    var figures = figures
    figures.tables = other.tables
    return figures
  }
}

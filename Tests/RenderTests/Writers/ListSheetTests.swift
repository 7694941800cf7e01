import Containers
import Render
import Tables
import Testing

/// The long lists of a workbook.
struct ListSheetTests {
  private static func book(groups: Int, width: Int = 10) throws -> ReadBook {
    let list = DocumentList(
      title: "Cases", sheet: "Cases",
      columns: [
        .init("No.", width: 8), .init("Name", width: width),
        .init("Result", width: width, choices: ["100 found", "201 \"lost\""]),
      ], frozen: 1, groups: groups
    ) { group in
      (0...group % 2).map { [.number(group + 1), .text("=row \($0)"), .text("")] }
    }
    let head = PageHead(office: "Office", title: "T", subtitle: "S", facts: [], audience: "A")
    let document = Document(
      language: .english, masthead: head,
      nodes: [.matches(MatchCards(cards: [], more: nil, sumLabel: "Sum", list: list))])
    return try ReadBook(XLSXWriter(words: Printing.words()).workbook(of: document))
  }

  @Test func linesOfAllGroupsStandBelowTheHeadings() throws {
    let cells = try Self.book(groups: 2).cells(ofSheet: "Cases")
    #expect(["A4", "B4", "C4"].map { cells[$0] } == ["No.", "Name", "Result"].map { .text($0) })
    #expect(["A5", "A6", "A7"].map { cells[$0] } == [1, 2, 2].map { .number($0) })
    #expect(cells["B7"] == .text("=row 1"))
  }

  @Test func theHeadingStaysInSightAndFilters() throws {
    let sheet = try Self.book(groups: 2).part(ofSheet: "Cases")
    let pane = try #require(sheet.every("pane").first?.attributes)
    #expect(pane["xSplit"] == "1" && pane["ySplit"] == "4")
    #expect(sheet.first("autoFilter")?.attributes["ref"] == "A4:C7")
  }

  @Test func resultsAreChosenFromAList() throws {
    let sheet = try Self.book(groups: 2).part(ofSheet: "Cases")
    let choice = try #require(sheet.every("dataValidation").first)
    #expect(choice.attributes["sqref"] == "C5:C7" && choice.attributes["type"] == "list")
    #expect(choice.every("formula1").first?.text == "\"100 found,201 \"\"lost\"\"\"")
  }

  @Test func aWideListIsCutForPaper() throws {
    #expect(try Self.book(groups: 1).part(ofSheet: "Cases").first("brk") == nil)
    let wide = try Self.book(groups: 1, width: 100).part(ofSheet: "Cases")
    #expect(wide.every("brk").map { $0.attributes["id"] } == ["2"])
  }

  @Test func theFirstSheetLeadsToTheList() throws {
    let book = try Self.book(groups: 1)
    let overview = try book.part(ofSheet: book.names[0])
    #expect(overview.every("hyperlink").map { $0.attributes["location"] } == ["'Cases'!A1"])
  }
}

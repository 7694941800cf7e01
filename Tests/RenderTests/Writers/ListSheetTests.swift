import Containers
import Render
import Tables
import Testing

/// The long lists of a workbook.
struct ListSheetTests {
  private static func book(
    groups: Int, width: Int = 10, choices: [String] = ["100 found", "201 \"lost\""]
  ) throws -> ReadBook {
    let list = DocumentList(
      title: "Cases", sheet: "Cases",
      columns: [
        .init("No.", width: 8), .init("Name", width: width),
        .init("Result", width: width, choices: choices),
      ], frozen: 1, groups: groups
    ) { group in
      (0...group % 2).map { [.number(group + 1), .text("=row \($0)"), .text("")] }
    }
    return try book(of: list)
  }

  private static func book(of list: DocumentList) throws -> ReadBook {
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

  @Test(arguments: [
    Array(repeating: "a long word to choose", count: 12), ["one, and a comma", "two"],
  ])
  func whatACellCannotHoldStandsOnAHiddenSheet(_ words: [String]) throws {
    let book = try Self.book(groups: 2, choices: words)
    let choice = try #require(book.part(ofSheet: "Cases").every("dataValidation").first)
    #expect(
      choice.every("formula1").first?.text == "'choices {0} {1}'!$A$1:$A$\(words.count)")
    let cells = try book.cells(ofSheet: "choices {0} {1}")
    #expect(words.indices.map { cells["A\($0 + 1)"] } == words.map { .text($0) })
    #expect(try Self.states(book) == ["Cases": nil, "choices {0} {1}": "hidden"])
  }

  @Test func aListThatFitsNeedsNoSheet() throws {
    #expect(try !Self.book(groups: 2).names.contains("choices {0} {1}"))
  }

  private static func states(_ book: ReadBook) throws -> [String: String?] {
    let sheets = try #require(book.parts["xl/workbook.xml"]).every("sheet").dropFirst()
    return Dictionary(
      uniqueKeysWithValues: sheets.map { ($0.attributes["name"] ?? "", $0.attributes["state"]) })
  }

  @Test func whatDiffersAndWhatIsToBeFilledInHasALookOfItsOwn() throws {
    let list = DocumentList(
      title: "Cases", sheet: "Cases",
      columns: ["A", "B", "C"].map { .init($0, width: 10, wraps: true) }, frozen: 0, groups: 1,
      isOnePageWide: true
    ) { _ in [[.text("a"), .marked("=b"), .answer("")]] }
    let part = try Self.book(of: list).part(ofSheet: "Cases")
    let styles = part.every("c").suffix(3).compactMap { $0.attributes["s"] }
    #expect(Set(styles).count == 3)
    #expect(part.first("pageSetup")?.attributes["fitToWidth"] == "1")
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

import Render
import Settings
import Tables
import Testing

/// Every mistake in a report file, in the words and at the place a user is told.
struct MistakeTests {
  private static let known = KnownTables([
    KnownTables.Table(id: "headline", rows: ["persons", "schools"], columns: ["value"]),
    KnownTables.Table(id: "by-school"),
  ])

  @Test(arguments: [
    (
      Printing.report(["tabel": "by-school"]),
      "page/blocks/0/tabel:1:1: error: unknown kind of block 'tabel'; did you mean 'table'?"
    ),
    (
      Printing.report(["table": "by-scool"]),
      "page/blocks/0/table:1:2: error: unknown table of figures 'by-scool'; did you mean 'by-school'?"
    ),
    (
      Printing.report(["table": ["id": "by-school", "limt": 10]]),
      "page/blocks/0/table/limt:1:1: error: unknown key 'limt'; did you mean 'limit'?"
    ),
    (
      Printing.report(["table": ["id": "by-school", "limit": 0]]),
      "page/blocks/0/table/limit:1:2: error: expected a number above 0, found '0'"
    ),
    (
      Printing.report(["table": ["id": "by-school", "columns": ["a*b*"]]]),
      "page/blocks/0/table/columns/0:1:2: error: expected a key with at most one '*', found 'a*b*'"
    ),
    (
      Printing.report(["cards": [["figure": "headline:person", "label": "x"]]]),
      "page/blocks/0/cards/0/figure:1:2: error: the table 'headline' has no row 'person'; did you mean 'persons'?"
    ),
    (
      Printing.report(["cards": [["figure": "headline:persons:valu", "label": "x"]]]),
      "page/blocks/0/cards/0/figure:1:2: error: the table 'headline' has no column 'valu'; did you mean 'value'?"
    ),
    (
      Printing.report(["cards": [["figure": "headline", "label": "x"]]]),
      "page/blocks/0/cards/0/figure:1:2: error: expected a figure as 'table:row' or 'table:row:column', found 'headline'"
    ),
    (
      Printing.report(["text": "{headline:persons"]),
      "page/blocks/0/text:1:2: error: expected a '}' after '{headline:persons'"
    ),
    (
      Printing.report(["text": ["th": "ก", "eng": "a"]]),
      "page/blocks/0/text/eng:1:1: error: unknown key 'eng'; did you mean 'en'?"
    ),
    (
      Printing.report([
        "verdict": [
          "figure": "headline:persons", "zero": "none", "otherwise": "some", "tone": "worse",
        ]
      ]),
      "page/blocks/0/verdict/tone:1:2: error: unknown tone 'worse'; expected bad, attention or good"
    ),
    (
      Printing.report(["heading": "a", "text": "b"]),
      "page/blocks/0:1:2: error: expected one kind of block, found 2"
    ),
  ])
  func isToldWithItsPlace(report: Written, message: String) {
    #expect(Printing.mistakes(report, known: Self.known) == message)
  }

  @Test func allAreToldTogether() {
    let report: Written = [
      "report": "test", "file": "../page", "title": "Title",
      "blocks": [["tabel": "x"], ["table": "x"]],
    ]
    #expect(
      Printing.mistakes(report, known: Self.known) == """
        page/file:1:2: error: expected a file name of small letters, digits and hyphens, found '../page'
        page/blocks/0/tabel:1:1: error: unknown kind of block 'tabel'; did you mean 'table'?
        page/blocks/1/table:1:2: error: unknown table of figures 'x'; expected headline or by-school
        """)
  }

  @Test func twoReportsDoNotWriteOneFile() {
    #expect(
      Printing.mistakes(Printing.report(), Printing.report())
        == "page/file:1:2: error: another report is written to 'page' already")
  }

  @Test func aTableThatTheRunDidNotMakeIsToldThen() async throws {
    let stage = try Printing.stage(Printing.report(["table": "by-scool"]))
    await #expect(
      throws: SettingsError(
        "unknown table of figures 'by-scool'; did you mean 'by-school'?",
        at: Place(file: "page/blocks/0/table", column: 2))
    ) {
      try await Printing.pages(stage, Figures(FigureTable("by-school", columns: ["n"], "a 1")))
    }
  }

  @Test func anUnknownFormatIsToldWithItsPlace() throws {
    let written: Written = ["html", "xslx"]
    #expect(
      throws: SettingsError(
        "unknown format of pages 'xslx'; did you mean 'xlsx'?",
        at: Place(file: "page/1", column: 2))
    ) { try PageFormats(written.settings()) }
    #expect(try PageFormats(Written.word("xlsx").settings()).written == [.xlsx])
  }

  @Test func whatIsPrintedIsAPage() throws {
    let asked = try PageFormats(Written.word("pdf").settings())
    #expect(asked.arePrinted && asked.written == [.html])
    let usual = try PageFormats(nil)
    #expect(!usual.arePrinted && usual.written == [.html, .xlsx])
  }

  @Test(arguments: [
    ("<p>\n{{title}} {{{body}}}", "p.mustache:2:1: error: expected {{{title}}}, found {{title}}"),
    (
      "<p>{{{titel}}}{{{body}}}",
      "p.mustache:1:4: error: unknown name 'titel'; did you mean 'title'?"
    ),
    ("<p>", "p.mustache:1:1: error: the template has no {{{body}}}"),
    (
      "{{#facts}}{{{body}}}",
      "p.mustache:1:21: error: not a Mustache template: expectedSectionEnd"
    ),
  ])
  func aWrongTemplateIsToldWithItsPlace(text: String, message: String) {
    #expect { try PageFrame(text, file: "p.mustache") } throws: { "\($0)" == message }
  }

  @Test func aMissingWordIsTold() {
    guard case .map(let entries) = Printing.wordSettings else { return }
    let without = Written.map(entries.filter { $0.0 != "overview" })
    #expect { try Words(without.settings("words"), language: .thai) } throws: {
      "\($0)" == "words:1:2: error: missing key 'overview'"
    }
  }
}

import Containers
import Ingest
import TestKit
import Testing

/// A small spreadsheet around some rows.
private struct SampleODS {
  var type = "application/vnd.oasis.opendocument.spreadsheet"
  var manifest = "<manifest:manifest xmlns:manifest=\"m\"/>"
  var tables: String

  init(tables: String) { self.tables = tables }

  init(_ rows: String) {
    self.init(
      tables: "<table:table table:name=\"ก\"><office:forms/><table:table-column "
        + "table:number-columns-repeated=\"1024\"/>\(rows)</table:table>")
  }

  var content: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:automatic-styles>\
    <style:style style:name="ta1"><style:table-properties table:display="false"/></style:style>\
    <style:style style:name="ta2"><style:table-properties table:display="true"/></style:style>\
    </office:automatic-styles><office:body><office:spreadsheet><table:tracked-changes>\
    <table:table><table:table-row><table:table-cell/></table:table-row></table:table>\
    </table:tracked-changes>\(tables)<table:named-expressions/>\
    </office:spreadsheet></office:body></office:document-content>
    """
  }

  var bytes: [UInt8] {
    var zip = ZipWriter()
    zip.add(path: "mimetype", bytes: Array(type.utf8))
    zip.add(path: "META-INF/manifest.xml", bytes: Array(manifest.utf8))
    zip.add(path: "content.xml", bytes: Array(content.utf8))
    return zip.finish()
  }

  func read() throws -> [String] { try BookLines.of(ODSWorkbook(ByteSource(bytes))) }
}

private struct ODSCase: CustomTestStringConvertible {
  let testDescription: String
  let rows: String
  let expected: [String]

  init(_ name: String, _ rows: String, _ expected: String...) {
    (testDescription, self.rows, self.expected) = (name, rows, expected)
  }

  /// A single cell of row 1.
  static func cell(_ attributes: String, _ content: String, _ expected: String) -> ODSCase {
    ODSCase(
      attributes + content,
      "<table:table-row><table:table-cell \(attributes)>\(content)</table:table-cell>"
        + "</table:table-row>",
      "1: A=\(expected)")
  }
}

private func text(_ text: String, _ attributes: String = "") -> String {
  "<table:table-cell office:value-type=\"string\"\(attributes)><text:p>\(text)</text:p>"
    + "</table:table-cell>"
}

private func row(_ cells: String, _ attributes: String = "") -> String {
  "<table:table-row\(attributes)>\(cells)</table:table-row>"
}

private let odsCases: [ODSCase] = [
  ODSCase("no rows", ""),
  ODSCase(
    "gaps, and repeats without content",
    row("", " table:number-rows-repeated=\"2\"") + "<table:table-row/>"
      + row("<table:table-cell table:number-columns-repeated=\"2\"/>" + text("a"))
      + row("<table:table-cell table:number-columns-repeated=\"1073741824\"/>")
      + row(text("b") + "<table:table-cell table:number-columns-repeated=\"16383\"/>")
      + row("<table:table-cell/>", " table:number-rows-repeated=\"1048570\""),
    "4: C=a", "6: A=b"),
  ODSCase(
    "repeats with content",
    row(text("a", " table:number-columns-repeated=\"3\""), " table:number-rows-repeated=\"2\"")
      + row(text("b")),
    "1: A=a B=a C=a", "2: A=a B=a C=a", "3: A=b"),
  ODSCase(
    "hidden rows",
    row(text("a"), " table:visibility=\"collapse\"")
      + row(text("b"), " table:visibility=\"filter\"")
      + row(text("c"), " table:visibility=\"visible\""),
    "1*: A=a", "2*: A=b", "3: A=c"),
  ODSCase(
    "groups of rows",
    "<table:table-header-rows>\(row(text("a")))</table:table-header-rows><table:table-rows>"
      + "<table:table-row-group>\(row(text("b")))</table:table-row-group></table:table-rows>"
      + "<table:shapes><table:table>\(row(text("no")))</table:table></table:shapes>",
    "1: A=a", "2: A=b"),
  ODSCase(
    "merged cells",
    row(
      text("a", " table:number-columns-spanned=\"2\" table:number-rows-spanned=\"2\"")
        + "<table:covered-table-cell/>" + text("b"))
      + row("<table:covered-table-cell table:number-columns-repeated=\"2\"/>" + text("c")),
    "1: A1:B2 A=a C=b", "2: C=c"),
  ODSCase(
    "prefixes do not matter",
    "<t:table-row xmlns:t='x'><t:table-cell o:value-type='float' o:value='1.50'/>"
      + "<t:table-cell o:value-type='float' o:value='1.50'></t:table-cell></t:table-row>",
    "1: B=1.5(n)"),
  .cell("", "<text:p>ก &amp; ข</text:p>", "ก & ข"),
  .cell("", "<text:p>a</text:p>\n <text:p>b<text:line-break/>c<text:tab/>d</text:p>", "a\nb\nc\td"),
  .cell("", "<text:p> a  b<text:s text:c=\"3\"/>c<text:s/> d</text:p>", " a  b   c  d"),
  .cell(
    "",
    "<text:p>a<text:span>b<text:a>c</text:a></text:span><text:note><text:p>no</text:p>"
      + "</text:note><![CDATA[<d>]]></text:p>", "abc<d>"),
  .cell("", "<office:annotation><text:p>no</text:p></office:annotation><text:p>a</text:p>", "a"),
  .cell(
    "office:value-type=\"float\" office:value=\"1100000000016\"", "<text:p>1.1E+12</text:p>",
    "1100000000016(n)"),
  .cell("office:value-type=\"percentage\" office:value=\"0.5\"", "<text:p>50%</text:p>", "0.5(n)"),
  .cell(
    "office:value-type=\"currency\" office:value=\"12.50\"", "<text:p>฿12.50</text:p>",
    "12.5(n)"),
  .cell("office:value-type=\"float\" office:value=\"x\"", "<text:p>5</text:p>", "5"),
  .cell(
    "office:value-type=\"date\" office:date-value=\"2015-01-01\"", "<text:p>x</text:p>",
    "2015-01-01(d)"),
  .cell(
    "office:value-type=\"date\" office:date-value=\"2015-01-01T08:30:00.5\"", "",
    "2015-01-01 08:30:01(d)"),
  .cell(
    "office:value-type=\"date\" office:date-value=\"1/1/58\"", "<text:p>1/1/58</text:p>",
    "1/1/58"),
  .cell("office:value-type=\"time\" office:time-value=\"PT08H30M00S\"", "", "08:30:00(d)"),
  .cell("office:value-type=\"time\" office:time-value=\"PT36H00M00.4S\"", "", "36:00:00(d)"),
  .cell("office:value-type=\"boolean\" office:boolean-value=\"true\"", "", "TRUE(b)"),
  .cell("office:value-type=\"string\" office:string-value=\"a  b\"", "<text:p>x</text:p>", "a  b"),
  .cell(
    "office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\"",
    "<text:p>#DIV/0!</text:p>", "#DIV/0!(e)"),
]

@Suite struct ODSWorkbookTests {
  @Test(arguments: odsCases)
  private func reads(_ sample: ODSCase) throws {
    #expect(try SampleODS(sample.rows).read() == ["[ก]"] + sample.expected)
  }

  @Test func namesItsSheetsAndSaysWhichAreHidden() throws {
    let sample = SampleODS(
      tables:
        "<table:table table:name=\"a\" table:style-name=\"ta2\">\(row(text("1")))</table:table>"
        + "<table:table table:name=\"b &amp; c\" table:style-name=\"ta1\">\(row(text("2")))"
        + "</table:table><table:table table:name=\"d\"/><table:table table:name=\"e\">"
        + "\(row(text("3")))</table:table>")
    #expect(
      try sample.read() == ["[a]", "1: A=1", "[b & c]*", "1: A=2", "[d]", "[e]", "1: A=3"])
    #expect(try FileHead(ByteSource(sample.bytes)).container == "ods")
  }

  @Test func readsCellsThatLieAcrossTheWindow() throws {
    let texts = (0..<12_000).map { "นักเรียน\($0 * 7919)" }
    let sample = SampleODS(texts.map { row(text($0) + text("x")) }.joined())
    #expect(try sample.read() == ["[ก]"] + texts.enumerated().map { "\($0 + 1): A=\($1) B=x" })
  }

  @Test func stopsWhenTheSinkWantsNoMore() throws {
    let sample = SampleODS(row(text("a"), " table:number-rows-repeated=\"1000000\""))
    var lines = BookLines(most: 2)
    try ODSWorkbook(ByteSource(sample.bytes)).read(sheet: 0, into: &lines)
    #expect(lines.lines == ["1: A=a", "2: A=a"])
  }

  @Test(arguments: [
    (
      row(text("a", " table:number-columns-repeated=\"1000000000\"")),
      "A cell is repeated beyond column 16384, where every sheet ends."
    ),
    (
      row(text("a"), " table:number-rows-repeated=\"1000000000\""),
      "A row is repeated beyond row 1048576, where every sheet ends."
    ),
    (
      row(
        text("a", " table:number-columns-repeated=\"16384\""),
        " table:number-rows-repeated=\"1048576\""),
      "Repeats make more than 16000000 cells, as in no export."
    ),
  ])
  func refusesEndlessRepeats(rows: String, message: String) {
    let error = #expect(throws: ContainerError(.tooLarge, "")) {
      let book = try ODSWorkbook(ByteSource(SampleODS(rows).bytes))
      var counter = CountingSink()
      try book.read(sheet: 0, into: &counter)
    }
    #expect(error?.message == message)
  }

  @Test(arguments: [
    (row("<table:table-cell table:number-columns-repeated=\"9999999999\"/>"), "is more than"),
    (row("<table:table-cell table:number-columns-repeated=\"x\"/>"), "is no number"),
    (row(text("a", " table:number-columns-spanned=\"16385\"")), "leaves the sheet"),
    (row(text("&x;")), "an entity that is not known"), ("<!DOCTYPE x>", "a DTD or a mark"),
    (row("<table:table-cell><text:p>a</table:table-cell></text:p>"), "a cell is not closed"),
  ])
  func refusesRows(rows: String, reason: String) {
    let error = #expect(throws: ContainerError(.damaged, "")) { try SampleODS(rows).read() }
    #expect(error?.message.contains(reason) == true, "\(error?.message ?? "")")
  }

  @Test func refusesOtherFiles() throws {
    var sample = SampleODS("")
    sample.manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    let locked = #expect(throws: ContainerError(.encrypted, "")) { try sample.read() }
    #expect(
      locked?.message == "The spreadsheet is protected with a password. Open it in LibreOffice and "
        + "save it without one.")
    sample.type = "application/vnd.oasis.opendocument.text"
    let other = #expect(throws: ContainerError(.unsupported, "")) { try sample.read() }
    #expect(
      other?.message == "The file is of the type 'application/vnd.oasis.opendocument.text', not a "
        + "spreadsheet.")
    var zip = ZipWriter()
    zip.add(path: "mimetype", bytes: Array(SampleODS("").type.utf8))
    let empty = zip.finish()
    #expect(throws: ContainerError(.damaged, "")) { try ODSWorkbook(ByteSource(empty)) }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func readsOrRefusesWhateverIsChanged(seed: UInt64) {
    let sample = SampleODS(odsCases.map { $0.rows }.joined())
    var mutation = Mutation(seed: seed)
    let words = [
      "<table:table-row>", "</table:table-cell>", "<text:p>", "<![CDATA[", "\"", "&", "<",
    ]
    for _ in 0..<40 {
      var zip = ZipWriter()
      zip.add(path: "mimetype", bytes: Array(sample.type.utf8))
      zip.add(path: "content.xml", bytes: mutation.of(Array(sample.content.utf8), words: words))
      let bytes = zip.finish()
      do {
        let book = try ODSWorkbook(ByteSource(bytes))
        var counter = CountingSink()
        for sheet in book.sheets.indices { try book.read(sheet: sheet, into: &counter) }
      } catch {
        #expect(error is ContainerError)
      }
    }
  }
}

/// Counts cells and keeps none.
private struct CountingSink: CellSink {
  private(set) var cells = 0

  mutating func beginRow(_ number: Int, isHidden: Bool) {}
  mutating func cell(column: Int, kind: CellKind, text: Span<UInt8>) { cells += 1 }
  mutating func cell(column: Int, sharedString: Int) { cells += 1 }
  mutating func endRow() -> Bool { true }
  mutating func merge(_ range: CellRange) {}
}

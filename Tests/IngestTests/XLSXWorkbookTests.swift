import Containers
import Ingest
import Testing

/// XML of rows, and what is read of it.
struct SheetCase: CustomTestStringConvertible {
  let testDescription: String
  let workbook: SampleWorkbook
  let expected: [String]

  init(_ name: String, _ rows: String, _ expected: String...) {
    var workbook = SampleWorkbook(rows: rows)
    workbook.strings = "<si><t>ก</t></si><si><t>two words</t></si>"
    workbook.styles = """
      <numFmts count="1"><numFmt numFmtId="164" formatCode="[$-107041E]d mmm yyyy;@"/>\
      <numFmt numFmtId="165" formatCode="[h]:mm"/></numFmts>\
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>
      """
    (testDescription, self.workbook, self.expected) = (name, workbook, expected)
  }

  /// A single cell of row 1.
  static func cell(_ cell: String, _ expected: String) -> SheetCase {
    SheetCase(cell, "<row r=\"1\">\(cell)</row>", expected.isEmpty ? "1:" : "1: A=\(expected)")
  }
}

private let sheetCases: [SheetCase] = [
  SheetCase("no rows", ""),
  SheetCase(
    "gaps between rows and cells",
    #"<row r="2"><c r="B2"><v>1</v></c><c r="XFD2"><v>2</v></c></row><row r="9"/>"#,
    "2: B=1 XFD=2", "9:"),
  SheetCase(
    "rows and cells that do not say where they stand",
    "<row><c><v>1</v></c><c/><c><v>2</v></c></row><row r=\"5\"><c r=\"C5\"/><c><v>3</v></c></row>",
    "1: A=1 C=2", "5: D=3"),
  SheetCase(
    "other attributes, blanks, quotes and prefixes",
    "<x:row xmlns:x='urn:x' spans=\"1:2\" r='1' > <x:c cm=\"1\" r='A1' t = 's' >"
      + "<x:v>1</x:v></x:c></x:row>",
    "1: A=two words"),
  SheetCase(
    "comments, instructions and marked data",
    "<!-- <row r=\"7\"> --><row r=\"1\"><?x y?><c r=\"A1\" t=\"str\">"
      + "<v>a<!--b-->&lt;<![CDATA[<c>&]]></v></c></row>",
    "1: A=a<<c>&"),
  SheetCase(
    "elements that are not known",
    #"<ext><row r="1"/></ext><row r="1"><ext><c r="A1"><v>1</v></c></ext><c r="A1">"#
      + #"<extLst><v>2</v></extLst><v>3</v></c></row>"#,
    "1: A=3"),

  .cell(#"<c r="A1" t="s"><v>0</v></c>"#, "ก"),
  .cell(#"<c r="A1" t="s"><v> 1 </v></c>"#, "two words"),
  .cell(#"<c r="A1" t="inlineStr"><is><t>โรงเรียน</t></is></c>"#, "โรงเรียน"),
  .cell(#"<c r="A1" t="inlineStr"><is><t> a  b </t></is></c>"#, "a  b"),
  .cell(#"<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>"#, " a "),
  .cell(
    #"<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>ab</t></r><r><t>cd</t></r>"#
      + #"<rPh sb="0" eb="1"><t>x</t></rPh></is></c>"#,
    "abcd"),
  .cell(#"<c r="A1" t="inlineStr"><is><t>a&amp;b&#3585;&#xE02;&quot;</t></is></c>"#, "a&bกข\""),
  .cell(
    #"<c r="A1" t="inlineStr"><is><t>a_x000D_b_x005F_x000D_c_xD83D__xDE00__xD83D_</t></is></c>"#,
    "a\rb_x000D_c😀_xD83D_"),
  .cell(#"<c r="A1" t="inlineStr"><is><t></t></is></c>"#, ""),
  .cell(#"<c r="A1" t="inlineStr"><v>not shown</v></c>"#, "not shown"),
  .cell("<c r=\"A1\" t=\"str\"><f>A2&amp;A3</f><v>a\r\nb\rc</v></c>", "a\nb\nc"),
  .cell(#"<c r="A1" t="str"><v>ผล</v></c>"#, "ผล"),
  .cell(#"<c r="A1"><f>1+1</f><v>2</v></c>"#, "2"),
  .cell(#"<c r="A1"><f>1+1</f></c>"#, ""),
  .cell(#"<c r="A1" t="b"><v>1</v></c>"#, "TRUE"),
  .cell(#"<c r="A1" t="b"><v>0</v></c>"#, "FALSE"),
  .cell(#"<c r="A1" t="e"><v>#DIV/0!</v></c>"#, "#DIV/0!"),
  .cell(#"<c r="A1" t="d"><v>2015-01-01T00:00:00</v></c>"#, "2015-01-01"),
  .cell(#"<c r="A1" t="d"><v>2015-01-01T08:30:00.000Z</v></c>"#, "2015-01-01 08:30:00"),
  .cell(#"<c r="A1" t="d"><v>2015-01-01T08:30:00.600</v></c>"#, "2015-01-01 08:30:01"),
  .cell(#"<c r="A1" t="d"><v>1899-12-31T08:30:00</v></c>"#, "08:30:00"),
  .cell(#"<c r="A1" t="d"><v>2015</v></c>"#, "2015"),

  .cell(#"<c r="A1"><v>1100000000016</v></c>"#, "1100000000016"),
  .cell(#"<c r="A1"><v>1.100000000016E12</v></c>"#, "1100000000016"),
  .cell(#"<c r="A1"><v>9007199254740991</v></c>"#, "9007199254740991"),
  .cell(#"<c r="A1"><v>12345678901234567</v></c>"#, "1.2345678901234568E+16"),
  .cell(#"<c r="A1"><v>24.5</v></c>"#, "24.5"),
  .cell(#"<c r="A1"><v>24.500000000000000</v></c>"#, "24.5"),
  .cell(#"<c r="A1"><v>24.100000000000001</v></c>"#, "24.1"),
  .cell(#"<c r="A1"><v>2.0</v></c>"#, "2"),
  .cell(#"<c r="A1"><v>007</v></c>"#, "7"),
  .cell(#"<c r="A1"><v>-0</v></c>"#, "0"),
  .cell(#"<c r="A1"><v>-12.25</v></c>"#, "-12.25"),
  .cell(#"<c r="A1"><v>1E-7</v></c>"#, "0.0000001"),
  .cell(#"<c r="A1"><v>0.00000000000012</v></c>"#, "0.00000000000012"),
  .cell(#"<c r="A1"><v>-1.5e-200</v></c>"#, "-1.5E-200"),
  .cell(#"<c r="A1"><v>1e999</v></c>"#, "1e999"),
  .cell(#"<c r="A1"><v>๑๒</v></c>"#, "๑๒"),
  .cell(#"<c r="A1" s="99"><v>5</v></c>"#, "5"),
  .cell(#"<c r="A1" s="0" s="1"><v>5</v></c>"#, "5"),

  .cell(#"<c r="A1" s="1"><v>42005</v></c>"#, "2015-01-01"),
  .cell(#"<c r="A1" s="2"><v>42005.5</v></c>"#, "2015-01-01 12:00:00"),
  .cell(#"<c r="A1" s="1"><v>240332</v></c>"#, "2558-01-01"),
  .cell(#"<c r="A1" s="1"><v>1</v></c>"#, "1900-01-01"),
  .cell(#"<c r="A1" s="1"><v>59</v></c>"#, "1900-02-28"),
  .cell(#"<c r="A1" s="1"><v>60</v></c>"#, "1900-02-29"),
  .cell(#"<c r="A1" s="1"><v>61</v></c>"#, "1900-03-01"),
  .cell(#"<c r="A1" s="1"><v>0.25</v></c>"#, "06:00:00"),
  .cell(#"<c r="A1" s="1"><v>2958465</v></c>"#, "9999-12-31"),
  .cell(#"<c r="A1" s="1"><v>2958465.9999999</v></c>"#, "2958465.9999999"),
  .cell(#"<c r="A1" s="1"><v>-1</v></c>"#, "-1"),
  .cell(#"<c r="A1" s="3"><v>1.5</v></c>"#, "36:00:00"),
]

@Test(arguments: sheetCases)
func reads(_ sheet: SheetCase) throws {
  #expect(try sheet.workbook.read() == sheet.expected)
}

@Test func readsDatesThatCountFrom1904() throws {
  var workbook = SampleWorkbook(
    rows: #"<row><c s="0"><v>40543</v></c><c s="0"><v>0</v></c><c s="0"><v>2957004</v></c></row>"#)
  workbook.styles = #"<cellXfs><xf numFmtId="14"/></cellXfs>"#
  workbook.workbookProperties = #"<workbookPr date1904="1"/>"#
  #expect(try workbook.read() == ["1: A=2015-01-01 B=1904-01-01 C=2957004"])
}

@Test(arguments: [
  ("General", false), ("0.00E+00", false), ("#,##0.00", false), ("0\" days\"", false),
  ("[Red]0;d", false), ("\\d0", false), ("d/m/yyyy", true), ("[$-107041E]d mmm bbbb", true),
  ("h:mm AM/PM", true), ("mm:ss.0", true), ("[$฿-41E]#,##0", false), ("@", false),
])
func tellsDatesFromNumbers(_ code: String, _ isDate: Bool) throws {
  var workbook = SampleWorkbook(rows: #"<row><c s="0"><v>42005</v></c></row>"#)
  let escaped = code.split(separator: "\"", omittingEmptySubsequences: false)
    .joined(separator: "&quot;")
  workbook.styles = """
    <numFmts><numFmt numFmtId="170" formatCode="\(escaped)"/></numFmts>\
    <cellXfs><xf numFmtId="170"/></cellXfs>
    """
  #expect(try workbook.read() == [isDate ? "1: A=2015-01-01" : "1: A=42005"])
}

@Test func readsSharedStringsOfEveryForm() throws {
  let forms = [
    "<si><t>ก</t></si>", "<si/>", "<si><t/></si>", "<si><t> a </t></si>",
    "<si><t xml:space=\"preserve\"> a </t></si>", "<si><t>a&amp;b</t></si>",
    "<si><r><t>ab</t></r><r><t xml:space=\"preserve\"> c</t></r><rPh><t>x</t></rPh></si>",
    "<!-- x --><si><phoneticPr/><t>z_x0041_</t></si>", "<si><t>last</t></si>",
  ]
  var workbook = SampleWorkbook()
  workbook.strings = forms.joined(separator: "\n")
  let strings = try XLSXWorkbook(ByteSource(workbook.bytes)).sharedStrings
  let texts = ["ก", "", "", "a", " a ", "a&b", "ab c", "zA", "last"]
  #expect((0..<strings.count).map { strings.string($0) } == texts)
}

@Test func readsStringsAndCellsThatLieAcrossTheWindow() throws {
  let texts = (0..<40_000).map { "นักเรียน\($0 * 7919)" + ($0 % 50 == 0 ? " &amp; x" : "") }
  var workbook = SampleWorkbook()
  workbook.strings = texts.map { "<si><t>\($0)</t></si>" }.joined()
  workbook.rows = texts.indices.map {
    "<row r=\"\($0 + 1)\"><c r=\"A\($0 + 1)\" t=\"s\"><v>\($0)</v></c>"
      + "<c r=\"B\($0 + 1)\" t=\"inlineStr\"><is><t>\(texts[$0])</t></is></c></row>"
  }.joined()
  let expected = texts.enumerated().map { number, text in
    let plain = text.split(separator: "&amp;").joined(separator: "&")
    return "\(number + 1): A=\(plain) B=\(plain)"
  }
  #expect(try workbook.read() == expected)
}

@Test func readsACellThatIsLongerThanTheWindow() throws {
  let text = String(repeating: "ยาว", count: 100_000)
  let row = "<row><c t=\"inlineStr\"><is><t>\(text)</t></is></c><c><v>1</v></c></row>"
  #expect(try SampleWorkbook(rows: row).read() == ["1: A=\(text) B=1"])
}

@Test func stopsWhenTheSinkWantsNoMore() throws {
  let bytes = SampleWorkbook(rows: "<row/><row/><row/><row/>").bytes
  let workbook = try XLSXWorkbook(ByteSource(bytes))
  var lines = RowLines(workbook.sharedStrings, most: 2)
  try workbook.read(sheet: 0, into: &lines)
  #expect(lines.lines == ["1:", "2:"])
}

@Test func readsTheStrictForm() throws {
  var workbook = SampleWorkbook(rows: "<row><c><v>1</v></c></row>")
  workbook.relationshipTypes = "http://purl.oclc.org/ooxml/officeDocument/relationships"
  #expect(try workbook.read() == ["1: A=1"])
}

@Test func leavesSheetsOutThatAreCharts() throws {
  var workbook = SampleWorkbook()
  workbook.sheetType = "chartsheet"
  #expect(try XLSXWorkbook(ByteSource(workbook.bytes)).sheets.isEmpty)
}

@Test func namesTheSheetsAndSaysWhichAreHidden() throws {
  let workbook = try XLSXWorkbook(ByteSource(SampleWorkbook().bytes))
  #expect(workbook.sheets.map { $0.name } == ["นักเรียน"])
  #expect(workbook.sheets.map { $0.isHidden } == [false])
}

import Containers
import Ingest
import TestKit
import Testing

/// A workbook in SpreadsheetML 2003 around some rows.
private enum SampleXML {
  static let start = """
    <?xml version="1.0"?>
    <?mso-application progid="Excel.Sheet"?>
    <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
     xmlns:o="urn:schemas-microsoft-com:office:office"
     xmlns:x="urn:schemas-microsoft-com:office:excel"
     xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"
     xmlns:html="http://www.w3.org/TR/REC-html40">
     <Styles>
      <Style ss:ID="Default" ss:Name="Normal"><Alignment ss:Vertical="Bottom"/><NumberFormat/></Style>
      <Style ss:ID="s1"><NumberFormat ss:Format="Short Date"/></Style>
      <Style ss:ID="s2"><NumberFormat ss:Format="[h]:mm"/></Style>
      <Style ss:ID="s3"><NumberFormat ss:Format="Standard"/></Style>
      <Style ss:ID="s4" ss:Parent="s1"/>
      <Style ss:ID="s5"><NumberFormat ss:Format="&quot;d&quot;0"/></Style>
     </Styles>

    """

  static func sheet(_ rows: String) -> String {
    " <Worksheet ss:Name=\"ก\"><Table ss:ExpandedColumnCount=\"9\"><Column ss:Width=\"9\"/>\n"
      + rows + "</Table></Worksheet>\n"
  }

  static func workbook(_ rows: String) -> String { start + sheet(rows) + "</Workbook>\n" }

  static func read(_ text: String) throws -> [String] { try read(Array(text.utf8)) }

  static func read(_ bytes: [UInt8]) throws -> [String] {
    try BookLines.of(SpreadsheetMLWorkbook(ByteSource(bytes)))
  }
}

private struct XMLCase: CustomTestStringConvertible {
  let testDescription: String
  let rows: String
  let expected: [String]

  init(_ name: String, _ rows: String, _ expected: String...) {
    (testDescription, self.rows, self.expected) = (name, rows, expected)
  }

  /// A single value of row 1.
  static func data(_ type: String, _ value: String, _ expected: String, style: String = "")
    -> XMLCase
  {
    let style = style.isEmpty ? "" : " ss:StyleID=\"\(style)\""
    return XMLCase(
      "\(type) \(value) \(style)",
      "<Row><Cell\(style)><Data ss:Type=\"\(type)\">\(value)</Data></Cell></Row>",
      expected.isEmpty ? "1:" : "1: A=\(expected)")
  }
}

private let xmlCases: [XMLCase] = [
  XMLCase("no rows", ""),
  XMLCase(
    "gaps between rows and cells",
    #"<Row ss:Index="3"><Cell ss:Index="2"><Data ss:Type="String">a</Data></Cell><Cell/>"#
      + #"<Cell><Data ss:Type="String">b</Data></Cell></Row><Row><Cell ss:Index="16384">"#
      + #"<Data ss:Type="Number">1</Data></Cell></Row>"#,
    "3: B=a D=b", "4: XFD=1(n)"),
  XMLCase(
    "rows that stand for several", #"<Row ss:Span="2" ss:Height="9"/><Row/><Row ss:Index="9"/>"#,
    "1:", "4:", "9:"),
  XMLCase("hidden rows", #"<Row ss:Hidden="1"/><Row ss:Hidden="0"/>"#, "1*:", "2:"),
  XMLCase(
    "merged cells",
    #"<Row><Cell ss:MergeAcross="2" ss:MergeDown="1"><Data ss:Type="String">a</Data></Cell>"#
      + #"<Cell><Data ss:Type="String">b</Data></Cell></Row><Row><Cell ss:Index="4" "#
      + #"ss:MergeAcross="1"/><Cell><Data ss:Type="String">c</Data></Cell></Row>"#,
    "1: A1:C2 A=a D=b", "2: D2:E2 F=c"),
  XMLCase(
    "fonts, entities, marked data, comments",
    ##"<Row><Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>ก</B>"##
      + ##"<Font html:Color="#FF0000"> ข</Font>&amp;&#3588;&#10;<![CDATA[<x>]]><!-- no --></ss:Data>"##
      + ##"<Comment ss:Author="x"><ss:Data ss:Type="Number">5</ss:Data></Comment>"##
      + ##"<NamedCell ss:Name="_FilterDatabase"/></Cell></Row>"##,
    "1: A=ก ข&ค\n<x>"),
  XMLCase(
    "any prefix or none",
    "<s:Row xmlns:s='urn:schemas-microsoft-com:office:spreadsheet' s:Index='2'><s:Cell "
      + "s:Index = '2' ><s:Data s:Type='Number'>1.50</s:Data></s:Cell><Cell Index='4'>"
      + "<Data Type='String'>x</Data></Cell></s:Row>",
    "2: B=1.5(n) D=x"),
  XMLCase(
    "elements that are not known",
    #"<x:Row><Cell/></x:Row><Other><Row ss:Index="1"/></Other><Row><Other><Cell/></Other>"#
      + #"<Cell><Data ss:Type="String">a</Data></Cell></Row>"#,
    "1:", "2: A=a"),
  XMLCase(
    "a row's style",
    #"<Row ss:StyleID="s1"><Cell><Data ss:Type="Number">42005</Data></Cell><Cell ss:StyleID="s3">"#
      + #"<Data ss:Type="Number">42005</Data></Cell></Row>"#,
    "1: A=2015-01-01(d) B=42005(n)"),
  XMLCase(
    "a sheet within a comment",
    "<!-- </Table></Worksheet> --><Row><Cell><Data><![CDATA[</Table>]]></Data></Cell></Row>",
    "1: A=</Table>"),
  .data("String", " a  b ", " a  b "),
  .data("String", "0012", "0012"),
  .data("String", "a\r\nb", "a\nb"),
  .data("String", "", ""),
  .data("Number", "1100000000016", "1100000000016(n)"),
  .data("Number", " 24.50 ", "24.5(n)"),
  .data("Number", "1.1000000000160000E12", "1100000000016(n)"),
  .data("Number", "0.1", "0.1(n)", style: "s3"),
  .data("Number", "x", "x"),
  .data("Number", "42005.5", "2015-01-01 12:00:00(d)", style: "s1"),
  .data("Number", "42005", "2015-01-01(d)", style: "s4"),
  .data("Number", "42005", "42005(n)", style: "s5"),
  .data("Number", "1.5", "36:00:00(d)", style: "s2"),
  .data("DateTime", "2015-01-01T00:00:00.000", "2015-01-01(d)"),
  .data("DateTime", "2558-01-01T08:30:59.600", "2558-01-01 08:31:00(d)"),
  .data("DateTime", "2015-12-31T23:59:59.999", "2016-01-01(d)"),
  .data("DateTime", "1899-12-31T08:30:00.000", "08:30:00(d)"),
  .data("DateTime", "1900-01-01T12:00:00.000", "36:00:00(d)", style: "s2"),
  .data("DateTime", "2015-13-01T00:00:00.000", "2015-13-01T00:00:00.000"),
  .data("DateTime", "soon", "soon"),
  .data("Boolean", "1", "TRUE(b)"),
  .data("Boolean", "0", "FALSE(b)"),
  .data("Boolean", "maybe", "maybe"),
  .data("Error", "#DIV/0!", "#DIV/0!(e)"),
]

@Suite struct SpreadsheetMLTests {
  @Test(arguments: xmlCases)
  private func reads(_ sample: XMLCase) throws {
    #expect(try SampleXML.read(SampleXML.workbook(sample.rows)) == ["[ก]"] + sample.expected)
  }

  @Test func namesItsSheetsAndSaysWhichAreHidden() throws {
    let row = "<Row><Cell><Data ss:Type=\"Number\">1</Data></Cell></Row>"
    let text =
      SampleXML.start
      + "<Worksheet ss:Name=\"a &amp; b\"><Table>\(row)</Table><WorksheetOptions "
      + "xmlns=\"urn:schemas-microsoft-com:office:excel\"><Visible>SheetHidden</Visible>"
      + "</WorksheetOptions></Worksheet><Worksheet ss:Name=\"c\"><WorksheetOptions>"
      + "<Selected/></WorksheetOptions><Table>\(row)\(row)</Table></Worksheet>"
      + "<Worksheet ss:Name=\"d\"/><Worksheet ss:Name=\"e\"><Table/></Worksheet></Workbook>"
    #expect(
      try SampleXML.read(text) == ["[a & b]*", "1: A=1(n)", "[c]", "1: A=1(n)", "2: A=1(n)"]
        + ["[d]", "[e]"])
  }

  @Test func countsDaysFrom1904WhereTheWorkbookDoes() throws {
    let rows =
      #"<Row ss:StyleID="s1"><Cell><Data ss:Type="Number">1</Data></Cell></Row>"#
    let text = SampleXML.workbook(rows).replacing(
      "<Styles>", with: "<ExcelWorkbook><Date1904/></ExcelWorkbook><Styles>")
    #expect(try SampleXML.read(text) == ["[ก]", "1: A=1904-01-02(d)"])
  }

  @Test func readsEveryEncodingAlike() throws {
    let row = "<Row><Cell><Data ss:Type=\"String\">โรงเรียน</Data></Cell></Row>"
    let text = SampleXML.workbook(String(repeating: row, count: 3000))
    let expected = ["[ก]"] + (1...3000).map { "\($0): A=โรงเรียน" }
    let declared = { (name: String) in
      text.replacing("version=\"1.0\"", with: "version=\"1.0\" encoding=\"\(name)\"")
    }
    let wide = Array(declared("UTF-16").utf16)
    let little = wide.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let big = wide.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    let files: [(String, [UInt8])] = [
      ("utf-8", Array(text.utf8)), ("utf-8", Array(declared("UTF-8").utf8)),
      ("utf-8-bom", [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
      ("windows-874", try #require(Windows874.encode(declared("windows-874")))),
      ("windows-874", try #require(Windows874.encode(declared("TIS-620")))),
      ("utf-16le", [0xFF, 0xFE] + little), ("utf-16be", [0xFE, 0xFF] + big),
      ("utf-16le", little), ("utf-16be", big),
    ]
    for (encoding, bytes) in files {
      let workbook = try SpreadsheetMLWorkbook(ByteSource(bytes))
      #expect(workbook.encoding == encoding)
      #expect(try BookLines.of(workbook) == expected)
      #expect(try FileHead(ByteSource(bytes)).container == "spreadsheetml")
    }
  }

  @Test func readsCellsThatLieAcrossTheWindow() throws {
    let texts = (0..<30_000).map { "นักเรียน\($0 * 7919)" + ($0 % 50 == 0 ? " &amp; x" : "") }
    let rows = texts.map {
      "<Row>\n<Cell><Data ss:Type=\"String\">\($0)</Data></Cell><Cell ss:StyleID=\"s3\">"
        + "<Data ss:Type=\"Number\">5</Data></Cell></Row>\n"
    }
    let expected = texts.enumerated().map { number, text in
      "\(number + 1): A=\(text.replacing("&amp;", with: "&")) B=5(n)"
    }
    #expect(try SampleXML.read(SampleXML.workbook(rows.joined())) == ["[ก]"] + expected)
  }

  @Test func stopsWhenTheSinkWantsNoMore() throws {
    let text = SampleXML.workbook("<Row/><Row></Row><Row/>")
    let workbook = try SpreadsheetMLWorkbook(ByteSource(Array(text.utf8)))
    var lines = BookLines(most: 2)
    try workbook.read(sheet: 0, into: &lines)
    #expect(lines.lines == ["1:", "2:"])
  }

  @Test(arguments: [
    ("<?xml version=\"1.0\"?><html/>", "unsupported: The file is XML, but no workbook."),
    ("<?xml version=\"1.0\"?><Workbook/>", "unsupported: The file is XML, but no workbook."),
    (
      "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY a 'b'>]><Workbook/>",
      "damaged: The file holds a DTD, which no workbook has. The file is damaged: fetch it again, or "
        + "save it anew in Excel."
    ),
    (
      "<?xml version=\"1.0\" encoding=\"shift_jis\"?><Workbook/>",
      "unsupported: The file says that it is written in shift_jis; UTF-8, UTF-16 and windows-874 are "
        + "read. Save it anew in Excel."
    ),
    (
      SampleXML.workbook("<Row/>").replacing("</Workbook>", with: ""),
      "truncated: The workbook cannot be read: it ends too early. It was cut short, perhaps while it "
        + "was downloaded: fetch it again."
    ),
    (
      SampleXML.workbook("<Row ss:Index=\"5\"/><Row ss:Index=\"3\"/>"),
      "damaged: The sheet 'ก' cannot be read from row 5 on: row 3 follows row 5. The file is damaged: "
        + "fetch it again, or save it anew in Excel."
    ),
  ])
  func refuses(text: String, message: String) throws {
    let error = #expect(throws: ContainerError.self) { try SampleXML.read(text) }
    #expect(error.map { "\($0.kind)" + ": " + $0.message } == message)
  }

  @Test(arguments: [
    (#"<Row ss:Index="1048577"/>"#, "the number of a row is more than 1048576"),
    (#"<Row ss:Index="1048576"/><Row/>"#, "more rows than Excel can"),
    (#"<Row ss:Span="1048576"/><Row/>"#, "more rows than Excel can"),
    (#"<Row ss:Index="x"/>"#, "the number of a row is no number"),
    (#"<Row><Cell ss:Index="16385"/></Row>"#, "the column of a cell is more than 16384"),
    (#"<Row><Cell ss:Index="2"/><Cell ss:Index="2"/></Row>"#, "in column 2 after column 2"),
    (#"<Row><Cell ss:Index="0"/></Row>"#, "in column 0 after column 0"),
    (#"<Row><Cell ss:MergeAcross="16384"/></Row>"#, "a range of merged cells leaves the sheet"),
    (#"<Row><Cell ss:MergeDown="1048576"/></Row>"#, "a range of merged cells leaves the sheet"),
    (#"<Row><Cell><Data ss:Type="Blob">1</Data></Cell></Row>"#, "of a type that is not known"),
    ("<Row><Cell><Data>&x;</Data></Cell></Row>", "an entity that is not known"),
    ("<Row><Cell><Data>1</Row></Cell></Row>", "a value is not closed"),
    ("<Row></Cell></Row>", "a closing tag stands where none belongs"),
    ("<!DOCTYPE x>", "a DTD or a mark"),
  ])
  func refusesRows(rows: String, reason: String) throws {
    let error = #expect(throws: ContainerError.self) {
      try SampleXML.read(SampleXML.workbook(rows))
    }
    #expect(error?.message.contains(reason) == true, "\(error?.message ?? "")")
  }

  @Test func refusesBytesThatAreNoCharacters() throws {
    let text = SampleXML.workbook("<Row><Cell><Data ss:Type=\"String\">ก#</Data></Cell></Row>")
    let utf8 = text.utf8.map { $0 == UInt8(ascii: "#") ? 0xFF : $0 }
    let error = #expect(throws: ContainerError(.damaged, "")) { try SampleXML.read(utf8) }
    #expect(error?.message.contains("not UTF-8") == true)
    let units = text.utf16.map { $0 == 0x23 ? 0xD800 : $0 }
    let wide: [UInt8] = [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let other = #expect(throws: ContainerError(.damaged, "")) { try SampleXML.read(wide) }
    #expect(other?.message.contains("is written in utf-16le, but byte") == true)
  }

  @Test func refusesAFileThatIsCutAtAnyByte() {
    let rows = "<Row><Cell ss:StyleID=\"s1\"><Data ss:Type=\"Number\">1</Data></Cell></Row>"
    let bytes = Array(SampleXML.workbook(rows).utf8)
    for count in 1..<bytes.count - 2 {
      #expect(throws: ContainerError.self, "cut after \(count) bytes") {
        try SampleXML.read(Array(bytes[..<count]))
      }
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func readsOrRefusesWhateverIsChanged(seed: UInt64) throws {
    let sample = Array(SampleXML.workbook(xmlCases.map { $0.rows }.joined()).utf8)
    var mutation = Mutation(seed: seed)
    let words = ["<Table>", "</Table>", "<Row", "</Cell>", "<![CDATA[", "<!--", "\"", "&", "-->"]
    for _ in 0..<150 {
      let bytes = mutation.of(sample, words: words)
      do {
        _ = try SampleXML.read(bytes)
      } catch {
        #expect(error is ContainerError)
      }
    }
  }
}

import Containers
import Ingest
import Testing

/// A workbook that is refused, and what must be said of it.
struct Refusal: CustomTestStringConvertible {
  let testDescription: String
  let kind: ContainerError.Kind
  let workbook: SampleWorkbook

  init(_ reason: String, _ kind: ContainerError.Kind = .damaged, rows: String) {
    self.init(reason, kind, sheet: SampleWorkbook.sheet(rows))
  }

  init(_ reason: String, _ kind: ContainerError.Kind = .damaged, sheet: String) {
    (testDescription, self.kind) = (reason, kind)
    workbook = SampleWorkbook(sheet: sheet)
  }
}

private let refusals: [Refusal] = [
  Refusal("row 3 follows row 5", rows: #"<row r="5"/><row r="3"/>"#),
  Refusal("the number of a row is more than 1048576", rows: #"<row r="1048577"/>"#),
  Refusal("it has more rows than Excel can", rows: #"<row r="1048576"/><row/>"#),
  Refusal("the number of a row is no number", rows: #"<row r="-1"/>"#),
  Refusal("from A to XFD", rows: #"<row r="1"><c r="XFE1"/></row>"#),
  Refusal("from A to XFD", rows: #"<row r="1"><c r="AAAAAAAAAAAAAAAAAAAAA1"><v>1</v></c></row>"#),
  Refusal(
    "in column 16385 after column 16384", rows: #"<row r="1"><c r="XFD1"/><c><v>1</v></c></row>"#),
  Refusal("in column 1 after column 2", rows: #"<row r="1"><c r="B1"/><c r="A1"/></row>"#),
  Refusal("in another row", rows: #"<row r="1"><c r="A2"><v>1</v></c></row>"#),
  Refusal("in another row", rows: #"<row r="1"><c r="A0"><v>1</v></c></row>"#),
  Refusal("a cell's row is more than", rows: #"<row r="1"><c r="A99999999999999999999"/></row>"#),
  Refusal("a style is more than", rows: #"<row r="1"><c s="99999999999999999999"/></row>"#),
  Refusal("of a type that is not known", rows: #"<row r="1"><c t="x"><v>1</v></c></row>"#),
  Refusal("no shared strings", rows: #"<row r="1"><c t="s"><v>0</v></c></row>"#),
  Refusal("the number of a shared string", rows: #"<row r="1"><c t="s"><v>9</v></c></row>"#),
  Refusal("the number of a shared string", rows: #"<row r="1"><c t="s"><v>x</v></c></row>"#),
  Refusal("entity", rows: #"<row r="1"><c t="str"><v>&b;</v></c></row>"#),
  Refusal("begins no entity", rows: #"<row r="1"><c t="str"><v>&b</v></c></row>"#),
  Refusal("entity", rows: #"<row r="1"><c t="str"><v>&#0;</v></c></row>"#),
  Refusal("entity", rows: #"<row r="1"><c t="str"><v>&#xD800;</v></c></row>"#),
  Refusal("a closing tag stands where none belongs", rows: "<row r=\"1\"></c></row>"),
  Refusal("a cell is not closed", rows: "<row r=\"1\"><c></row></c>"),
  Refusal("has no value in quotes", rows: "<row r=1></row>"),
  Refusal("a tag stands inside of a tag", rows: "<row <c/></row>"),
  Refusal(
    "a range of merged cells is none",
    sheet: #"<worksheet><sheetData/><mergeCells><mergeCell ref="A2:A0"/></mergeCells></worksheet>"#),
  Refusal(
    "a range of merged cells is none",
    sheet: #"<worksheet><sheetData/><mergeCells><mergeCell ref="B1:A2"/></mergeCells></worksheet>"#),
  Refusal("it ends too early", sheet: "<worksheet><sheetData><row><c><v>1</v>"),
  Refusal("it ends too early", sheet: "<worksheet><sheetData><row r=\"1\""),
  Refusal("it is no worksheet", sheet: "<html><table/></html>"),
  Refusal("is not XML", sheet: ""),
  Refusal("holds a DTD", sheet: "<!DOCTYPE w [<!ENTITY a 'b'>]><worksheet/>"),
  Refusal("a DTD or a mark", rows: "<!DOCTYPE w [<!ENTITY a 'b'>]>"),
  Refusal(
    "is written in tis-620", .unsupported,
    sheet: "<?xml version='1.0' encoding='tis-620'?><worksheet><sheetData/></worksheet>"),
  Refusal(
    "A single cell or tag has more than", .tooLarge,
    rows: "<row><c t=\"str\"><v>\(String(repeating: "x", count: 9 << 20))</v></c></row>"),
]

@Test(arguments: refusals)
func refuses(_ refusal: Refusal) throws {
  let error = #expect(throws: ContainerError.self) { try refusal.workbook.read() }
  #expect(error?.kind == refusal.kind)
  #expect(error?.message.contains(refusal.testDescription) == true)
}

@Test func saysFromWhichRowOnASheetIsDamaged() throws {
  let workbook = SampleWorkbook(rows: #"<row r="5"/><row r="3"/>"#)
  let error = #expect(throws: ContainerError.self) { try workbook.read() }
  #expect(
    error?.message == "The sheet 'นักเรียน' cannot be read from row 5 on: row 3 follows row 5. "
      + "The file is damaged: fetch it again, or save it anew in Excel.")
}

@Test func refusesBytesThatAreNotUTF8() throws {
  var zip = ZipWriter()
  for part in SampleWorkbook(rows: #"<row><c t="str"><v>#</v></c></row>"#).parts {
    // Sara aa in windows-874.
    let bytes = part.text.utf8.map { $0 == UInt8(ascii: "#") ? 0xD2 : $0 }
    zip.add(path: part.path, bytes: bytes)
  }
  let bytes = zip.finish()
  let error = #expect(throws: ContainerError.self) { try SampleWorkbook.read(bytes) }
  #expect(error?.message.contains("not UTF-8") == true)
}

@Test(arguments: [
  ("application/vnd.ms-excel.sheet.binary.macroEnabled.main", "(.xlsb)"),
  ("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "type"),
])
func refusesOtherFilesOfOffice(_ type: String, _ reason: String) throws {
  var workbook = SampleWorkbook()
  workbook.workbookType = type
  let error = #expect(throws: ContainerError(.unsupported, "")) { try workbook.read() }
  #expect(error?.message.contains(reason) == true)
}

@Test func refusesOtherZipFiles() throws {
  var zip = ZipWriter()
  zip.add(path: "mimetype", bytes: Array("application/vnd.oasis.opendocument.spreadsheet".utf8))
  let open = zip.finish()
  let error = #expect(throws: ContainerError(.unsupported, "")) { try SampleWorkbook.read(open) }
  #expect(error?.message.contains("(.ods)") == true)
  let empty = ZipWriter().finish()
  #expect(throws: ContainerError(.unsupported, "")) { try SampleWorkbook.read(empty) }
}

@Test func neverFollowsAPartOutOfTheFile() throws {
  let workbook = SampleWorkbook()
  var zip = ZipWriter()
  for part in workbook.parts {
    let text = part.text.split(separator: "worksheets/sheet1.xml").joined(separator: "../../../etc")
    zip.add(path: part.path, bytes: Array(text.utf8))
  }
  let bytes = zip.finish()
  let error = #expect(throws: ContainerError(.damaged, "")) { try SampleWorkbook.read(bytes) }
  #expect(error?.message.contains("points outside") == true)
}

@Test func comparesTheChecksumOfASheet() throws {
  // So short that it is stored, not deflated: a tab for the blank changes nothing else.
  let sheet = "<worksheet />"
  var bytes = SampleWorkbook(sheet: sheet).bytes
  #expect(try SampleWorkbook.read(bytes) == [])
  let place = try #require(
    (0..<bytes.count).first { bytes[$0...].starts(with: sheet.utf8) })
  bytes[place + 10] = UInt8(ascii: "\t")
  let error = #expect(throws: ContainerError(.damaged, "")) { try SampleWorkbook.read(bytes) }
  #expect(error?.message.contains("checksum") == true)
}

@Test func refusesTwoSheetsThatAreOnePart() throws {
  var zip = ZipWriter()
  for part in SampleWorkbook().parts {
    let text = part.text.split(separator: "<sheets>")
      .joined(separator: "<sheets><sheet name=\"twin\" r:id=\"rId1\"/>")
    zip.add(path: part.path, bytes: Array(text.utf8))
  }
  let bytes = zip.finish()
  let error = #expect(throws: ContainerError(.damaged, "")) { try SampleWorkbook.read(bytes) }
  #expect(error?.message.contains("where it alone stands") == true)
}

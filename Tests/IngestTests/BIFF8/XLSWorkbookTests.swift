import Containers
import Ingest
import Tables
import TestKit
import Testing

/// Records of a sheet, and the rows that must be read of them.
struct RecordCase: CustomTestStringConvertible {
  let testDescription: String
  let records: [BIFFRecord]
  let expected: [String]

  init(_ name: String, _ records: [BIFFRecord], _ expected: [String]) {
    (testDescription, self.records, self.expected) = (name, records, expected)
  }
}

private let recordCases = [
  RecordCase("nothing", [], []),
  RecordCase("a number", [.number(0, 0, 24.5)], ["1: A=24.5"]),
  RecordCase("a citizen's number", [.number(0, 1, 1_100_000_000_016)], ["1: B=1100000000016"]),
  RecordCase("a number in its shortest form", [.number(0, 0, 0.1)], ["1: A=0.1"]),
  RecordCase("a number that is none", [.number(0, 0, .infinity)], ["1: A=#NUM!"]),
  RecordCase("a whole packed number", [.packed(0, 0, 20_010_001 << 2 | 2)], ["1: A=20010001"]),
  RecordCase("a negative packed number", [.packed(0, 0, -5 << 2 | 2)], ["1: A=-5"]),
  RecordCase("a packed number of hundredths", [.packed(0, 0, 1234 << 2 | 3)], ["1: A=12.34"]),
  RecordCase("the upper half of a number", [.packed(0, 0, 0x3FF8_0000)], ["1: A=1.5"]),
  RecordCase("the upper half, hundredths", [.packed(0, 0, 0x4062_C001)], ["1: A=1.5"]),
  RecordCase(
    "packed numbers side by side",
    [.packed(3, 2, [(0, 1 << 2 | 2), (0, 250 << 2 | 3), (0, 0x3FF0_0000)])],
    ["4: C=1 D=2.5 E=1"]),
  RecordCase("a label", [.label(0, 0, "วัดตัวอย่าง")], ["1: A=วัดตัวอย่าง"]),
  RecordCase("a label in two fonts", [.richLabel(0, 0, "ชื่อ ✓")], ["1: A=ชื่อ ✓"]),
  RecordCase("an empty label", [.label(0, 0, ""), .label(0, 1, "ก")], ["1: B=ก"]),
  RecordCase("a letter above the first plane", [.label(0, 0, "a𝒳b")], ["1: A=a𝒳b"]),
  RecordCase("flags", [.flag(0, 0, true), .flag(0, 1, false)], ["1: A=TRUE B=FALSE"]),
  RecordCase(
    "errors",
    [0x00, 0x07, 0x0F, 0x17, 0x1D, 0x24, 0x2A, 0x2B, 0x63].enumerated().map {
      .error(0, $0.offset, $0.element)
    },
    [
      "1: A=#NULL! B=#DIV/0! C=#VALUE! D=#REF! E=#NAME? F=#NUM! G=#N/A H=#GETTING_DATA I=#ERROR!"
    ]),
  RecordCase(
    "blank cells", [.blank(0, 0), .number(0, 1, 1), .blanks(1, 0...4), .number(1, 5, 2)],
    ["1: B=1", "2: F=2"]),
  RecordCase(
    "rows without cells", [.row(1), .row(3), .row(6), .number(3, 0, 1)], ["2:", "4: A=1", "7:"]),
  RecordCase(
    "the last cell of a sheet", [.number(65_535, 255, 1)], ["65536: IV=1"]),
  RecordCase(
    "kinds that are not known", [BIFFRecord(0x9999, [1, 2, 3]), .number(0, 0, 1)], ["1: A=1"]),

  RecordCase("a formula of a number", [.formula(0, 0, BIFFRecord.double(2.5))], ["1: A=2.5"]),
  RecordCase(
    "a formula of a text", [.formula(0, 0, BIFFRecord.value(0)), .formulaText("ผล")], ["1: A=ผล"]),
  RecordCase(
    "a formula of a text behind what formulas share",
    [
      .formula(0, 0, BIFFRecord.value(0)), BIFFRecord(0x4BC, Array(repeating: 1, count: 20)),
      .formulaText("หนึ่ง"), .formula(0, 1, BIFFRecord.value(0)),
      BIFFRecord(0x221, Array(repeating: 1, count: 20)), BIFFRecord(0x3C, [1]),
      .formulaText("สอง"), .number(0, 2, 3),
    ], ["1: A=หนึ่ง B=สอง C=3"]),
  RecordCase(
    "a formula without its text", [.formula(0, 0, BIFFRecord.value(0)), .number(0, 1, 3)],
    ["1: B=3"]),
  RecordCase(
    "formulas of flags, an error, nothing",
    [
      .formula(0, 0, BIFFRecord.value(1, 1)), .formula(0, 1, BIFFRecord.value(1, 0)),
      .formula(0, 2, BIFFRecord.value(2, 7)), .formula(0, 3, BIFFRecord.value(3)),
    ], ["1: A=TRUE B=FALSE C=#DIV/0!"]),

  RecordCase(
    "merged cells, behind all rows",
    [.merges([[0, 1, 0, 3]]), .label(0, 0, "ก"), .number(1, 0, 1), .merges([[4, 4, 1, 255]])],
    ["1: A=ก", "2: A=1", "merge 1-2 A:D", "merge 5-5 B:IV"]),
  RecordCase(
    "a chart within the sheet",
    [
      .number(0, 0, 1), .start(0x20), .number(0, 0, 9), .start(0x20), .end, .label(5, 5, "x"),
      .end, .number(1, 0, 2),
    ], ["1: A=1", "2: A=2"]),

  RecordCase(
    "rows in no order", [.number(5, 0, 5), .number(1, 0, 1), .number(3, 2, 3)],
    ["2: A=1", "4: C=3", "6: A=5"]),
  RecordCase(
    "columns in no order",
    [.label(0, 3, "ง"), .packed(0, 0, [(0, 6), (0, 10)]), .number(0, 2, 7)],
    ["1: A=1 B=2 C=7 D=ง"]),
  RecordCase(
    "of two cells in one place the last",
    [.number(0, 0, 1), .number(0, 0, 2), .blank(0, 1), .number(0, 1, 3), .label(0, 0, "ก")],
    ["1: A=ก B=3"]),
  RecordCase(
    "a cell that a blank one takes away", [.number(0, 0, 1), .number(0, 1, 2), .blank(0, 0)],
    ["1: B=2"]),
  RecordCase(
    "formulas of texts in no order",
    [
      .formula(1, 0, BIFFRecord.value(0)), .formulaText("สอง"),
      .formula(0, 0, BIFFRecord.value(0)), .formulaText("หนึ่ง"), .row(4),
      .merges([[0, 0, 0, 1]]),
    ], ["1: A=หนึ่ง", "2: A=สอง", "5:", "merge 1-1 A:B"]),
]

@Test(arguments: recordCases)
func reads(_ records: RecordCase) throws {
  #expect(try SampleXLS(records.records).read() == records.expected)
}

/// What a reader hands over, with the kind of each cell.
private struct KindLines: CellSink {
  var kinds: [CellKind?] = []
  var hiddenRows: [Int] = []

  mutating func beginRow(_ number: Int, isHidden: Bool) {
    if isHidden { hiddenRows.append(number) }
  }
  mutating func cell(column: Int, kind: CellKind, text: Span<UInt8>) { kinds.append(kind) }
  mutating func cell(column: Int, sharedString: Int) { kinds.append(nil) }
  mutating func endRow() -> Bool { true }
  mutating func merge(_ range: CellRange) {}
}

@Test func saysOfWhatKindEachCellIs() throws {
  var sample = SampleXLS([
    .number(0, 0, 1), .number(0, 1, 42005, style: 1), .label(0, 2, "ก"), .flag(0, 3, true),
    .error(0, 4, 7), .shared(0, 5, 0), .formula(0, 6, BIFFRecord.double(42005), style: 1),
  ])
  sample.head = styles([0, 14])
  sample.texts = [.sharedTexts([BIFFRecord.text("ก")])]
  var lines = KindLines()
  try XLSWorkbook(ByteSource(sample.bytes)).read(sheet: 0, into: &lines)
  #expect(lines.kinds == [.number, .date, .text, .flag, .error, nil, .date])
}

@Test func saysWhichRowsAreHidden() throws {
  // The last row says so only behind its cells.
  let sample = SampleXLS([
    .row(0, isHidden: true), .row(1), .number(0, 0, 1), .number(1, 0, 1), .number(2, 0, 1),
    .row(2, isHidden: true),
  ])
  var lines = KindLines()
  try XLSWorkbook(ByteSource(sample.bytes)).read(sheet: 0, into: &lines)
  #expect(lines.hiddenRows == [1, 3])
}

/// One style for each number of a format.
private func styles(_ formats: [Int]) -> [BIFFRecord] {
  formats.map { BIFFRecord(0xE0, [0, 0] + BIFFRecord.two($0) + Array(repeating: 0, count: 16)) }
}

@Test(
  arguments: [
    (0, 42005, "42005"), (1, 42005, "42005"), (14, 42005, "2015-01-01"),
    (22, 42005.5, "2015-01-01 12:00:00"), (21, 0.25, "06:00:00"), (46, 1.5, "36:00:00"),
    (71, 240_332, "2558-01-01"), (14, -1, "-1"),
  ] as [(Int, Double, String)])
func readsDatesOfBuiltInFormats(_ format: Int, _ number: Double, _ expected: String) throws {
  var sample = SampleXLS([.number(0, 0, number, style: 1)])
  sample.head = styles([0, format])
  #expect(try sample.read() == ["1: A=\(expected)"])
}

@Test(arguments: [
  ("General", false), ("#,##0.00", false), ("0\" days\"", false), ("d/m/yyyy", true),
  ("[$-107041E]d mmm bbbb", true), ("[$฿-41E]#,##0", false), ("@", false), ("วว/ดด/ปปปป", false),
])
func tellsDatesFromNumbersByTheFormat(_ code: String, _ isDate: Bool) throws {
  var sample = SampleXLS([.packed(0, 0, 42005 << 2 | 2, style: 0), .packed(0, 1, [(0, 6)])])
  sample.head =
    [BIFFRecord(0x41E, BIFFRecord.two(164) + BIFFRecord.text(code))] + styles([164])
  #expect(try sample.read() == [isDate ? "1: A=2015-01-01 B=1900-01-01" : "1: A=42005 B=1"])
}

@Test func readsOldWorkbookDatesThatCountFrom1904() throws {
  var sample = SampleXLS([.number(0, 0, 40543), .number(0, 1, 0)])
  sample.head = [BIFFRecord(0x22, [1, 0])] + styles([14])
  #expect(try sample.read() == ["1: A=2015-01-01 B=1904-01-01"])
}

@Test func readsSharedTextsOfEveryForm() throws {
  let fonts =
    BIFFRecord.two(4) + [9] + BIFFRecord.two(2) + "ab c".utf16.flatMap { BIFFRecord.two(Int($0)) }
  let forms: [[UInt8]] = [
    BIFFRecord.text("วัดตัวอย่าง"), BIFFRecord.text("café", isNarrow: true), BIFFRecord.text(""),
    // Two changes of font; a reading of six bytes; both.
    fonts + Array(repeating: 7, count: 8),
    BIFFRecord.two(1) + [4] + BIFFRecord.four(6) + [0x41] + [1, 2, 3, 4, 5, 6],
    BIFFRecord.two(1) + [13] + BIFFRecord.two(1) + BIFFRecord.four(2) + BIFFRecord.two(0xE01)
      + [0, 0, 0, 0, 9, 9],
    // Halves of a pair that are alone.
    BIFFRecord.two(3) + [1] + [0x3D, 0xD8, 0x41, 0, 0x00, 0xDE],
    BIFFRecord.two(1) + [1] + [0x3D, 0xD8], BIFFRecord.text("😀"),
  ]
  var sample = SampleXLS([])
  sample.texts = [.sharedTexts(forms)]
  let strings = try XLSWorkbook(ByteSource(sample.bytes)).sharedStrings
  #expect(
    (0..<strings.count).map { strings.string($0) }
      == ["วัดตัวอย่าง", "café", "", "ab c", "A", "ก", "\u{FFFD}A\u{FFFD}", "\u{FFFD}", "😀"])
}

/// A table of texts, where it may be cut, and with which option byte behind the cut.
private func cuts(_ texts: [(text: [UInt8], letters: Range<Int>, isWide: Bool)]) -> [(Int, UInt8?)]
{
  var cuts = (0...8).map { ($0, UInt8?.none) }
  var start = 8
  for (text, letters, isWide) in texts {
    for place in 0...text.count {
      // Before the first letter and between two of them the form is told anew.
      let isWithin = letters.contains(place)
      if isWithin, isWide, (place - letters.lowerBound) % 2 == 1 { continue }
      cuts.append((start + place, isWithin ? (isWide ? 1 : 0) : nil))
    }
    start += text.count
  }
  return cuts
}

@Test func readsTheSameTextsWhereverTheirRecordIsCut() throws {
  let texts: [(text: [UInt8], letters: Range<Int>, isWide: Bool)] = [
    (BIFFRecord.text("โรงเรียน😀"), 3..<23, true),
    (BIFFRecord.text("plain", isNarrow: true), 3..<8, false),
    (BIFFRecord.two(2) + [9, 1, 0] + [1, 0xE, 2, 0xE] + [1, 2, 3, 4], 5..<9, true),
    (BIFFRecord.two(2) + [4, 3, 0, 0, 0] + [0x41, 0x42] + [1, 2, 3], 7..<9, false),
    (BIFFRecord.text("จบ"), 3..<7, true),
  ]
  let expected = ["โรงเรียน😀", "plain", "กข", "AB", "จบ"]
  let record = BIFFRecord.sharedTexts(texts.map { $0.text })
  for (first, option) in cuts(texts) {
    var sample = SampleXLS([])
    sample.texts = record.split(at: first, option: option)
    // A second cut, as far behind as the first: records in three, one of them perhaps empty.
    if option == nil {
      let rest = sample.texts[1]
      sample.texts = [sample.texts[0], BIFFRecord(0x3C, []), rest]
    }
    let strings = try XLSWorkbook(ByteSource(sample.bytes)).sharedStrings
    let read = (0..<strings.count).map { strings.string($0) }
    #expect(read == expected, "cut at \(first)")
  }
}

@Test func readsATextThatChangesItsFormWhereItIsCut() throws {
  var sample = SampleXLS([])
  let head = BIFFRecord.four(1) + BIFFRecord.four(1) + BIFFRecord.two(4)
  sample.texts = [
    BIFFRecord(0xFC, head + [0, 0x61]), BIFFRecord(0x3C, [1, 0x01, 0x0E]),
    BIFFRecord(0x3C, [0, 0x62]), BIFFRecord(0x3C, [1, 0x02, 0x0E]),
  ]
  #expect(try XLSWorkbook(ByteSource(sample.bytes)).sharedStrings.string(0) == "aกbข")
}

@Test func readsALongTextOfAFormula() throws {
  let text = String(repeating: "ยาว", count: 10_000)
  let body = BIFFRecord.text(text)
  let records =
    [BIFFRecord(0x207, Array(body[..<8223]))]
    + stride(from: 8223, to: body.count, by: 8000).map {
      BIFFRecord(0x3C, [1] + body[$0..<min(body.count, $0 + 8000)])
    }
  let sample = SampleXLS([.formula(0, 0, BIFFRecord.value(0))] + records + [.number(0, 1, 1)])
  #expect(try sample.read() == ["1: A=\(text) B=1"])
}

@Test func readsSheetsThatAreLongerThanTheWindow() throws {
  let records = (0..<15_000).map {
    $0 % 3 == 0
      ? BIFFRecord.label($0, $0 % 200, "นักเรียน \($0 * 7919)")
      : BIFFRecord.packed($0, $0 % 200, $0 << 2 | 2)
  }
  let expected = (0..<15_000).map {
    let text = $0 % 3 == 0 ? "นักเรียน \($0 * 7919)" : "\($0)"
    return "\($0 + 1): \(RowLines.letters($0 % 200))=\(text)"
  }
  #expect(try SampleXLS(records).read() == expected)
  #expect(try SampleXLS(records.reversed()).read() == expected)
}

@Test func namesTheSheetsOfCellsAndSaysWhichAreHidden() throws {
  let sample = SampleXLS(sheets: [
    .init(name: "ชั้น ป.1", records: [.number(0, 0, 1)]),
    .init(name: "hidden", state: 1, records: [.number(0, 0, 2)]),
    .init(name: "very hidden", state: 2, records: [.number(0, 0, 3)]),
    .init(name: "chart", type: 2, records: [.number(0, 0, 4)]),
    .init(name: "macro", type: 1, records: []), .init(name: "last", records: [.number(0, 0, 5)]),
  ])
  let workbook = try XLSWorkbook(ByteSource(sample.bytes))
  #expect(workbook.sheets.map { $0.name } == ["ชั้น ป.1", "hidden", "very hidden", "last"])
  #expect(workbook.sheets.map { $0.isHidden } == [false, true, true, false])
  #expect(try sample.read() == ["1: A=1", "1: A=2", "1: A=3", "1: A=5"])
}

@Test(
  arguments: [
    [.number(0, 0, 1), .number(1, 0, 1), .number(2, 0, 1)],
    [.number(2, 0, 1), .number(1, 0, 1), .number(0, 0, 1)],
    [.row(0), .row(1), .row(2)],
  ] as [[BIFFRecord]])
func stopsReadingRecordsWhenTheSinkWantsNoMore(_ records: [BIFFRecord]) throws {
  let workbook = try XLSWorkbook(
    ByteSource(SampleXLS(records + [.merges([[0, 0, 0, 1]])]).bytes))
  var lines = RowLines(workbook.sharedStrings, most: 2)
  try workbook.read(sheet: 0, into: &lines)
  #expect(lines.lines.map { $0.prefix(2) } == ["1:", "2:"])
}

@Test func readsTheTableOfAnOldWorkbook() async throws {
  let header = Reading.header.dropLast().split(separator: ",").enumerated()
    .map { BIFFRecord.label(1, $0.offset, String($0.element)) }
  var sample = SampleXLS(
    [.label(0, 0, "รายชื่อนักเรียน")] + header + [
      .shared(2, 0, 0), .number(2, 1, 1_100_000_000_016), .packed(2, 2, 7 << 2 | 2),
      .shared(2, 3, 1), .packed(2, 4, 245 << 2 | 3), .row(2), .label(3, 0, "รวม"),
    ])
  sample.texts = [.sharedTexts([BIFFRecord.text("20010001"), BIFFRecord.text("วัดตัวอย่าง")])]
  let reading = try await Reading(sample.bytes)
  #expect(reading.input.container == "xls")
  #expect(reading.input.sheets == ["นักเรียน"])
  #expect(reading.rows == ["20010001|1100000000016|7|วัดตัวอย่าง|2.45"])
  #expect(reading.physicalRows == [3])
  #expect(reading.entry.total == 1)
  #expect(reading.findings == [])
}

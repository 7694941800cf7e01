import Containers
import Ingest
import Tables
import Testing

/// Headers are found by what they say, wherever they stand and however they are written.
@Suite struct HeaderFinderTests {
  private static func column(
    _ name: String, _ headers: [String], kind: SchemaColumn.Kind = .text, length: Int? = nil,
    occurrence: Int? = nil, elsewhere: [SchemaColumn.Elsewhere] = [], required: Bool = false
  ) -> SchemaColumn {
    SchemaColumn(
      name: name, label: LocalizedText(name), kind: kind, headers: headers, length: length,
      occurrence: occurrence, elsewhere: elsewhere, isRequired: required, isExpected: false)
  }

  private static func schema(_ columns: [SchemaColumn], minimum: Int = 2) -> Schema {
    Schema(
      name: "table", title: LocalizedText("table"), columns: columns, minimumHeaders: minimum,
      totalWords: ["รวม"], ignoredHeaders: ["ที่"])
  }

  private let plain = schema([
    column("school", ["รหัสโรงเรียน"], required: true), column("name", ["ชื่อ"]),
    column("weight", ["น้ำหนัก"], kind: .decimal), column("age", ["อายุ"], kind: .integer),
  ])

  private func find(_ header: [String], _ schema: Schema) -> [String: Int] {
    let match = HeaderFinder(schema).find([header])
    var places: [String: Int] = [:]
    for (column, field) in zip(schema.columns, match?.fields ?? []) { places[column.name] = field }
    return places
  }

  // MARK: How a header is written

  @Test(arguments: [
    "น้ำหนัก", " น้ำ หนัก ", "น\u{E49}\u{E4D}\u{E32}หนัก", "น\u{E4D}\u{E49}\u{E32}หนัก",
    "น\u{E4D}\u{E32}\u{E49}หนัก", "น\u{E33}\u{E49}หนัก", "น้ำหนัก ต้องกรอก", "น้ำหนัก*",
    "น้ำหนัก (ต้องกรอก) :", "\u{FEFF}น้ำ\u{200B}หนัก", "น้ำ\u{A0}หนัก\n", "\"น้ำหนัก\"",
  ])
  func aHeaderIsKnownHoweverItIsWritten(header: String) {
    #expect(
      find(["รหัสโรงเรียน", "ชื่อ", header], plain) == ["school": 0, "name": 1, "weight": 2])
  }

  @Test func aHeaderThatGoesOnInBracketsIsTakenAndTold() async throws {
    let reading = try await SchemaReading(
      "รหัสโรงเรียน,ชื่อ,น้ำหนัก (กก.),ชื่อเล่น\n1,ก,20,ข\n", schema: plain)
    #expect(reading.lines == ["school=1 | name=ก | weight=20"])
    #expect(reading.findings == ["column-renamed:1:weight", "column-unknown:1"])
  }

  @Test func theLongestKnownOpeningWins() {
    let schema = Self.schema([
      Self.column("age", ["อายุ"]), Self.column("years", ["อายุ(ปี)"]), Self.column("name", ["ชื่อ"]),
      Self.column("english", ["ชื่อ (อังกฤษ)"]),
    ])
    #expect(
      find(["อายุ (ปี) (ณ วันนี้)", "ชื่อ (อังกฤษ) (ถ้ามี)", "อายุ", "ชื่อ"], schema)
        == ["years": 0, "english": 1, "age": 2, "name": 3])
    #expect(find(["ชื่อ(อังกฤษ)", "อายุ(ปี)"], schema) == ["english": 0, "years": 1])
  }

  @Test func theUsualHeaderComesBeforeARareOne() {
    let schema = Self.schema([
      Self.column("levels", ["ระดับที่เปิดสอน", "ประเภท"]), Self.column("name", ["ชื่อ"]),
    ])
    #expect(find(["ประเภท", "ชื่อ", "ระดับที่เปิดสอน"], schema) == ["levels": 2, "name": 1])
    #expect(find(["ประเภท", "ชื่อ"], schema) == ["levels": 0, "name": 1])
  }

  @Test func headersThatNobodyWantsAreNotTold() async throws {
    let reading = try await SchemaReading("ที่,รหัสโรงเรียน,ชื่อ\n1,2,ก\n", schema: plain)
    #expect(reading.lines == ["school=2 | name=ก"])
    #expect(reading.findings.isEmpty)
  }

  // MARK: Equal headers

  private let parents = schema([
    column("title", ["คำนำหน้าชื่อ"], occurrence: 1), column("name", ["ชื่อ"]),
    column("father", ["คำนำหน้าชื่อบิดา", "คำนำหน้าชื่อ"], occurrence: 2),
    column("mother", ["คำนำหน้าชื่อมารดา", "คำนำหน้าชื่อ"], occurrence: 3),
  ])

  @Test func equalHeadersAreToldApartByTheirOrder() {
    let title = "คำนำหน้าชื่อ"
    #expect(
      find([title, "ชื่อ", title, title], parents)
        == ["title": 0, "name": 1, "father": 2, "mother": 3])
    #expect(find([title, "ชื่อ"], parents) == ["title": 0, "name": 1])
    #expect(
      find(["ชื่อ", "คำนำหน้าชื่อมารดา", title, "คำนำหน้าชื่อบิดา"], parents)
        == ["title": 2, "name": 0, "father": 3, "mother": 1])
  }

  @Test func ofEqualHeadersBeyondTheScheduledOnesNoneIsUsed() async throws {
    let schema = Self.schema([
      Self.column("older", ["จำนวนพี่ชาย"], occurrence: 1), Self.column("name", ["ชื่อ"]),
    ])
    let reading = try await SchemaReading(
      "จำนวนพี่ชาย,ชื่อ,จำนวนพี่ชาย\n1,ก,7\n", schema: schema)
    #expect(reading.lines == ["older=1 | name=ก"])
    #expect(reading.findings == ["column-unknown:1"])
  }

  // MARK: Where a header stands

  @Test func aHeaderMayStandFarBelowTitles() async throws {
    let titles = (1..<20).map { "รายงานบรรทัดที่ \($0)\n" }.joined()
    let reading = try await SchemaReading(
      titles + "รหัสโรงเรียน,ชื่อ,อายุ\n1,ก,7\n", schema: plain)
    #expect(reading.lines == ["school=1 | name=ก | age=7"])
    #expect(reading.tables.inputs[0].headerRows == [20])
    #expect(reading.entry.title == 20)
  }

  @Test func aHeaderBelowTheFiftiethRowIsNotLookedFor() async throws {
    let titles = String(repeating: "ข้อความ\n", count: 50)
    let reading = try await SchemaReading(titles + "รหัสโรงเรียน,ชื่อ\n1,ก\n", schema: plain)
    #expect(reading.findings == ["header-missing"])
  }

  private let counts = schema(
    [
      column("school", ["รหัสโรงเรียน"]), column("boys", ["ป.1 ชาย"], kind: .integer),
      column("girls", ["ป.1 หญิง"], kind: .integer), column("all", ["ป.2 ชาย"], kind: .integer),
      column("area", ["ขนาด"]),
    ], minimum: 3)

  @Test func aHeaderMayHaveTwoRowsWithMergedHeadings() async throws {
    let cell = { (place: String, text: String) in
      "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }
    let rows =
      "<row r=\"1\">\(cell("A1", "จำนวนนักเรียน"))</row>"
      + "<row r=\"2\">\(cell("A2", "รหัสโรงเรียน") + cell("B2", "ป.1") + cell("D2", "ป.2") + cell("E2", "ขนาด"))</row>"
      + "<row r=\"3\">\(cell("B3", "ชาย") + cell("C3", "หญิง") + cell("D3", "ชาย"))</row>"
      + "<row r=\"4\">\(cell("A4", "20010001"))<c r=\"B4\"><v>3</v></c><c r=\"C4\"><v>4</v></c>"
      + "<c r=\"D4\"><v>5</v></c>\(cell("E4", "เล็ก"))</row>"
      + "<row r=\"5\" hidden=\"1\">\(cell("A5", "20010002"))<c r=\"D5\"><v>6</v></c></row>"
    let merged =
      "<mergeCells>"
      + ["A1:E1", "A2:A3", "B2:C2", "E2:E3", "B4:B5", "E4:E5"]
      .map { "<mergeCell ref=\"\($0)\"/>" }.joined() + "</mergeCells>"
    let sheet = SampleWorkbook.sheet(rows).replacing("<pageMargins", with: merged + "<pageMargins")
    let workbook = SampleWorkbook.bytes(sheets: [sheet])
    let reading = try await SchemaReading(
      [InputFile(path: "a.xlsx", dataset: "table", bytes: workbook)], schema: counts)
    // A label counts for all rows it is shown over, a number for the first alone.
    #expect(
      reading.lines == [
        "school=20010001 | boys=3 | girls=4 | all=5 | area=เล็ก",
        "school=20010002 | all=6 | area=เล็ก",
      ])
    #expect(
      reading.findings == ["cell-merged:4:boys", "cell-merged:5:boys", "rows-hidden"]
        || reading.findings == ["cell-merged:4:boys", "rows-hidden"])
    #expect(reading.tables.inputs[0].headerRows == [3])
  }

  @Test func aHeaderOfTwoRowsIsReadFromTextToo() async throws {
    let reading = try await SchemaReading(
      "รหัสโรงเรียน,ป.1,,ป.2,ขนาด\n,ชาย,หญิง,ชาย,\n20010001,3,4,5,เล็ก\n", schema: counts)
    #expect(reading.lines == ["school=20010001 | boys=3 | girls=4 | all=5 | area=เล็ก"])
    #expect(reading.findings.isEmpty)
  }

  // MARK: Values that stand elsewhere

  @Test func aValueMayStandAboveTheTableOrInTheFilesName() async throws {
    let schema = Self.schema([
      Self.column(
        "school", [], elsewhere: [.title("รหัสโรงเรียน"), .fileName(digits: 8)], required: true),
      Self.column("name", ["ชื่อ"]), Self.column("age", ["อายุ"]),
    ])
    let body = "ชื่อ,อายุ\nก,7\nข,8\n"
    let cases = [
      ("a.csv", "รหัสโรงเรียน : 20010001\n" + body), ("a.csv", "รหัสโรงเรียน,,20010001\n" + body),
      ("emis/2569 20010001.csv", body), ("emis/20260610 20010001.csv", body),
      ("emis/10062569_20010001.csv", body),
      ("a.csv", "รหัสโรงเรียน 20010001 โรงเรียนวัดตัวอย่าง\n" + body),
    ]
    for (path, text) in cases {
      let reading = try await SchemaReading(
        [InputFile(path: path, dataset: "table", bytes: Array(text.utf8))], schema: schema)
      #expect(
        reading.lines == ["school=20010001 | name=ก | age=7", "school=20010001 | name=ข | age=8"])
    }
    let nowhere = try await SchemaReading(body, schema: schema)
    #expect(nowhere.findings == ["column-nowhere"])
  }

  // MARK: Hostile headers

  @Test func hundredsOfEqualHeadersAreNoBurden() async throws {
    let header = Array(repeating: "คำนำหน้าชื่อ", count: 400).joined(separator: ",")
    let row = Array(repeating: "ก(", count: 400).joined(separator: ",")
    let text = ([header] + Array(repeating: row, count: 60)).joined(separator: "\nก,")
    let reading = try await SchemaReading("ชื่อ," + text + "\n", schema: parents)
    #expect(reading.count == 60)
  }
}

import Ingest
import Pipeline
import Settings
import Tables
import Testing

@Suite struct PageReaderTests {
  private static let yaml = """
    schema: room
    title: { th: ห้อง, en: Rooms }
    header: { minimum: 2 }
    stamp: [ข้อมูล ณ วันที่]
    notes: [หมายเหตุ]
    page:
      records: "//table[tr/th]"
      label: ".//td[1]"
      value: "following-sibling::td[1]"
      section: "ancestor::tr[1]/preceding-sibling::tr[count(th) = 1 and count(td) = 0][1]/th"
    columns:
      school:
        label: { th: โรงเรียน, en: School }
        headers: [โรงเรียน]
        elsewhere: [{ page: "substring-after(//h1, ':')" }, { file-name: 8 }]
        required: true
      kind:
        label: { th: ชนิด, en: Kind }
        path: "(.//th)[1]"
      good:
        label: { th: ใช้ได้, en: Good }
        headers: [ห้องเรียน ใช้ได้]
        kind: integer
        required: true
      other:
        label: { th: ห้องอื่น, en: Other }
        headers: [ห้องอื่น ใช้ได้]
        kind: integer
    """

  private static func schema(_ yaml: String = yaml) throws -> Schema {
    try Schema(YAMLFile.settings(yaml, file: "schemas/room.yaml"))
  }

  private static func read(_ page: String, path: String = "a.html") async throws -> SchemaReading {
    try await SchemaReading(
      [InputFile(path: path, dataset: "table", bytes: Array(page.utf8))], schema: schema())
  }

  private static func card(_ kind: String, _ good: String, _ other: String) -> String {
    "<table><tr><th colspan=2>\(kind)</th></tr><tr><th>ห้องเรียน</th></tr>"
      + "<tr><td>ใช้ได้ :</td><td>&nbsp; \(good)</td></tr><tr><th>ห้องอื่น</th></tr>"
      + "<tr><td>ใช้ได้:</td><td>\(other)</td></tr><tr><td>หมายเหตุ</td><td>ก</td></tr></table>"
  }

  @Test func eachRecordIsARowAndHeadingsTellLabelsApart() async throws {
    let reading = try await Self.read(
      "<h1>รหัส: 20010001</h1><p>ข้อมูล ณ วันที่ 10 มิ.ย. 2569</p>"
        + Self.card("ก", "4\n ห้อง", "1") + Self.card("ข", "5", ""))
    #expect(
      reading.lines == [
        "school=20010001 | kind=ก | good=4 ห้อง | other=1", "school=20010001 | kind=ข | good=5",
      ])
    #expect(reading.findings == [])
    #expect(reading.tables.inputs[0].stamp == "2026-06-10 00:00:00")
    #expect(reading.tables.inputs[0].container == "html")
    #expect(reading.tables.tables[0].origins[1].row == 2)
  }

  @Test func aRecordWithoutAnyValueIsBlank() async throws {
    let empty = "<table><tr><th></th></tr><tr><td>&nbsp;</td></tr></table>"
    let reading = try await Self.read(
      Self.card("ก", "4", "1") + empty + Self.card("ข", "5", ""), path: "20010002.html")
    #expect(reading.count == 2)
    #expect(reading.entry.physical == 3)
    #expect(reading.entry.blank == 1)
    #expect(reading.tables.ledger.isBalanced)
  }

  @Test func labelsThatNobodyKnowsAndColumnsThatNoRecordHasAreTold() async throws {
    let page = Self.card("ก", "4", "1").replacing("<th>ห้องอื่น", with: "<th>ห้องใหม่")
    let reading = try await Self.read(page, path: "20010002.html")
    #expect(reading.findings == ["column-missing:other", "column-unknown"])
  }

  @Test(arguments: [
    (page: "<html><p>ก</p></html>", path: "20010001.html", says: "record-missing"),
    (page: card("ก", "4", "1"), path: "a.html", says: "column-nowhere"),
    (
      page: card("ก", "4", "1").replacing("ห้องเรียน", with: "ห้องพัก"), path: "20010001.html",
      says: "column-required"
    ),
    (
      page: String(repeating: "<div>", count: 500) + card("ก", "4", "1"), path: "20010001.html",
      says: "file-too-large"
    ),
  ])
  func aPageThatCannotBeUsedIsRefused(
    example: (page: String, path: String, says: String)
  ) async throws {
    let reading = try await Self.read(example.page, path: example.path)
    #expect(reading.findings == [example.says])
    #expect(reading.count == 0)
  }

  @Test func theBytesSayTheEncodingAndNotThePage() async throws {
    let page = "<meta charset=utf-8>" + Self.card("ก", "4", "1")
    let bytes = try #require(Windows874.encode(page))
    let reading = try await SchemaReading(
      [InputFile(path: "20010002.html", dataset: "table", bytes: bytes)], schema: Self.schema())
    #expect(reading.lines == ["school=20010002 | kind=ก | good=4 | other=1"])
    #expect(reading.tables.inputs[0].encoding == "windows-874")
  }

  @Test func damagedLettersAreTold() async throws {
    let page = "<meta charset=windows-874>" + Self.card("กXก", "4", "1")
    let bytes = try #require(Windows874.encode(page)).map { $0 == UInt8(ascii: "X") ? 0xFE : $0 }
    let reading = try await SchemaReading(
      [InputFile(path: "20010002.html", dataset: "table", bytes: bytes)], schema: Self.schema())
    #expect(reading.findings == ["byte-undefined:1:kind"])
  }

  @Test(arguments: [
    (
      "records: \"//table[tr/th]\"", "records: \"//table[\"",
      "schemas/room.yaml:7:12: error: '//table[' is no XPath 1.0 expression"
    ),
    (
      "records: \"//table[tr/th]\"", "records: \"count(//table)\"",
      "schemas/room.yaml:7:12: error: 'count(//table)' gives no nodes"
    ),
    (
      "(.//th)[1]", "upper-case(.//th)",
      "schemas/room.yaml:19:11: error: 'upper-case(.//th)' names a function or a variable that XPath 1.0 does not have"
    ),
    (
      "label: \".//td[1]\"\n", "\n",
      "schemas/room.yaml:9:10: error: 'value' needs the key 'label' beside it"
    ),
    (
      "notes: [หมายเหตุ]", "totals: { words: [รวม], columns: [kin] }",
      "schemas/room.yaml:5:35: error: unknown column 'kin'; did you mean 'kind'?"
    ),
  ])
  func mistakesOfASchemaAreToldWithTheirPlace(
    _ old: String, _ new: String, _ says: String
  ) throws {
    let error = #expect(throws: SettingsError.self) {
      try Self.schema(Self.yaml.replacing(old, with: new))
    }
    #expect(error.map { "\($0)" } == says)
  }
}

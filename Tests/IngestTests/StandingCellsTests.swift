import Ingest
import Tables
import Testing

/// Cells that stand for others: names above empty cells, totals below names, stamps in notes.
@Suite struct StandingCellsTests {
  private static let schema = Schema(
    name: "staff", title: LocalizedText("staff"),
    columns: [
      SchemaColumn(
        name: "position", label: LocalizedText("position"), headers: ["ตำแหน่ง"], fillsDown: true),
      SchemaColumn(
        name: "number", label: LocalizedText("number"), kind: .identifier, headers: ["เลข"],
        fillsDown: true),
      SchemaColumn(name: "standing", label: LocalizedText("standing"), headers: ["วิทยฐานะ"]),
      SchemaColumn(
        name: "total", label: LocalizedText("total"), kind: .integer, headers: ["จำนวน"]),
    ], minimumHeaders: 3, totalWords: ["รวม"], totalColumns: ["standing"],
    noteWords: ["ข้อมูล ณ"], stampWords: ["ข้อมูล ณ วันที่"])

  private static let text = """
    ตำแหน่ง,เลข,วิทยฐานะ,จำนวน
    ,,-,9
    1. ครู,01,-,1
    ,,ชำนาญการ,2
    1. ครู,01,รวม,3
    2. ครูผู้ช่วย,02,-,4
     ,,-,5
    รวม,,,12
    "ข้อมูล ณ วันที่ 10 มิถุนายน 2569",,,

    """

  @Test(arguments: [1, 3])
  func anEmptyCellStandsForTheOneAbove(jobs: Int) async throws {
    let reading = try await SchemaReading(
      [InputFile(path: "a.csv", dataset: "table", bytes: Array(Self.text.utf8))],
      schema: Self.schema, jobs: jobs)
    #expect(
      reading.lines == [
        "standing=- | total=9", "position=1. ครู | number=01 | standing=- | total=1",
        "position=1. ครู | number=01 | standing=ชำนาญการ | total=2",
        "position=2. ครูผู้ช่วย | number=02 | standing=- | total=4",
        "position=2. ครูผู้ช่วย | number=02 | standing=- | total=5",
      ])
    #expect(reading.entry.total == 2)
    #expect(reading.entry.title == 2)
    #expect(reading.tables.ledger.isBalanced)
    #expect(reading.tables.inputs[0].stamp == "2026-06-10 00:00:00")
  }

  @Test func nothingIsTakenFromAnotherFile() async throws {
    let files = [
      ("a.csv", "ตำแหน่ง,เลข,วิทยฐานะ,จำนวน\nครู,01,ก,1\n"),
      ("b.csv", "ตำแหน่ง,เลข,วิทยฐานะ,จำนวน\n,,ข,2\n"),
    ]
    .map { InputFile(path: $0.0, dataset: "table", bytes: Array($0.1.utf8)) }
    let reading = try await SchemaReading(files, schema: Self.schema)
    #expect(
      reading.lines == ["position=ครู | number=01 | standing=ก | total=1", "standing=ข | total=2"])
  }

  @Test(arguments: [
    ("ข้อมูล ณ วันที่ 10 มิถุนายน 2565", "2022-06-10 00:00:00"),
    ("(ข้อมูล ณ วันที่ 01 พฤศจิกายน 2564 เวลา 15:21:06 น.)", "2021-11-01 15:21:06"),
    ("ข้อมูล ณ วันที่ 2021-11-05 21:52:51 น.", "2021-11-05 21:52:51"),
    ("ข้อมูล ณ วันที่ ๑๐ มิ.ย. พ.ศ. ๒๕๖๙", "2026-06-10 00:00:00"),
    ("ข้อมูล ณ วันที่ 1/4/2569 8:05", "2026-04-01 08:05:00"),
    ("ข้อมูล ณ วันที่ 2569-04-01", "2026-04-01 00:00:00"),
    ("ข้อมูล ณ วันที่ 31 กุมภาพันธ์ 2569", nil),
    ("ข้อมูล ณ วันที่ 10 มิถุนายน 65", nil),
    ("ข้อมูล ณ วันที่ 10 มิถุนายน 2565 25:00:00", "2022-06-10 00:00:00"),
    ("ข้อมูล ณ วันที่ของการจัดเก็บ ข้อมูล ณ วันที่ 10 มิถุนายน 2565", "2022-06-10 00:00:00"),
  ])
  func theStampIsUnderstood(_ words: String, _ stamp: String?) async throws {
    let reading = try await SchemaReading(
      "\"\(words)\"\nตำแหน่ง,เลข,วิทยฐานะ,จำนวน\nครู,01,ก,1\n", schema: Self.schema)
    #expect(reading.tables.inputs[0].stamp == stamp)
  }
}

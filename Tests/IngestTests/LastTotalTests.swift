import Ingest
import Tables
import Testing

/// A last row of numbers without its key is the total of the rows above it.
@Suite struct LastTotalTests {
  private static func column(_ name: String, _ kind: SchemaColumn.Kind = .text) -> SchemaColumn {
    SchemaColumn(
      name: name, label: LocalizedText(name), kind: kind, headers: [name], isExpected: false)
  }

  private let schema = Schema(
    name: "table", title: LocalizedText("table"),
    columns: [
      column("area"), column("school"), column("boys", .integer), column("girls", .decimal),
    ], minimumHeaders: 3, totalWords: ["รวม"], key: 1)
  private let body = "area,school,boys,girls\n20010000,20010001,3,4\n20010000,20010002,5,0\n"

  @Test(arguments: ["20010000,,8,4\n", ",,8,4.00\n", "20010000,รวม,8,4\n", "20010000, ,8,4\n\n"])
  func theTotalIsSetAside(last: String) async throws {
    let reading = try await SchemaReading(body + last, schema: schema)
    #expect(reading.lines.count == 2)
    #expect(reading.entry.total == 1)
    #expect(reading.entry.isBalanced)
    #expect(reading.findings.isEmpty)
  }

  @Test func aTotalThatIsNotTheSumIsTold() async throws {
    let reading = try await SchemaReading(body + "20010000,,8,\"1,004\"\n", schema: schema)
    #expect(reading.lines.count == 2)
    #expect(reading.findings == ["total-differs:4:girls"])
  }

  @Test(arguments: [
    // Less than a number above it; a name; a key; nothing but zeros.
    "20010000,,4,4\n", "วัดตัวอย่าง,,8,4\n", "20010000,20010003,8,4\n", "20010000,,0,0\n",
  ])
  func aSchoolWithoutItsCodeStays(last: String) async throws {
    let reading = try await SchemaReading(body + last, schema: schema)
    #expect(reading.lines.count == 3)
    #expect(reading.entry.total == 0)
    #expect(reading.findings.isEmpty)
  }

  @Test func aRowWithoutItsKeyInTheMiddleStays() async throws {
    let reading = try await SchemaReading(
      body + "20010000,,8,4\n20010000,20010003,1,1\n", schema: schema)
    #expect(reading.lines.count == 4)
  }

  @Test func theOnlyRowIsNoTotal() async throws {
    let reading = try await SchemaReading("area,school,boys,girls\n20010000,,3,4\n", schema: schema)
    #expect(reading.lines.count == 1)
  }
}

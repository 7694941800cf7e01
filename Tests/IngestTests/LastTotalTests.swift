import Ingest
import Tables
import Testing

/// Rows of totals within a table are the sums of the rows above them.
@Suite struct SubtotalTests {
  private let schema = Schema(
    name: "table", title: LocalizedText("table"),
    columns: ["grade", "boys", "girls"].map {
      SchemaColumn(
        name: $0, label: LocalizedText($0), kind: $0 == "grade" ? .text : .integer, headers: [$0])
    }, minimumHeaders: 3, totalWords: ["รวม", "รวมประถม", "รวมทั้งหมด"], addedColumns: [1, 2])

  private func findings(_ rows: String...) async throws -> [String] {
    let text = (["grade,boys,girls"] + rows).joined(separator: "\n") + "\n"
    let reading = try await SchemaReading(text, schema: schema)
    #expect(reading.entry.isBalanced)
    #expect(reading.lines.allSatisfy { !$0.contains("รวม") })
    return reading.findings
  }

  @Test func totalsOfAnyDepthThatAddUpAreSilent() async throws {
    #expect(
      try await findings(
        "อ.1,1,2", "รวม,1,2", "ป.1,3,-", "ป.2,\"1,000\",", "รวมประถม,\"1,003\",0", "รวม,0,0",
        "รวมทั้งหมด,1004,2"
      ).isEmpty)
  }

  @Test func aTotalThatIsNotTheSumIsToldWhereItStands() async throws {
    #expect(
      try await findings("อ.1,1,2", "รวม,1,3", "ป.1,3,4", "รวมประถม,3,4", "รวมทั้งหมด,5,6")
        == ["subtotal-differs:6:boys", "subtotal-differs:3:girls"])
  }

  @Test func belowANumberThatCannotBeReadNothingIsSaid() async throws {
    #expect(
      try await findings("อ.1,หนึ่ง,2", "รวม,5,5", "ป.1,3,4", "รวม,9,4")
        == ["subtotal-differs:3:girls"])
  }

  @Test func aTotalWithoutANumberIsNotCompared() async throws {
    #expect(try await findings("อ.1,1,2", "รวม 1 ชั้น,,2", "ป.1,3,4").isEmpty)
  }

  /// A file that is read in stretches is compared as a whole.
  @Test func stretchesOfALargeFileAreComparedTogether() async throws {
    let rows = (1...600).map { "ป.\($0 % 6 + 1),1,2\n" }.joined()
    let text = "grade,boys,girls\n" + rows + "รวม,600,1200\n" + rows + "รวมทั้งหมด,1200,2401\n"
    let file = InputFile(path: "a.csv", dataset: "table", bytes: Array(text.utf8))
    for jobs in [1, 4] {
      let reading = try await SchemaReading([file], schema: schema, jobs: jobs)
      #expect(reading.findings == ["subtotal-differs:1203:girls"])
    }
  }
}

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

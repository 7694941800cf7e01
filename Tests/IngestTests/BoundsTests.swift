import Containers
import Ingest
import Tables
import Testing

/// Files that are damaged or made to do harm end in a finding with its place.
@Suite struct BoundsTests {
  private static let row = "20010001,1990100000002,7,"

  @Test(arguments: [false, true])
  func aZeroByteIsADamagedCharacter(inWindows874: Bool) async throws {
    let text = Reading.header + Self.row + "ก\0ข,30\n" + Self.row + "ค,31\n"
    let bytes = inWindows874 ? try #require(TextEncoding.windows874.encode(text)) : Array(text.utf8)
    let reading = try await Reading(bytes)
    #expect(reading.input.encoding == (inWindows874 ? "windows-874" : "utf-8"))
    #expect(reading.findings == ["byte-undefined:2:name"])
    #expect(
      reading.rows == [
        "20010001|1990100000002|7|ก\u{FFFD}ข|30", "20010001|1990100000002|7|ค|31",
      ])
  }

  @Test func bytesThatAreMostlyZerosAreNoText() async throws {
    let numbers = (0..<2048).flatMap { [UInt8(truncatingIfNeeded: $0), 0] as [UInt8] }
    #expect(try await Reading(numbers).findings == ["file-unknown"])
    #expect(try await Reading([0] + numbers).findings == ["file-unknown"])
    #expect(try await Reading([UInt8](repeating: 0, count: 4096)).findings == ["file-unknown"])
  }

  @Test(arguments: [("\r", "\n"), ("\n", "\r"), ("\r\n", "\n"), ("\r\n", "\r")])
  func aCellMayHoldWhatDoesNotEndLines(_ lineEnd: String, _ inside: String) async throws {
    let text =
      Reading.header.dropLast() + lineEnd + Self.row + "\"ก\(inside)ข\",30" + lineEnd
      + Self.row + "ค,31" + lineEnd
    let reading = try await Reading(String(text))
    #expect(reading.findings == [])
    #expect(reading.input.headerRows == [1])
    #expect(
      reading.rows == [
        "20010001|1990100000002|7|ก\(inside)ข|30", "20010001|1990100000002|7|ค|31",
      ])
  }

  @Test func aLineOfAMillionColumnsIsTold() async throws {
    let commas = String(repeating: ",", count: 1_000_000)
    let reading = try await Reading(
      Reading.header + Self.row + "ก,30" + commas + "x\n" + Self.row + "ข,31\n")
    #expect(reading.findings == ["row-long:2"])
    #expect(reading.entry.accepted == 2)
  }

  /// A header is looked for in the first 256 KB; what stands beyond is told where rows have it.
  @Test func aHeaderOfAMillionColumnsIsUsed() async throws {
    let commas = String(repeating: ",", count: 1_000_000)
    let reading = try await Reading(
      Reading.header.dropLast() + commas + "\n" + Self.row + "ก,30" + commas + "\n")
    #expect(reading.findings == ["row-long:2"])
    #expect(reading.rows == ["20010001|1990100000002|7|ก|30"])
  }

  @Test func aRecordOfMoreThan16MegabytesIsRefusedWithItsRow() async throws {
    let cell = [UInt8](repeating: UInt8(ascii: "x"), count: 17 << 20)
    let head = Array((Reading.header + Self.row + "ก,30\n" + Self.row).utf8)
    for opening in ["", "\""] {
      let reading = try await Reading(head + Array(opening.utf8) + cell + Array(",31\n".utf8))
      #expect(reading.findings == ["file-damaged"])
      #expect(reading.details == ["row 3 has more than 16 MB"])
      #expect(reading.rows == [])
    }
  }

  /// Otherwise a file of nothing but line ends would take twenty gigabytes.
  @Test func rowsThatDoNotFitTheHeaderEndInARefusal() async throws {
    let reading = try await Reading(Reading.header + String(repeating: "x\n", count: 1_100_000))
    #expect(reading.findings == ["file-damaged"])
    #expect(reading.details == ["more than 1000000 rows do not fit the header"])
    #expect(reading.rows == [])
  }

  /// Otherwise a million ranges over the same cells would be looked at in every row.
  @Test func ofMergedRangesThatShareACellTheFirstCounts() async throws {
    let header = Reading.header.dropLast().split(separator: ",").enumerated()
      .map { inline("ABCDE", $0, row: 1, String($1)) }.joined()
    let rows = [
      "<row r=\"1\">\(header)</row>",
      "<row r=\"2\">\(inline("ABCDE", 0, row: 2, "20010001"))\(inline("ABCDE", 3, row: 2, "ก"))</row>",
      "<row r=\"3\">\(inline("ABCDE", 1, row: 3, "1990100000002"))</row>",
    ]
    var workbook = SampleWorkbook()
    workbook.sheet = SampleWorkbook.sheet(rows.joined()).split(separator: "</sheetData>")
      .joined(
        separator: "</sheetData><mergeCells><mergeCell ref=\"A2:A3\"/>"
          + "<mergeCell ref=\"A2:D3\"/></mergeCells>")
    let reading = try await Reading(workbook.bytes)
    #expect(reading.rows == ["20010001|||ก|", "20010001|1990100000002|||"])
  }

  private func inline(_ letters: String, _ column: Int, row: Int, _ text: String) -> String {
    let letter = Array(letters)[column]
    return "<c r=\"\(letter)\(row)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
  }
}

import Ingest
import Tables
import TestKit
import Testing

@Suite struct DelimitedReaderTests {
  private let body = "20010001,1100000000016,12,สมชาย,24.5\n20010001,1000000000009,13,\"มา,ลี\",30\n"
  private let expected = [
    "20010001|1100000000016|12|สมชาย|24.5", "20010001|1000000000009|13|มา,ลี|30",
  ]

  @Test func readsTwoEqualHeadersByWhatStandsBelowThem() async throws {
    let reading = try await Reading(Reading.header + body)
    #expect(reading.rows == expected)
    #expect(reading.findings.isEmpty)
    let swapped =
      "รหัสโรงเรียน,เลขประจำตัวนักเรียน,เลขประจำตัวนักเรียน,ชื่อ,น้ำหนัก\n20010001,12,1100000000016,สมชาย,24.5\n"
    #expect(try await Reading(swapped).rows == [expected[0]])
  }

  @Test func readsEveryEncodingAndSeparatorAlike() async throws {
    let text = Reading.header + body
    let semicolons = text.replacing("\"มา,ลี\"", with: "มาลี").replacing(",", with: ";")
      .replacing("มาลี", with: "มา,ลี")
    let tabs = semicolons.replacing(";", with: "\t")
    let wide = Array(tabs.utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let big = Array(tabs.utf16).flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    let files: [(String, [UInt8])] = [
      ("utf-8", Array(text.utf8)), ("utf-8-bom", [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
      ("windows-874", try #require(Windows874.encode(text))), ("utf-8", Array(semicolons.utf8)),
      ("utf-16le", [0xFF, 0xFE] + wide), ("utf-16be", [0xFE, 0xFF] + big),
      ("utf-16le-no-bom", wide), ("utf-16be-no-bom", big),
      ("utf-8", Array(text.replacing("\n", with: "\r\n").utf8)),
      ("utf-8", Array(text.replacing("\n", with: "\r").utf8)),
    ]
    for (encoding, bytes) in files {
      let reading = try await Reading(bytes)
      #expect(reading.rows == expected, "\(encoding)")
      #expect(reading.input.encoding == encoding)
      #expect(reading.findings.isEmpty)
    }
  }

  @Test func everyRowHasOneFate() async throws {
    let text =
      "รายชื่อนักเรียน\n\nวันและเวลาที่สร้างรายงาน 2026-06-10 02:00:12.244315\n" + Reading.header + body
      + ",,,,\n   \n" + Reading.header + "รวม,,2,,\n"
    let reading = try await Reading(text)
    #expect(reading.rows == expected)
    #expect(reading.physicalRows == [5, 6])
    #expect(reading.input.stamp == "2026-06-10 02:00:12")
    #expect(reading.input.headerRows == [4])
    let entry = reading.entry
    #expect(
      [entry.physical, entry.title, entry.blank, entry.total, entry.accepted] == [10, 5, 2, 1, 2])
    #expect(entry.isBalanced)
  }

  @Test func aSchoolMayBeCalledTotal() async throws {
    let text = Reading.header + "20010001,1100000000016,12,รวมใจ,24.5\n"
    #expect(try await Reading(text).rows == ["20010001|1100000000016|12|รวมใจ|24.5"])
  }

  @Test func aQuotedFieldMayHoldLinesAndQuotes() async throws {
    let text = Reading.header + "20010001,1100000000016,12,\"สม\n\"\"ชาย\"\"\",24.5\n" + body
    let reading = try await Reading(text)
    #expect(reading.rows[0] == "20010001|1100000000016|12|สม\n\"ชาย\"|24.5")
    #expect(reading.physicalRows == [2, 3, 4])
  }

  @Test func aQuoteThatNothingClosesIsALetter() async throws {
    let text = Reading.header + "20010001,1100000000016,12,\"สมชาย,24.5\n" + body
    let reading = try await Reading(text)
    #expect(reading.rows == ["20010001|1100000000016|12|\"สมชาย|24.5"] + expected)
    #expect(reading.findings == ["quote-unclosed:2"])
  }

  @Test func raggedRowsAreKeptAndNamed() async throws {
    let text =
      Reading.header + "20010001,1100000000016,12\n20010001,1100000000016,12,ก,1,x,y\n" + body
    let reading = try await Reading(text)
    #expect(reading.rows[0] == "20010001|1100000000016|12||")
    #expect(reading.findings == ["row-short:2", "row-long:3"])
  }

  @Test func emptyFieldsBeyondTheHeaderAreNothing() async throws {
    let text = Reading.header + "20010001,1100000000016,12,ก,1,,\n"
    #expect(try await Reading(text).findings.isEmpty)
  }

  @Test func aFileCutInTheMiddleOfARowIsNamed() async throws {
    let reading = try await Reading(Reading.header + body + "20010001,11000")
    #expect(reading.findings == ["row-short:4", "file-truncated:4"])
    #expect(reading.entry.accepted == 3)
  }

  @Test func anUndefinedByteIsNamedWithItsPlace() async throws {
    var bytes = try #require(Windows874.encode(Reading.header + body))
    let place = try #require(bytes.lastIndex(of: 0xC5))
    bytes[place] = 0xDB
    let reading = try await Reading(bytes)
    #expect(reading.findings == ["byte-undefined:3:name"])
    #expect(reading.rows[1].unicodeScalars.contains("\u{FFFD}"))

    var utf8 = Array((Reading.header + body).utf8)
    utf8[try #require(utf8.lastIndex(of: 0xA5))] = 0xFF
    #expect(try await Reading(utf8).findings == ["byte-undefined:3:name"])
  }

  @Test func missingAndUnknownColumnsAreToldOnce() async throws {
    let text =
      "รหัสโรงเรียน,เลขประจำตัวประชาชน,เลขประจำตัวนักเรียน,ชื่อ,ชื่่อเล่น\n20010001,1100000000016,12,ก,ข\n"
    let reading = try await Reading(text)
    #expect(reading.rows == ["20010001|1100000000016|12|ก|"])
    #expect(reading.findings == ["column-missing:1:weight", "column-unknown:1"])
  }

  /// Blocks of UTF-16 end between the halves of a pair as often as not.
  @Test func aPairOfUTF16ThatABlockCutsIsKept() async throws {
    for shift in 0...1 {
      let name = String(repeating: "ก", count: shift) + String(repeating: "😀", count: 200_000)
      let text =
        "รหัสโรงเรียน,เลขประจำตัวประชาชน,เลขประจำตัวนักเรียน,ชื่อ\n20010001,1100000000016,12,\(name)\n"
      let bytes: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
      let reading = try await Reading(bytes)
      #expect(!reading.findings.contains { $0.hasPrefix("byte-undefined") })
      #expect(reading.rows == ["20010001|1100000000016|12|\(name)|"])
    }
  }

  @Test(arguments: [
    ("", "file-empty"), ("\u{0}\u{1}\u{2}", "file-unknown"), ("a,b,c\n1,2,3\n", "header-missing"),
    ("%PDF-1.7\n", "file-unsupported"), ("<html><table></table></html>", "header-missing"),
    ("รหัสโรงเรียน,เลขประจำตัวนักเรียน,เลขประจำตัวนักเรียน\n1,1100000000016,3\n", "column-required"),
  ])
  func aFileThatCannotBeUsedIsNamed(text: String, rule: String) async throws {
    let good = InputFile(
      path: "b.csv", dataset: "pupil", bytes: Array((Reading.header + body).utf8))
    let bad = InputFile(path: "a.csv", dataset: "pupil", bytes: Array(text.utf8))
    let reading = try await Reading([good, bad])
    #expect(reading.findings == [rule])
    #expect(reading.tables.inputs.map { $0.refusal } == [rule, nil])
    #expect(reading.rows == expected)
  }

  @Test func theOrderInWhichFilesAreListedIsOfNoAccount() async throws {
    let files = (1...5).map { number in
      InputFile(
        path: "\(number).csv", dataset: "pupil",
        bytes: Array((Reading.header + "2001000\(number),1100000000016,1,ก,\(number)\n").utf8))
    }
    let forth = try await Reading(files, jobs: 1)
    let back = try await Reading(files.reversed(), jobs: 2)
    #expect(forth.rows == back.rows)
    #expect(forth.tables.inputs.map { $0.path } == back.tables.inputs.map { $0.path })
  }

  @Test(arguments: [false, true])
  func aLargeFileReadInStretchesGivesTheSameTable(quoted: Bool) async throws {
    var text = Reading.header
    for number in 0..<6_000 {
      let name = quoted && number % 3 == 0 ? "\"ก\n,\(number)\"" : "ก\(number)"
      text += "20010001,1100000000016,\(number),\(name),24.5\n"
      if number % 2_000 == 7 { text += ",,,,\n20010001,1\n" }
    }
    let bytes = Array(text.utf8)
    let whole = try await Reading(bytes, jobs: 1)
    let parts = try await Reading(bytes, jobs: 3)
    #expect(whole.rows == parts.rows)
    #expect(whole.physicalRows == parts.physicalRows)
    #expect(whole.findings == parts.findings)
    #expect(whole.entry == parts.entry)
  }

  @Test func twoStrayQuotesDoNotSwallowTheRowsBetweenThem() async throws {
    let text =
      Reading.header
      + "20010001,1100000000016,12,\"สมชาย,24.5\n20010001,1000000000009,13,มาลี,\"30\"\n"
    let reading = try await Reading(text)
    #expect(reading.physicalRows == [2, 3])
    #expect(reading.findings == ["quote-unclosed:2"])
  }

  @Test func aTotalIsAWordOfItsOwn() async throws {
    let text = Reading.header + "รวมใจ,1100000000016,12,ก,1\nรวม 25 คน,,,,\nรวม,,,,\n"
    let reading = try await Reading(text)
    #expect(reading.rows == ["รวมใจ|1100000000016|12|ก|1"])
    #expect(reading.entry.total == 2)
  }

  @Test func aHeaderIsKnownAgainWhateverSpacesItHas() async throws {
    let again = "รหัสโรงเรียน ,เลขประจำตัวนักเรียน,เลขประจำตัวนักเรียน,ชื่อ,น้ำหนัก\n"
    let reading = try await Reading(
      Reading.header + body + again + "\u{FEFF}" + Reading.header + body)
    #expect(reading.rows == expected + expected)
    #expect(reading.entry.title == 3)
  }

  @Test func anExtraSeparatorIsToldEvenWhenTheLastCellIsEmpty() async throws {
    let text = Reading.header + body + "20010001,1100000000016,12,ก,ข,\n"
    #expect(try await Reading(text).findings == ["row-long:4"])
  }

  @Test(arguments: ["1.10000E+12", "1100000000016.0", "", "123"])
  func twoEqualHeadersAreToldByTheirOrderWhenNoNumberIsWhole(cell: String) async throws {
    let reading = try await Reading(Reading.header + "20010001,\(cell),12,ก,1\n")
    #expect(reading.rows == ["20010001|\(cell)|12|ก|1"])
    #expect(reading.findings.isEmpty)
  }

  @Test(arguments: ["", "\n", ",,,,\n", "\n,,,,\n\n"])
  func aListWithoutPupilsIsReadAndEmpty(rest: String) async throws {
    let reading = try await Reading(Reading.header + rest)
    #expect(reading.rows.isEmpty)
    #expect(reading.findings.isEmpty)
    #expect(reading.input.refusal == nil)
  }
}

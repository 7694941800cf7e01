import Containers
import Ingest
import Pipeline
import Settings
import Tables
import TestKit
import Testing

/// The officer's list of all pupils and each school's own table, made of the synthetic office.
@Suite struct RowsReportTests {
  /// The cells of a workbook's sheet below its heading, as Krong's own reader has them, by column.
  private static func rows(_ workbook: [UInt8], sheet: Int = 2) throws -> [[String: String]] {
    final class Lines { var text: [UInt8] = [] }
    let lines = Lines()
    try CellListing.list(ByteSource(workbook)) { lines.text += $0 }
    var cells: [Int: [Int: String]] = [:]
    for line in String(decoding: lines.text, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard parts[0] == String(sheet) else { continue }
      cells[Int(parts[1]) ?? 0, default: [:]][Int(parts[2]) ?? 0] = String(parts[4])
    }
    let head = try #require(cells.filter { $0.value.count > 3 }.keys.min())
    let heading = cells[head] ?? [:]
    return cells.filter { $0.key > head }.sorted { $0.key < $1.key }.map { row in
      Dictionary(uniqueKeysWithValues: row.value.map { (heading[$0.key] ?? "", $0.value) })
    }
  }

  private static func unpacked(_ workbook: [UInt8]) throws -> String {
    let zip = try ZipArchive(ByteSource(workbook))
    return try zip.entries.map { String(decoding: try zip.read($0), as: UTF8.self) }.joined()
  }

  private static func officer(jobs: Int = 1) async throws -> [UInt8] {
    let run = try await CaseRun(overrides: ["render.audience=officer"], jobs: jobs)
    return try #require(run.pages["students.xlsx"])
  }

  @Test func theOfficersListHoldsEveryAcceptedRow() async throws {
    let run = try await CaseRun(overrides: ["render.audience=officer"])
    let rows = try Self.rows(#require(run.pages["students.xlsx"]))
    let accepted = run.records("figures.csv").filter {
      $0["table"] == "ledger" && $0["column"] == "accepted" && $0["row"]?.hasPrefix("dmc/") == true
    }
    #expect(accepted.compactMap { Int($0["value"] ?? "") }.reduce(0, +) == rows.count)
    let schools = rows.map { $0["รหัสโรงเรียน"] ?? "" }
    #expect(schools.first == "20010001")
    let first = rows.first { $0["ไฟล์"]?.contains("20010001") == true && $0["แถวในไฟล์"] == "3" }
    #expect(first?["เลขประจำตัวประชาชน"] == "1990100000002")
    #expect(first?["เพศ"] == "ชาย" && first?["วันเกิด"] == "04/12/2564")
    #expect(first?["น้ำหนัก"] == "16" && first?["ส่วนสูง"] == "100.6")
  }

  @Test func theListReadBackGivesTheSameListAgain() async throws {
    let pupils = [
      ["citizen_id": CheckedNumber.make(1), "student_number": "7", "room": "2"],
      ["citizen_id": CheckedNumber.make(2), "student_number": "12", "sex": "หญิง", "title": "ด.ญ."],
      [
        "citizen_id": CheckedNumber.make(3), "student_number": "5", "grade": "อ.2",
        "weight": "16.5",
      ],
      [
        "citizen_id": "0" + CheckedNumber.make(4).dropFirst(), "birth_date": "ไม่ทราบ", "height": "",
      ],
    ]
    func list(_ file: InputFile) async throws -> (bytes: [UInt8], rows: [[String: String]]) {
      let plan = try CaseRun.plan(overrides: ["render.audience=officer"])
      let register = SmallOffice.register([(code: "20010001", levels: "")])
      let outcome = try await Run(plan).run([
        file,
        InputFile(path: "register/s.csv", dataset: "school", bytes: Array(register.utf8)),
      ])
      let page = try #require(outcome.pages.first { $0.path == "students.xlsx" })
      let rows = try Self.rows(page.bytes).map { row in
        row.filter { !["แถวในไฟล์", "ไฟล์"].contains($0.key) }
      }
      return (page.bytes, rows)
    }
    let text = SmallOffice.list(pupils)
    let once = try await list(
      InputFile(path: "dmc/a.csv", dataset: "student", bytes: Array(text.utf8)))
    let twice = try await list(InputFile(path: "dmc/a.xlsx", dataset: "student", bytes: once.bytes))
    #expect(once.rows.count == 4 && once.rows == twice.rows)
    #expect(once.rows.map { $0["เลขประจำตัวนักเรียน"] } == ["5", "1", "12", "7"])
    #expect(once.rows.map { $0["วันเกิด"] }.contains("ไม่ทราบ"))
  }

  @Test func theListIsTheSameBytesWhateverTheJobs() async throws {
    let (one, two) = (try await Self.officer(), try await Self.officer(jobs: 2))
    #expect(one == two)
  }

  @Test(arguments: ["director", "school", "public"])
  func nobodyButTheOfficerGetsTheList(audience: String) async throws {
    let run = try await CaseRun(overrides: ["render.audience=" + audience])
    #expect(run.pages["students.xlsx"] == nil)
    for (path, bytes) in run.pages where path.hasSuffix(".xlsx") && !path.hasPrefix("schools/") {
      let text = try Self.unpacked(bytes)
      #expect(!text.contains("1990100000002") && !text.contains("ปานประเสริฐพันธ์"), "\(path)")
    }
  }

  @Test func aSchoolSeesItsOwnPupilsWithMarksAndNoWholeNumber() async throws {
    let run = try await CaseRun()
    let page =
      run.text("schools/20010003.html").split(separator: "<table class=\"rows\">").last ?? ""
    #expect(page.contains(" data-mark=\"error\" title=\"[ผิดพลาด] เลขประจำตัวประชาชน: "))
    #expect(page.contains(" data-mark=\"warning\" title=\"[เตือน] "))
    #expect(page.contains("ยังไม่ได้วัด</td>"))
    let own = try Self.unpacked(#require(run.pages["schools/20010001.xlsx"]))
    let other = try Self.unpacked(#require(run.pages["schools/20010003.xlsx"]))
    #expect(own.contains("ปานประเสริฐพันธ์") && !other.contains("ปานประเสริฐพันธ์"))
    for (path, bytes) in run.pages where path.hasPrefix("schools/") {
      let text =
        path.hasSuffix(".xlsx") ? try Self.unpacked(bytes) : String(decoding: bytes, as: UTF8.self)
      #expect(!Self.holdsNumber(text), "\(path)")
    }
  }

  /// Thirteen digits in a row.
  private static func holdsNumber(_ text: String) -> Bool {
    var run = 0
    for byte in text.utf8 {
      run = UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte ? run + 1 : 0
      if run == 13 { return true }
    }
    return false
  }
}

import Ingest
import Pipeline
import Settings
import Tables
import TestKit
import Testing

/// One mistake in a whole file is told once, with its rows under it.
@Suite struct CauseTests {
  private let schools = [(code: "20010001", levels: ""), (code: "20010002", levels: "")]

  /// Pupils with numbers of their own; `differ` says what stands in the row of each.
  private func pupils(
    _ count: Int, school: String = "20010001", from first: Int = 1,
    differ: (Int) -> [String: String] = { _ in [:] }
  ) -> [[String: String]] {
    (first..<first + count).map { number in
      [
        "citizen_id": CheckedNumber.make(number), "student_number": "\(number)",
        "school_code": school,
      ]
      .merging(differ(number)) { _, new in new }
    }
  }

  private func run(_ files: [(path: String, pupils: [[String: String]])]) async throws -> CaseRun {
    try await CaseRun(
      pipeline: "dmc-students",
      files: files.map { ($0.path, Array(SmallOffice.list($0.pupils).utf8)) }
        + [("register/s.csv", Array(SmallOffice.register(schools).utf8))])
  }

  private func findings(_ run: CaseRun, _ rule: String) -> [[String: String]] {
    run.records("findings.csv").filter { $0["rule"] == rule }
  }

  @Test func aFileOfTheCommonEraIsOneFinding() async throws {
    let run = try await run([
      ("dmc/a.csv", pupils(800) { $0 == 5 ? [:] : ["birth_date": "05/11/2017"] })
    ])
    let told = findings(run, "birth-common-era")
    #expect(told.count == 1)
    #expect(told.first?["row"] == "")
    #expect(told.first?["column"] == "birth_date")
    #expect(
      told.first?["message"]?.hasPrefix(
        "ทั้งไฟล์มีสาเหตุเดียวกัน 799 จาก 800 แถว (แถว 2–5, 7–801) แก้ที่ต้นทางครั้งเดียว · แถวแรก: วันเกิด '…' เป็นปี ค.ศ."
      )
        == true)
    let figures = run.records("figures.csv").filter { $0["table"] == "causes" }
    #expect(figures.map { $0["row"] }.first == "birth-common-era:birth_date:dmc/a.csv")
    #expect(
      figures.map { "\($0["column"] ?? "") \($0["value"] ?? "")" }
        == ["rows 799", "of 800", "pupils 799", "consequences 0"])
    let rule = run.records("figures.csv").filter {
      $0["table"] == "findings-by-rule" && $0["row"] == "birth-common-era"
    }
    #expect(rule.map { $0["value"] } == ["799", "799", "799", "1", "1"])
  }

  @Test func aSchoolOfALargeFileHasACauseOfItsOwn() async throws {
    let run = try await run([
      (
        "dmc/office.csv",
        pupils(100)
          + pupils(30, school: "20010002", from: 200) { _ in ["birth_date": "05/11/2017"] }
      )
    ])
    let told = findings(run, "birth-common-era")
    #expect(told.map { $0["school"] } == ["20010002"])
    #expect(
      told.first?["message"]?.hasPrefix(
        "ทั้งโรงเรียนในไฟล์นี้มีสาเหตุเดียวกัน 30 จาก 30 แถว (แถว 102–131)") == true)
  }

  @Test(arguments: [(19, 19), (25, 40)])
  func whatIsInFewRowsIsToldRowByRow(wrong: Int, of all: Int) async throws {
    let run = try await run([
      ("dmc/a.csv", pupils(all) { $0 <= wrong ? ["birth_date": "05/11/2017"] : [:] })
    ])
    #expect(findings(run, "birth-common-era").count == wrong)
    #expect(!run.records("figures.csv").contains { $0["table"] == "causes" })
  }

  /// A comma in the name of every pupil makes all rows too long, and what it does to them is told as well.
  @Test func rowsThatAreTooLongHideNothing() async throws {
    let pupils = pupils(40) { _ in ["first_name": "ตัว,อย่าง", "not_removable": "-"] }
    let twice = self.pupils(1, school: "20010002")
    let run = try await run([("dmc/a.csv", pupils), ("dmc/b.csv", twice)])
    let told = run.records("findings.csv").filter { $0["file"] == "dmc/a.csv" }
    #expect(told.filter { $0["rule"] == "row-long" }.map { $0["row"] } == [""])
    #expect(told.contains { $0["rule"] == "birth-unreadable" })
    #expect(told.allSatisfy { !($0["value"] ?? "").contains("2560") })
    let pairs = run.records("findings.csv").filter { $0["rule"] == "id-in-two-schools" }
    #expect(pairs.map { $0["school"] }.sorted { $0 ?? "" < $1 ?? "" } == ["20010001", "20010002"])
  }

  @Test func cellsUnderTheHeadersOfOthersAreOneFindingWithNoValueShown() async throws {
    // Deleted and inserted cells, as Excel moves them: everything from the grade on stands one to the right.
    let moved = pupils(40).map { pupil in
      pupil.merging([
        "grade": "ป.3", "room": "ป.3", "sex": "1", "title": "ช", "first_name": "เด็กชาย",
        "last_name": "ตัวอย่าง", "birth_date": "ทดสอบ", "weight": "05/11/2560", "height": "25",
        "student_number": "1", "not_removable": "125",
      ]) { $1 }
    }
    let run = try await run([("dmc/a.csv", moved)])
    let told = run.records("findings.csv").filter { $0["file"] == "dmc/a.csv" }
    #expect(told.first?["rule"] == "columns-shifted", "\(told)")
    let inRows = told.filter { $0["rule"] != "columns-shifted" && $0["row"] != "1" }
    #expect(inRows.isEmpty, "\(inRows)")
    #expect(!run.text("findings.csv").contains("05/11/2560"))
    #expect(told.first?["school"] == "20010001")
    let figures = run.records("figures.csv").filter { $0["table"] == "causes" }
    #expect(figures.first { $0["column"] == "pupils" }?["value"] == "40")
    let count = figures.first { $0["column"] == "consequences" }?["value"] ?? ""
    #expect(Int(count) ?? 0 > 40)
    #expect(
      told.first?["message"]?.hasSuffix(" · ข้ออื่นในแถวเดียวกันซึ่งเป็นผลจากสาเหตุนี้: \(count) ข้อ") == true)
    let sheet = run.text("schools/20010001.html")
    #expect(sheet.contains("ข้อมูลทั้งไฟล์อยู่ผิดคอลัมน์"))
    #expect(sheet.contains("2–41"))
  }

  @Test func gatesStillCountEveryRow() async throws {
    let run = try await run([
      ("dmc/a.csv", pupils(50) { _ in ["birth_date": "ไม่ทราบ"] }),
      ("dmc/b.csv", pupils(1, school: "20010002", from: 60)),
    ])
    #expect(findings(run, "birth-unreadable").count == 1)
    #expect(run.outcome.gates.first { $0.name == "errors" }?.found == 50)
  }
}

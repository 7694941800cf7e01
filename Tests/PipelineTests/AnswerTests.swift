import Containers
import Ingest
import Pipeline
import Settings
import Tables
import TestKit
import Testing

/// What schools answer on their sheets, and what the next run makes of it.
@Suite struct AnswerTests {
  private static let list = "รายการแก้ไข"
  private static let explained = "ชี้แจงแล้ว"
  private static let answer = "คำตอบของโรงเรียน"

  /// Runs of one office after each other, with the files that came back from its schools.
  private struct Office {
    let folder: TestFolder
    let plan: Plan

    init(_ overrides: [String] = []) throws {
      folder = try TestFolder()
      plan = try CaseRun.plan(overrides: overrides)
    }

    func run(
      _ pupils: [[String: String]], answers: [(path: String, bytes: [UInt8])] = []
    ) async throws -> Pages {
      let history = try HistoryFile(folder: folder.path)
      let register = SmallOffice.register([
        (code: "20010001", levels: ""), (code: "20010002", levels: ""),
      ])
      let files: [(path: String, bytes: [UInt8])] =
        [
          ("dmc/a.csv", Array(SmallOffice.list(pupils).utf8)),
          ("register/s.csv", Array(register.utf8)),
        ] + answers.map { ("answers/" + $0.path, $0.bytes) }
      let outcome = try await Run(plan).run(CaseRun.files(files, of: plan), history: history)
      try history.record(try #require(outcome.record), on: Day(number: 20_000))
      return Pages(
        all: Dictionary(
          uniqueKeysWithValues: outcome.pages.filter { $0.path != "timings.json" }
            .map { ($0.path, $0.bytes) }))
    }
  }

  private struct Pages {
    let all: [String: [UInt8]]

    func text(_ path: String) -> String { String(decoding: all[path] ?? [], as: UTF8.self) }
    func records(_ path: String) -> [[String: String]] { CSVRecords.read(text(path)) }

    func sheet(_ school: String = "20010001") throws -> FilledWorkbook {
      try FilledWorkbook(try #require(all["schools/\(school).xlsx"]))
    }

    /// A row of `findings-by-school`.
    func figures(_ school: String = "20010001") -> [String: String] {
      var figures: [String: String] = [:]
      for line in records("figures.csv")
      where line["table"] == "findings-by-school" && line["row"] == school {
        figures[line["column"] ?? ""] = line["value"]
      }
      return figures
    }

    /// The findings of some rules, as `row rule`.
    func told(_ prefix: String) -> [String] {
      records("findings.csv").filter { $0["rule"]?.hasPrefix(prefix) ?? false }
        .map { "\($0["row"] ?? "") \($0["rule"] ?? "")" }
    }
  }

  private func pupil(_ number: Int, _ differs: [String: String] = [:]) -> [String: String] {
    ["citizen_id": CheckedNumber.make(number), "student_number": "\(number)"]
      .merging(differs) { $1 }
  }

  /// An error, a warning, and a warning.
  private var pupils: [[String: String]] {
    [pupil(1, ["birth_date": "ไม่ทราบ"]), pupil(2, ["sex": "X"]), pupil(3, ["weight": "0"])]
  }

  @Test func whatIsRightByTheDocumentsIsExplainedAndStillCounts() async throws {
    let office = try Office()
    let before = try await office.run(pupils)
    var sheet = try before.sheet()
    try sheet.fill(Self.answer, in: Self.list, with: ["ถูกต้องตามหลักฐาน"])
    try sheet.fill("หมายเหตุ", in: Self.list, with: ["สูติบัตรไม่มีวันเกิด"])
    try sheet.fill("วันที่ตอบ", in: Self.list, with: ["12/6/2569"])
    let after = try await office.run(pupils, answers: [("ส่งคืน.xlsx", sheet.bytes)])
    #expect(after.text("findings.csv") == before.text("findings.csv"))
    #expect(after.figures()["errors"] == "1" && after.figures()["explained"] == "1")
    let page = after.text("schools/20010001.html")
    #expect(page.contains("ถูกต้องตามหลักฐาน · 12/06/2569 · สูติบัตรไม่มีวันเกิด"))
    let next = try after.sheet()
    #expect(try next.lines(Self.answer, in: Self.list) == ["", ""])
    #expect(try next.lines(Self.answer, in: Self.explained) == ["ถูกต้องตามหลักฐาน"])
    #expect(try next.lines("หมายเหตุ", in: Self.explained) == ["สูติบัตรไม่มีวันเกิด"])
    #expect(try next.lines("วันที่ตอบ", in: Self.explained) == ["12/06/2569"])
    // The new sheet says all that the old one did, and takes its place.
    let again = try await office.run(pupils, answers: [("ส่งคืน.xlsx", next.bytes)])
    #expect(again.figures() == after.figures())
  }

  @Test func whatIsSaidToBeCorrectedAndIsStillFoundIsSaidPlainly() async throws {
    let office = try Office()
    var sheet = try await office.run(pupils).sheet()
    try sheet.fill(Self.answer, in: Self.list, with: ["แก้ไขแล้ว", "กำลังตรวจสอบ"])
    let after = try await office.run(pupils, answers: [("a.xlsx", sheet.bytes)])
    #expect(
      after.text("schools/20010001.html").contains("→ แจ้งว่าแก้ไขแล้ว แต่ยังพบในข้อมูลชุดนี้"))
    #expect(after.text("schools/20010001.html").contains("→ กำลังตรวจสอบ"))
    // It has to be answered again; what is being checked need not.
    #expect(try after.sheet().lines(Self.answer, in: Self.list) == ["", "กำลังตรวจสอบ", ""])
    #expect(after.figures()["explained"] == "0")
  }

  @Test func aReferenceStaysWhenRowsMoveAndIsOfNoUseElsewhere() async throws {
    let (office, other) = (try Office(), try Office())
    let before = try await office.run(pupils).sheet().lines("รหัสอ้างอิง", in: Self.list)
    let moved = [pupil(9)] + pupils.reversed()
    let after = try await office.run(moved).sheet().lines("รหัสอ้างอิง", in: Self.list)
    #expect(Set(before) == Set(after) && Set(before).count == 3)
    let elsewhere = try await other.run(pupils).sheet().lines("รหัสอ้างอิง", in: Self.list)
    #expect(Set(before).isDisjoint(with: elsewhere))
  }

  @Test func theSheetBeginsWithWhatHasChanged() async throws {
    let office = try Office()
    let first = try await office.run(pupils)
    #expect(!first.text("schools/20010001.html").contains("ตั้งแต่การตรวจครั้งก่อน"))
    var sheet = try first.sheet()
    try sheet.fill(Self.answer, in: Self.list, with: ["ถูกต้องตามหลักฐาน"])
    let later = [pupils[0], pupil(2), pupils[2], pupil(4, ["sex": "X"])]
    let after = try await office.run(later, answers: [("a.xlsx", sheet.bytes)])
    let page = after.text("schools/20010001.html")
    let opening = try #require(page.split(separator: "<ul class=\"callouts\">").dropFirst().first)
    #expect(
      opening.prefix(400).replacing("<b data-figure=", with: "\n").contains("ตั้งแต่การตรวจครั้งก่อน"))
    #expect(
      ["mended", "new", "open", "explained"].map { after.figures()[$0] } == ["1", "1", "1", "1"])
    #expect(
      after.records("progress.csv").filter { $0["school"] == "20010001" }
        .map { $0["state"] ?? "" } == ["explained", "open", "new", "mended"])
    // Answers are no data: the comparison is with the same run when they come in later.
    let without = try await office.run(later)
    #expect(without.figures()["new"] == "1" && without.figures()["open"] == "2")
  }

  @Test func theOtherSheetsOfAWorkbookFrightenNobody() async throws {
    let office = try Office()
    let sheet = try await office.run(pupils).sheet()
    let after = try await office.run(pupils, answers: [("a.xlsx", sheet.bytes)])
    #expect(after.records("findings.csv").allSatisfy { $0["file"]?.hasPrefix("answers/") == false })
  }

  @Test func whatCannotBeFollowedIsToldOnceAFile() async throws {
    let office = try Office()
    let reference = try await office.run(pupils).sheet().lines("รหัสอ้างอิง", in: Self.list)[0]
    let lines =
      ["รหัสอ้างอิง,คำตอบ,หมายเหตุ", "\(reference),แก้ไขแล้ว,", "\(reference.lowercased()),ถูกต้อง,"]
      + (0..<3000).map { "ZZZZZ-\(10000 + $0),ถูกต้อง,=cmd|' /C calc'!A0" }
      + ["=HYPERLINK(1),ถูกต้อง,", "\(reference),\"<script>\",", "\(reference),,ไม่มีคำตอบ"]
    let after = try await office.run(
      pupils, answers: [("b.csv", Array(lines.joined(separator: "\n").utf8))])
    #expect(
      after.told("answer-").sorted() == [
        "2 answer-replaced", "3005 answer-unreadable", "4 answer-unknown",
      ])
    let told = after.records("findings.csv").filter { $0["rule"] == "answer-unknown" }
    #expect(told.first?["message"]?.hasPrefix("คำตอบ 3001 บรรทัดในไฟล์นี้มีรหัสอ้างอิง") == true)
    #expect(told.first?["severity"] == "info")
    // The later of the two answers counts.
    #expect(after.figures()["explained"] == "1")
  }

  @Test func aDatedAnswerOutranksTheOnesBeforeIt() async throws {
    let office = try Office()
    let reference = try await office.run(pupils).sheet().lines("รหัสอ้างอิง", in: Self.list)[0]
    let answers = { (dates: [String]) in
      zip(["ถูกต้อง", "กำลังตรวจสอบ"], dates).reduce("รหัสอ้างอิง,คำตอบ,วันที่ตอบ\n") {
        $0 + "\(reference),\($1.0),\($1.1)\n"
      }
    }
    for (dates, explained) in [(["2/6/2569", "1/6/2569"], "1"), (["1/6/2569", "2/6/2569"], "0")] {
      let after = try await office.run(pupils, answers: [("b.csv", Array(answers(dates).utf8))])
      #expect(after.figures()["explained"] == explained, "\(dates)")
    }
  }

  @Test func aSchoolAnswersForItselfOnly() async throws {
    let office = try Office()
    var sheet = try await office.run(pupils).sheet()
    try sheet.fill(Self.answer, in: Self.list, with: ["ถูกต้องตามหลักฐาน", "แก้ไขแล้ว"])
    let own = sheet.bytes
    sheet.replace("รหัสโรงเรียน 20010001", with: "รหัสโรงเรียน 20010002")
    let after = try await office.run(pupils, answers: [("a.xlsx", sheet.bytes)])
    #expect(after.figures()["explained"] == "0")
    #expect(after.told("answer-").map { $0.split(separator: " ").last } == ["answer-other-school"])
    let message = after.records("findings.csv").first { $0["rule"] == "answer-other-school" }
    #expect(message?["message"]?.hasPrefix("คำตอบ 2 บรรทัดในไฟล์นี้เป็นเรื่องของโรงเรียนอื่น") == true)
    // Nor does it take the place of what the school itself has answered.
    let both = try await office.run(pupils, answers: [("a.xlsx", own), ("b.xlsx", sheet.bytes)])
    #expect(both.figures()["explained"] == "1")
    #expect(both.told("answer-").map { $0.split(separator: " ").last } == ["answer-other-school"])
  }

  @Test func aHostileNoteRendersHarmlessly() async throws {
    let office = try Office()
    var sheet = try await office.run(pupils).sheet()
    let note = "&lt;script&gt;alert(1)&lt;/script&gt;" + String(repeating: "ก", count: 5000)
    try sheet.fill(Self.answer, in: Self.list, with: ["ถูกต้องตามหลักฐาน", "อื่น ๆ"])
    try sheet.fill("หมายเหตุ", in: Self.list, with: [note, "=1+1"])
    let after = try await office.run(pupils, answers: [("a.xlsx", sheet.bytes)])
    let page = after.text("schools/20010001.html")
    #expect(page.contains("&lt;script&gt;alert(1)") && !page.contains("<script>alert"))
    #expect(!page.contains(String(repeating: "ก", count: 301)))
    #expect(try after.sheet().lines("หมายเหตุ", in: Self.list).contains("=1+1"))
  }

  @Test func everyLineHasItsValueItsActionAndAListToChooseFrom() async throws {
    let sheet = try await Office().run(pupils).sheet()
    #expect(try sheet.lines("ค่าที่พบ", in: Self.list) == ["ไม่ทราบ", "X", "0"])
    #expect(try sheet.lines("ระดับ", in: Self.list) == ["ผิดพลาด", "เตือน", "เตือน"])
    #expect(
      try sheet.lines("ให้ทำอย่างไร", in: Self.list)
        == [
          "ให้กรอกเป็น วัน/เดือน/ปี พ.ศ. เช่น 05/11/2559", "ให้ระบุ ช หรือ ญ",
          "ให้ชั่งน้ำหนักและกรอกเป็นกิโลกรัม",
        ])
    #expect(
      try sheet.part(Self.list).contains(
        "แก้ไขแล้ว,ถูกต้องตามหลักฐาน,กำลังตรวจสอบ,อื่น ๆ (ระบุในหมายเหตุ)&quot;</formula1>"))
  }

  @Test(arguments: ["th", "en"]) func aSheetIsReadInTheLanguageThatItIsWrittenIn(
    language: String
  ) async throws {
    let office = try Office(["render.language=\(language)"])
    var sheet = try await office.run(pupils).sheet()
    let (list, heading) = language == "th" ? (Self.list, Self.answer) : ("To correct", "Answer")
    let word = language == "th" ? "ถูกต้องตามหลักฐาน" : "Right by the documents"
    try sheet.fill(heading, in: list, with: [word])
    let after = try await office.run(pupils, answers: [("a.xlsx", sheet.bytes)])
    #expect(after.figures()["explained"] == "1" && after.told("answer-") == [])
  }

  @Test func theSameInputsGiveTheSameBytes() async throws {
    let office = try Office()
    var sheet = try await office.run(pupils).sheet()
    try sheet.fill(Self.answer, in: Self.list, with: ["ถูกต้องตามหลักฐาน", "แก้ไขแล้ว"])
    let once = try await office.run(pupils, answers: [("a.xlsx", sheet.bytes)])
    let again = try await office.run(pupils, answers: [("a.xlsx", sheet.bytes)])
    #expect(once.all == again.all)
  }
}

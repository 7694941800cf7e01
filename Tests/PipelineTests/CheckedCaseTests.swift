import Containers
import Ingest
import Pipeline
import Settings
import Tables
import TestKit
import Testing

/// The worklist of duplicates: filled in by the office, and read back by the next run.
@Suite struct CheckedCaseTests {
  private static let list = "รายการซ้ำซ้อน"
  private static let result = "ผลการตรวจสอบ"

  private func pupil(_ number: Int, _ differs: [String: String] = [:]) -> [String: String] {
    let letters = Array("กขคงจฉชซญฐ").map { String($0) }
    return [
      "citizen_id": CheckedNumber.make(number), "student_number": "\(number)",
      "first_name": "สมมุติ" + letters[number / 10 % 10] + letters[number % 10],
    ].merging(differs) { $1 }
  }

  /// One child in two schools under one number; the second, in a higher grade, is the one to keep.
  private func twice(_ number: Int) -> [[String: String]] {
    [
      pupil(number),
      pupil(
        number, ["student_number": "\(number + 500)", "school_code": "20010002", "grade": "ป.4"]),
    ]
  }

  private func run(
    _ pupils: [[String: String]], decisions: [(path: String, bytes: [UInt8])] = [],
    overrides: [String] = []
  ) async throws -> [String: [UInt8]] {
    let plan = try CaseRun.plan(overrides: overrides)
    let register = SmallOffice.register([
      (code: "20010001", levels: ""), (code: "20010002", levels: ""),
    ])
    let files: [(path: String, bytes: [UInt8])] =
      [
        ("dmc/a.csv", Array(SmallOffice.list(pupils).utf8)),
        ("register/s.csv", Array(register.utf8)),
      ] + decisions
    let outcome = try await Run(plan).run(CaseRun.files(files, of: plan))
    return Dictionary(
      uniqueKeysWithValues: outcome.pages.filter { $0.path != "timings.json" }
        .map { ($0.path, $0.bytes) })
  }

  private func records(_ pages: [String: [UInt8]], _ path: String) -> [[String: String]] {
    CSVRecords.read(String(decoding: pages[path] ?? [], as: UTF8.self))
  }

  /// `row kind suggestion decision`, in the order of the file.
  private func lines(_ pages: [String: [UInt8]]) -> [String] {
    records(pages, "duplicates.csv").map { line in
      ["row", "kind", "suggestion", "decision"].map { line[$0] ?? "" }.joined(separator: " ")
    }
  }

  private func told(_ pages: [String: [UInt8]]) -> [String] {
    records(pages, "findings.csv").compactMap { $0["rule"] }
      .filter { $0.hasPrefix("result-") || $0.hasPrefix("decision-") }
  }

  private func headline(_ pages: [String: [UInt8]]) -> [String] {
    ["registrations", "unresolved", "confirmed"].map { item in
      records(pages, "figures.csv").first {
        $0["table"] == "headline" && $0["row"] == "further-\(item)" && $0["column"] == "value"
      }?["value"] ?? ""
    }
  }

  /// The workbook of a run with the results of its registrations filled in.
  private func filled(
    _ pupils: [[String: String]], _ results: [String?], sheet: String = list,
    overrides: [String] = []
  ) async throws -> [UInt8] {
    let pages = try await run(pupils, overrides: overrides)
    var book = try FilledWorkbook(try #require(pages["duplicates.xlsx"]))
    try book.fill(Self.result, in: sheet, with: results)
    return book.bytes
  }

  @Test(arguments: ["decisions.xlsx", "decisions/เขต 1.xlsx"])
  func whoIsFoundIsKeptAndTheOtherIsToBeRemoved(path: String) async throws {
    let before = try await run(twice(1))
    #expect(lines(before) == ["2 same-office check ", "3 same-office keep "])
    #expect(headline(before) == ["1", "1", "0"])
    let book = try await filled(twice(1), ["100 พบ กำลังศึกษา", "203 ย้ายหรือลาออก"])
    let after = try await run(twice(1), decisions: [(path, book)])
    // What was found outranks the rule that keeps the higher grade.
    #expect(lines(after) == ["2 same-office keep found", "3 same-office remove left"])
    #expect(headline(after) == ["1", "0", "1"])
    #expect(told(after) == [])
    #expect(records(after, "findings.csv").allSatisfy { $0["file"] != path })
    // The new workbook says what the old one did; it takes its place.
    let next = try FilledWorkbook(try #require(after["duplicates.xlsx"]))
    #expect(
      try next.lines(Self.result, in: Self.list) == ["100 พบ กำลังศึกษา", "203 ย้ายหรือลาออก"])
    #expect(lines(try await run(twice(1), decisions: [(path, next.bytes)])) == lines(after))
    // Once it is removed nothing is left to be told.
    let mended = try await run([twice(1)[0]], decisions: [(path, book)])
    #expect(lines(mended) == [] && told(mended) == [] && headline(mended) == ["0", "0", "0"])
  }

  @Test(arguments: [
    (["100 พบ กำลังศึกษา", "100 พบ กำลังศึกษา"], ["result-contested"], ["1", "1", "0"]),
    (["201 ไม่พบ", "205 เสียชีวิต"], ["result-nowhere"], ["1", "1", "0"]),
    (["100 พบ กำลังศึกษา", "204 ติดต่อไม่ได้"], [], ["1", "1", "0"]),
    (["201 ไม่พบ", nil], [], ["1", "1", "0"]),
    (["202 จบการศึกษา", "พบ"], [], ["1", "0", "1"]),
    (["เด็กคนเดียวกัน", nil], [], ["1", "0", "1"]),
    (["เด็กคนละคน", nil], [], ["0", "0", "0"]),
    (["น่าจะพบ", "พบ"], ["result-unreadable"], ["1", "1", "0"]),
  ])
  func everyResultMeansSomething(
    _ results: [String?], _ findings: [String], _ figures: [String]
  ) async throws {
    let book = try await filled(twice(1), results)
    let after = try await run(twice(1), decisions: [("decisions.xlsx", book)])
    #expect(told(after) == findings)
    #expect(headline(after) == figures)
  }

  @Test func twoChildrenStayTwoAndTheWorklistRemembersIt() async throws {
    let book = try await filled(twice(1), [nil, "เด็กคนละคน"])
    let after = try await run(twice(1), decisions: [("decisions.xlsx", book)])
    #expect(lines(after) == ["2 collision check different", "3 collision check different"])
    let next = try FilledWorkbook(try #require(after["duplicates.xlsx"]))
    #expect(
      try next.lines(Self.result, in: "เลขเดียวกันคนละคน") == ["เด็กคนละคน", "เด็กคนละคน"])
    #expect(
      lines(try await run(twice(1), decisions: [("decisions.xlsx", next.bytes)])) == lines(after))
  }

  @Test func ofThreeOnlyTheOtherChildGoesItsOwnWay() async throws {
    let three = twice(1) + [pupil(1, ["student_number": "900", "school_code": "20010002"])]
    let book = try await filled(three, [nil, nil, "เด็กคนละคน"])
    let after = try await run(three, decisions: [("decisions.xlsx", book)])
    #expect(
      lines(after).filter { $0.contains("same-office") }.map { $0.prefix(1) } == ["2", "3"])
  }

  /// That one child is not there says nothing of another one with the same number.
  @Test func aCheckJoinsNoTwoChildrenWhoAreClearlyDifferent() async throws {
    let two = [
      pupil(1),
      pupil(
        1,
        [
          "student_number": "501", "school_code": "20010002", "first_name": "วิภาดา",
          "last_name": "อื่นไกล", "birth_date": "09/02/2557", "sex": "ญ",
        ]),
    ]
    let before = try await run(two)
    #expect(lines(before).allSatisfy { $0.contains("collision") } && lines(before).count == 2)
    let book = try await filled(
      two, ["100 พบ กำลังศึกษา", "201 ไม่พบ"], sheet: "เลขเดียวกันคนละคน")
    let after = try await run(two, decisions: [("decisions.xlsx", book)])
    #expect(lines(after) == ["2 collision check found", "3 collision check not-found"])
  }

  @Test func aLaterFileSaysMoreThanAnEarlierOne() async throws {
    let first = try await filled(twice(1), ["204 ติดต่อไม่ได้", "100 พบ กำลังศึกษา"])
    let second = try await filled(twice(1), ["201 ไม่พบ", "100 พบ กำลังศึกษา"])
    let after = try await run(
      twice(1), decisions: [("decisions/2.xlsx", second), ("decisions/1.xlsx", first)])
    #expect(lines(after) == ["2 same-office remove not-found", "3 same-office keep found"])
    #expect(told(after) == ["decision-replaced"])
  }

  @Test func decisionsAndResultsMayStandInOneFolder() async throws {
    let book = try await filled(twice(1), ["201 ไม่พบ", "100 พบ กำลังศึกษา"])
    let review = "record,other,decision\n1:20010001,501:20010002,different\n"
    let after = try await run(
      twice(1),
      decisions: [("decisions/ก.csv", Array(review.utf8)), ("decisions/ข.xlsx", book)])
    // What somebody has decided stands above what only follows from a check.
    #expect(lines(after).allSatisfy { $0.contains("collision") })
  }

  @Test func hostileWorklistsAreHarmless() async throws {
    let lines = (0..<2000).map { "1,\($0 % 3 == 0 ? "1:20010001" : "x:\($0)"),100" }
    let text =
      "ลำดับ,record,ผลการตรวจสอบ\n" + lines.joined(separator: "\n")
      + "\n2,1:20010001,=cmd|calc\n3,,100\n4,-:-,100\n"
    let after = try await run(twice(1), decisions: [("decisions/a.csv", Array(text.utf8))])
    #expect(self.lines(after) == ["2 same-office keep found", "3 same-office check "])
    #expect(Set(told(after)) == ["decision-unknown", "result-unreadable"])
  }

  @Test func theListToChooseFromIsInTheWorkbook() async throws {
    let pages = try await run(twice(1), overrides: ["render.language=en"])
    let book = try FilledWorkbook(try #require(pages["duplicates.xlsx"]))
    #expect(
      try book.part("Duplicates").contains(
        "100 found and studying,201 not found,202 graduated,203 moved or left,"
          + "204 cannot be reached,205 deceased,206 other,One child,Two children&quot;</formula1>"))
  }

  @Test func theSameInputsGiveTheSameBytes() async throws {
    let book = try await filled(twice(1), ["201 ไม่พบ", "100 พบ กำลังศึกษา"])
    let once = try await run(twice(1), decisions: [("decisions.xlsx", book)])
    #expect(try await run(twice(1), decisions: [("decisions.xlsx", book)]) == once)
  }
}

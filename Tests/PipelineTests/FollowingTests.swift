import Ingest
import Pipeline
import Settings
import Tables
import TestKit
import Testing

/// Whom of the round before the pupils of a small office are.
@Suite struct FollowingTests {
  /// A pupil with names, parents and a birth date of its own.
  private func pupil(_ number: Int, _ differs: [String: String] = [:]) -> [String: String] {
    let heads = ["กร", "ขวัญ", "จิต", "ชล", "ณัฐ", "ดา", "ธน", "ปิ่น", "พร", "มณี"]
    let ends = ["ชัย", "ดี", "ทอง", "นภา", "บุญ", "พล", "ภัทร", "รัตน์", "วรรณ", "ศรี"]
    let name = { (seed: Int) in heads[seed / 10 % 10] + ends[seed % 10] }
    return [
      // Numbers far apart, so that none is nearly another one.
      "citizen_id": CheckedNumber.make(number * 577), "student_number": "\(number)",
      "first_name": name(number * 7 + 3), "last_name": name(number * 13 + 1) + "สกุล",
      "father_first_name": name(number * 17 + 5), "mother_first_name": name(number * 23 + 8),
      "birth_date": "\(10 + number % 18)/0\(1 + number % 9)/2560", "weight": "\(20 + number % 9)",
    ].merging(differs) { $1 }
  }

  private func run(
    _ pupils: [[String: String]], previous: [[String: String]], term: Int = 2,
    overrides: [String] = [], jobs: Int = 1
  ) async throws -> Outcome {
    let plan = try CaseRun.plan(overrides: ["round.term=\(term)"] + overrides, jobs: jobs)
    let register = SmallOffice.register(
      ["20010001", "20010002", "20010003"].map { (code: $0, levels: "") })
    return try await Run(plan).run([
      InputFile(
        path: "dmc/a.csv", dataset: "student", bytes: Array(SmallOffice.list(pupils).utf8)),
      InputFile(
        path: "previous/a.csv", dataset: "previous", bytes: Array(SmallOffice.list(previous).utf8)),
      InputFile(path: "register/s.csv", dataset: "school", bytes: Array(register.utf8)),
    ])
  }

  private func records(_ page: String, of outcome: Outcome) -> [[String: String]] {
    CSVRecords.read(
      String(decoding: outcome.pages.first { $0.path == page }?.bytes ?? [], as: UTF8.self))
  }

  /// The lines of `movements.csv`, as `now 2 stayed same same before 2`.
  private func movements(_ outcome: Outcome) -> [String] {
    records("movements.csv", of: outcome).map { line in
      let other = line["other_row"] ?? ""
      let side = line["dataset"] == "student" ? "now" : "before"
      return [
        side, line["row"] ?? "", line["movement"] ?? "", line["step"] ?? "",
        line["identity"] ?? "", other.isEmpty ? "" : "before " + other,
      ].filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  /// Pupils who are in both lists and of no account, so that the schools have lists in both rounds.
  private func others(_ numbers: ClosedRange<Int>) -> [[String: String]] {
    numbers.map { pupil($0, ["school_code": "2001000\($0 % 2 + 1)"]) }
  }

  @Test func findsTheChildWhateverHasChangedOfIt() async throws {
    let other = others(40...59)
    let previous = [
      pupil(1), pupil(2), pupil(3, ["citizen_id": "G642000000003"]), pupil(4), pupil(5),
      pupil(6, ["citizen_id": "G642000000006"]), pupil(7),
    ]
    let wrong = String(CheckedNumber.make(7 * 577).dropLast(2)) + "00"
    let elsewhere = ["school_code": "20010002"]
    let now = [
      pupil(1), pupil(2, elsewhere), pupil(3, elsewhere), pupil(4, ["first_name": "สมหมาย"]),
      pupil(5, ["last_name": "ใจงาม"]),
      // Moved, renamed, and given a number.
      pupil(6, elsewhere.merging(["last_name": "ใจงาม"]) { $1 }), pupil(7, ["citizen_id": wrong]),
    ]
    let found = movements(try await run(now + other, previous: previous + other))
    #expect(
      Array(found.prefix(7)) == [
        "now 2 stayed same same before 2", "now 3 moved same same before 3",
        "now 4 moved same g-code-to-number before 4",
        "now 5 stayed same given-name-changed before 5",
        "now 6 stayed same surname-changed before 6",
        "now 7 moved same g-code-to-number+surname-changed before 7",
        "now 8 stayed same number-changed before 8",
      ])
    #expect(found.count == 27)
  }

  /// A G-code gives way to a number and the child is called otherwise: parents, surname and birthday tell.
  @Test func findsAChildWhoMovedAndHasANumberAndAnotherGivenName() async throws {
    let other = others(40...59)
    let found = movements(
      try await run(
        [pupil(6, ["school_code": "20010002", "first_name": "สมหมาย"])] + other,
        previous: [pupil(6, ["citizen_id": "G642000000006"])] + other))
    #expect(found.first == "now 2 moved same g-code-to-number+given-name-changed before 2")
  }

  /// One has gone and one has come, and they are not one child.
  @Test(arguments: [
    // A twin, a younger brother, a namesake, another child who was given the number.
    ["citizen_id": CheckedNumber.make(9 * 577), "first_name": "สมหมาย"],
    [
      "citizen_id": CheckedNumber.make(9 * 577), "first_name": "สมหมาย",
      "birth_date": "01/02/2562",
    ],
    ["citizen_id": CheckedNumber.make(9 * 577), "birth_date": "01/02/2562"],
    ["first_name": "สมหมาย", "last_name": "ใจงาม", "birth_date": "01/02/2562", "sex": "ญ"],
  ]) func joinsNobodyWithABrotherATwinOrANamesake(differs: [String: String]) async throws {
    let other = others(40...59)
    let found = movements(
      try await run([pupil(1, differs)] + other, previous: [pupil(1)] + other))
    #expect(found.first == "now 2 joined" && found.last == "before 2 left")
  }

  @Test func twinsAreEachFoundThemselves() async throws {
    let other = others(40...59)
    let twin = ["citizen_id": CheckedNumber.make(9 * 577), "first_name": "สมหมาย"]
    let code = ["citizen_id": "G642000000006"]
    let found = movements(
      try await run(
        [pupil(1, twin), pupil(1)] + other, previous: [pupil(1, code), pupil(1, twin)] + other))
    #expect(
      Array(found.prefix(2)) == [
        "now 2 stayed same same before 3", "now 3 stayed same g-code-to-number before 2",
      ])
  }

  @Test(arguments: [
    (1, ["graduated", "left", "not-removable", "no-list"]),
    (2, ["left", "left", "not-removable", "no-list"]),
  ]) func saysWhyAPupilIsGone(term: Int, kinds: [String]) async throws {
    let gone = [
      pupil(1, ["grade": "ป.6"]), pupil(2, ["grade": "ป.5"]),
      pupil(3, ["grade": "ป.6", "not_removable": "ใช่"]),
      pupil(4, ["school_code": "20010003", "grade": "ป.6"]),
    ]
    let found = movements(
      try await run(others(40...49), previous: gone + others(40...49), term: term))
    #expect(found.suffix(4) == zip(2..., kinds).map { "before \($0) \($1)" }[...])
  }

  @Test func saysHowFarAPupilHasComeAcrossTheYears() async throws {
    let grades = [("ป.1", "ป.2"), ("ป.2", "ป.2"), ("ป.3", "ป.5"), ("ม.3", "ปวช.1"), ("ป.1", "")]
    let before = grades.enumerated().map { pupil($0 + 1, ["grade": $1.0]) }
    let now = grades.enumerated().map { pupil($0 + 1, ["grade": $1.1]) }
    let steps = records("movements.csv", of: try await run(now, previous: before, term: 1))
      .map { $0["step"] ?? "" }
    #expect(steps == ["promoted", "repeated", "other", "promoted", "unknown"])
    let sameYear = try await run(
      now, previous: before, term: 1, overrides: ["deduplicate.student.follow.years=0"])
    #expect(
      records("movements.csv", of: sameYear).map { $0["step"] ?? "" }
        == ["other", "same", "other", "other", "unknown"])
  }

  @Test func aSchoolWithoutAListBeforeHasNoNewcomers() async throws {
    let other = others(40...49)
    let found = movements(
      try await run(
        [pupil(1, ["school_code": "20010003"]), pupil(2)] + other, previous: other))
    #expect(Array(found.prefix(2)) == ["now 2 no-list", "now 3 joined"])
  }

  /// A child who is listed twice in both rounds is followed once, by the registration that counts.
  @Test func aChildWhoIsRegisteredTwiceIsFollowedOnce() async throws {
    let other = others(40...59)
    let twice = [
      pupil(1),
      pupil(1, ["school_code": "20010002", "student_number": "99", "not_removable": "ใช่"]),
    ]
    let outcome = try await run(twice.reversed() + other, previous: twice + other)
    #expect(
      Array(movements(outcome).prefix(2)) == [
        "now 3 stayed same same before 2", "now 4 stayed same same before 4",
      ])
    // The registrations of the round before are nobody's work any more.
    #expect(
      records("duplicates.csv", of: outcome).allSatisfy { $0["file"] == "dmc/a.csv" })
  }

  @Test func theOrderOfTheRowsAndThreadsIsOfNoAccount() async throws {
    let other = others(40...79)
    let previous = others(1...9).map {
      $0.merging(["citizen_id": "G6420000000\($0["student_number"] ?? "")0"]) { $1 }
    }
    let now = others(1...9).map { $0.merging(["last_name": "ใจงาม"]) { $1 } }
    let one = try await run(now + other, previous: previous + other)
    let two = try await run(
      (now + other).reversed(), previous: (previous + other).reversed(), jobs: 3)
    let told = { (outcome: Outcome, rows: Int) in
      Set(
        records("movements.csv", of: outcome).map { line in
          let row = { (cell: String) in
            Int(line[cell] ?? "").map { rows > 0 ? rows + 3 - $0 : $0 } ?? 0
          }
          return
            "\(row("row")) \(line["movement"] ?? "") \(line["identity"] ?? "") \(row("other_row"))"
        })
    }
    #expect(told(one, 0) == told(two, now.count + other.count))
    #expect(
      records("figures.csv", of: one).filter { $0["table"]?.hasPrefix("mov") ?? false }
        == records("figures.csv", of: two).filter { $0["table"]?.hasPrefix("mov") ?? false })
  }

  @Test func withoutAListOfBeforeNothingIsFollowed() async throws {
    let outcome = try await run([pupil(1)], previous: [])
    #expect(!outcome.pages.contains { $0.path == "movements.csv" })
    #expect(!records("figures.csv", of: outcome).contains { $0["table"] == "movements" })
    let summary = outcome.pages.first { $0.path == "summary.html" }?.bytes ?? []
    #expect(String(decoding: summary, as: UTF8.self).contains("ไม่ได้ให้บัญชีรายชื่อของรอบก่อน"))
  }

  @Test func thePublicIsGivenNoRows() async throws {
    let outcome = try await run(
      [pupil(1)], previous: [pupil(1)], overrides: ["render.audience=public"])
    #expect(!outcome.pages.contains { $0.path == "movements.csv" })
  }

  @Test(arguments: [
    (
      "dataset=student",
      "--set deduplicate.student.follow.dataset=student:1:1: error: expected another dataset, found 'student'"
    ),
    (
      "years=9",
      "--set deduplicate.student.follow.years=9:1:1: error: expected a number of academic years from 0 to 5, found '9'"
    ),
    (
      "dataset=school",
      "--set deduplicate.student.follow.dataset=school:1:1: error: expected a dataset with the column citizen_id, a column of identifier, found 'school'"
    ),
  ]) func aMistakeIsToldWithItsPlace(replacement: String, message: String) throws {
    let error = try #require(throws: SettingsErrors.self) {
      try CaseRun.plan(overrides: ["deduplicate.student.follow." + replacement])
    }
    #expect(error.all.map { $0.description } == [message])
  }
}

import Ingest
import Pipeline
import Settings
import Tables
import TestKit
import Testing

/// Rows against each other and against the register, through the whole walk.
@Suite struct RegistrationTests {
  private static let schools = [
    (code: "20010001", levels: "อนุบาล-ประถมศึกษา"), (code: "20010002", levels: "อนุบาล-ม.ต้น"),
  ]

  /// The lines of a file of the run, without its header.
  private func lines(
    _ pupils: [[String: String]], _ file: String, _ columns: [String]
  ) async throws -> [String] {
    let shelf = Shelf.files { _ in nil }
    let text = try #require(EmbeddedFiles.text("dmc-students.yaml"))
    let plan = try Plan(text: text, path: "p.yaml", shelf: shelf, options: RunOptions())
    let outcome = try await Run(plan).run([
      InputFile(
        path: "dmc/a.csv", dataset: "student", bytes: Array(SmallOffice.list(pupils).utf8)),
      InputFile(
        path: "register/s.csv", dataset: "school",
        bytes: Array(SmallOffice.register(Self.schools).utf8)),
    ])
    let bytes = outcome.pages.first { $0.path == file }?.bytes ?? []
    let rows = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map { String($0) } }
    let header = try #require(rows.first)
    let places = columns.map { header.firstIndex(of: $0) ?? 0 }
    return rows.dropFirst().map { row in places.map { row[$0] }.joined(separator: " ") }
  }

  private func duplicates(_ pupils: [[String: String]]) async throws -> [String] {
    try await lines(pupils, "duplicates.csv", ["cluster", "row", "kind", "suggestion"])
  }

  private func findings(_ pupils: [[String: String]], of rule: String) async throws -> [String] {
    try await lines(pupils, "findings.csv", ["rule", "row"])
      .filter { $0.hasPrefix(rule + " ") }.map { String($0.dropFirst(rule.count + 1)) }
  }

  @Test func theSameNumberTwiceInASchoolIsOneChild() async throws {
    #expect(
      try await duplicates([[:], ["first_name": "ตัวอยาง"]])
        == ["1 2 same-school keep", "1 3 same-school remove"])
  }

  @Test func theSameNumberInTwoSchoolsIsCheckedByBoth() async throws {
    let pupils = [[:], ["school_code": "20010002", "not_removable": "true"]]
    #expect(
      try await duplicates(pupils) == ["1 2 same-office keep", "1 3 same-office check"])
    #expect(
      try await duplicates(pupils.reversed()) == ["1 2 same-office check", "1 3 same-office keep"])
  }

  @Test func oneNumberOnDifferentChildrenIsNotMerged() async throws {
    let other = ["first_name": "สมหญิง", "last_name": "ใจดี", "birth_date": "01/02/2559"]
    #expect(try await duplicates([[:], other]) == ["1 2 shared check", "1 3 shared check"])
  }

  @Test func twinsWithOneNumberInASchoolAreDifferentChildren() async throws {
    #expect(
      try await duplicates([[:], ["first_name": "สมหญิง"]])
        == ["1 2 shared check", "1 3 shared check"])
  }

  @Test func aChangedGivenNameInAnotherSchoolIsOneChild() async throws {
    #expect(
      try await duplicates([[:], ["first_name": "สมหญิง", "school_code": "20010002"]])
        == ["1 2 same-office keep", "1 3 same-office check"])
  }

  @Test func anInvalidNumberProvesNothing() async throws {
    let invalid = ["citizen_id": "1100000000017"]
    #expect(try await duplicates([invalid, invalid]).isEmpty)
  }

  @Test func aGCodeIsAsGoodAsANumber() async throws {
    let code = ["citizen_id": "G642000000001"]
    #expect(try await duplicates([code, code]).count == 2)
  }

  @Test func aGCodeAndANumberOfOneChildAreToldTogether() async throws {
    let pupils = [
      [:], ["citizen_id": "G642000000001"], ["first_name": "สมหญิง", "citizen_id": "1234567890121"],
    ]
    #expect(try await findings(pupils, of: "gcode-and-number") == ["2", "3"])
  }

  @Test func aSchoolThatTheRegisterLacksIsTold() async throws {
    #expect(
      try await findings(
        [[:], ["school_code": "20019999", "citizen_id": "-"]], of: "school-unknown")
        == ["3"])
  }

  @Test func theMinistryCodeMeansTheSameSchool() async throws {
    let pupils = [[:], ["school_code": "1020010001"]]
    #expect(try await findings(pupils, of: "school-unknown").isEmpty)
    #expect(
      try await duplicates(pupils) == ["1 2 same-school keep", "1 3 same-school remove"])
  }

  @Test func aGradeOutsideTheLevelsOfferedIsTold() async throws {
    let pupils = [[:], ["grade": "ม.1"], ["grade": "ม.1", "school_code": "20010002"]]
    #expect(try await findings(pupils, of: "grade-not-offered") == ["3"])
  }

  @Test func aRoomThatIsLeftOutIsToldAtTheRoomAfterIt() async throws {
    let pupils = ["1", "3", "3", "4"].map { ["room": $0] }
    #expect(try await findings(pupils, of: "room-gap") == ["3"])
  }

  @Test func aNumberOnHundredsOfNamesIsNobodysOwn() async throws {
    let pupils = (0..<300).map { ["first_name": "ชื่อ\($0)"] }
    let lines = try await duplicates(pupils)
    #expect(lines.count == 300)
    #expect(lines.allSatisfy { $0.contains(" shared check") })
  }

  @Test func whatCannotBeACodeIsNoSchool() async throws {
    let pupils = [["school_code": "1100000000016"], ["school_code": "สมชาย"]]
    #expect(try await findings(pupils, of: "school-code-malformed") == ["2", "3"])
    // The consequence is not told beside its cause.
    #expect(try await findings(pupils, of: "school-unknown").isEmpty)
  }

  @Test func aCodeThatStandsTwiceInTheRegisterIsTold() async throws {
    let shelf = Shelf.files { _ in nil }
    let text = try #require(EmbeddedFiles.text("dmc-students.yaml"))
    let plan = try Plan(text: text, path: "p.yaml", shelf: shelf, options: RunOptions())
    let register = SmallOffice.register(Self.schools + [(code: "20010001", levels: "")])
    let outcome = try await Run(plan).run([
      InputFile(path: "dmc/a.csv", dataset: "student", bytes: Array(SmallOffice.list([[:]]).utf8)),
      InputFile(path: "register/s.csv", dataset: "school", bytes: Array(register.utf8)),
    ])
    let findings = outcome.pages.first { $0.path == "findings.csv" }?.bytes ?? []
    let told = String(decoding: findings, as: UTF8.self)
    #expect(told.contains("register-code-twice,error,register/s.csv,,4,school_code,20010001,"))
  }
}

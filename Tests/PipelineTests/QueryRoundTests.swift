import TestKit
import Testing

/// Rules and tables that see a whole round at once, in SQL and not, against counts made here from the same lists.
@Suite struct QueryRoundTests {
  private let register = SmallOffice.register(
    [1, 2, 3].map { (code: "2001000\($0)", levels: "") })

  private func run(_ pipeline: String, _ files: [(String, String)]) async throws -> CaseRun {
    let files = files + [("register/schools.csv", register)]
    return try await CaseRun(
      pipeline: pipeline, files: files.map { (path: $0, bytes: Array($1.utf8)) })
  }

  // MARK: DMC

  private struct Class: Hashable {
    let school: String
    let grade: String
    var room: String
  }

  @Test(arguments: 1...5) func roomsWithFewPupilsAreThoseThatAPersonWouldCount(
    seed: UInt64
  ) async throws {
    var random = SeededGenerator(seed)
    let pupils = (0..<90).map { _ in
      Class(
        school: "2001000\(Int.random(in: 1...3, using: &random))",
        grade: Bool.random(using: &random) ? "ป.1" : "ป.2",
        room: ["1", "1", "1", "1", "1", "1", "2", "2", "3", ""].randomElement(using: &random) ?? "")
    }
    let sizes = Dictionary(pupils.map { ($0, 1) }, uniquingKeysWith: +)
    let expected = pupils.enumerated().filter { _, own in
      let beside = sizes.filter { $0.key.school == own.school && $0.key.grade == own.grade }
      let largest = beside.filter { $0.key.room != "" }.values.max() ?? 0
      return own.room != "" && sizes[own] ?? 0 <= 2 && largest >= 10
    }.map { String($0.offset + 2) }

    let list = SmallOffice.list(
      pupils.enumerated().map { index, own in
        [
          "school_code": own.school, "grade": own.grade, "room": own.room,
          "citizen_id": String(1_100_000_000_000 + index), "student_number": String(index),
        ]
      })
    let findings = try await run("dmc-students", [("dmc/list.csv", list)]).records("findings.csv")
    let found = findings.filter { $0["rule"] == "room-nearly-empty" }.compactMap { $0["row"] }
    #expect(found == expected)
  }

  // MARK: EMIS

  /// Pupils and rooms by grade, and staff of one position, by the last digit of the school.
  private let pupils: [(school: Int, grade: String, pupils: Int, rooms: Int)] = [
    (1, "ป.1", 45, 2), (1, "ป.2", 40, 1), (2, "ป.1", 30, 1),
  ]
  private let staff: [(school: Int, position: String, persons: Int)] = [
    (1, "ครู", 1), (1, "ลูกจ้างชั่วคราว", 9),
  ]

  private func lists() -> [(String, String)] {
    let pupils = pupils.map {
      "10200\(10000 + $0.school),\($0.grade),\($0.pupils),0,\($0.pupils),\($0.rooms)"
    }
    let staff = staff.map {
      "10200\(10000 + $0.school),\($0.position),-,-,\($0.persons),0,\($0.persons)"
    }
    return [
      ("emis/pupils.csv", (["รหัสโรงเรียน,ชั้น,ชาย,หญิง,รวม,ห้องเรียน"] + pupils).joined(separator: "\n")),
      (
        "emis/staff.csv",
        (["รหัสโรงเรียน,ตำแหน่ง,วิทยฐานะ,ระดับ ตำแหน่ง,ชาย,หญิง,รวม"] + staff).joined(separator: "\n")
      ),
    ]
  }

  @Test func ratiosAreThoseOfTheLists() async throws {
    let run = try await run("emis-schools", lists())
    let figures = run.records("figures.csv").filter { $0["table"] == "ratios-by-school" }
    let values = Dictionary(
      uniqueKeysWithValues: figures.map { ("\($0["row"] ?? "") \($0["column"] ?? "")", $0) })
    let expected: [(String, String, String)] = [
      ("20010001 pupils", "85", "3"), ("20010001 rooms", "3", "3"), ("20010001 teachers", "1", "3"),
      ("20010001 pupils_per_teacher", "85", "3"), ("20010001 pupils_per_room", "28.33", "3"),
      ("20010002 pupils", "30", "1"), ("20010002 teachers", "", "1"),
      ("20010002 pupils_per_teacher", "", "1"), ("20010002 pupils_per_room", "30", "1"),
      ("20010003 pupils", "", "0"), ("20010003 pupils_per_room", "", "0"),
    ]
    for (key, value, rows) in expected {
      #expect(values[key]?["value"] == value, "\(key)")
      #expect(values[key]?["rows"] == rows, "\(key)")
    }
    #expect(figures.count == 3 * 5)
  }

  @Test func aSchoolWithTooFewTeachersIsTold() async throws {
    let findings = try await run("emis-schools", lists()).records("findings.csv")
    let found = findings.filter { $0["rule"] == "pupils-per-teacher" }
    #expect(found.map { $0["school"] } == ["20010001"])
    #expect(
      found.first?["message"]?.contains("มีนักเรียน 85 คน แต่มีครู 1 คน") ?? false, "\(found)")
  }
}

import Pipeline
import TestKit
import Testing

/// A row whose cells have moved, and which has as many as its header.
@Suite struct ShiftedRowTests {
  private let moved = [
    "citizen_id": "", "student_number": CheckedNumber.make(7), "grade": "9", "room": "ป.3",
    "sex": "1", "title": "ช", "first_name": "เด็กชาย", "last_name": "สมมุติ", "birth_date": "สมมุติสกุล",
    "weight": "05/11/2560", "height": "25", "not_removable": "125",
  ]

  private func run(_ overrides: [String] = []) async throws -> CaseRun {
    try await CaseRun(
      pipeline: "dmc-students",
      files: [
        ("dmc/a.csv", Array(SmallOffice.list([[:], moved]).utf8)),
        ("register/s.csv", Array(SmallOffice.register([("20010001", "")]).utf8)),
      ])
  }

  @Test func isToldOnceAtItsFirstMisplacedCell() async throws {
    let told = try await run().records("findings.csv").filter { $0["rule"] == "row-shifted" }
    #expect(told.map { "\($0["row"] ?? "") \($0["column"] ?? "")" } == ["3 weight"])
  }

  /// Only a year of four digits that a list knows makes a date of three numbers.
  @Test(arguments: [["room": "1/2/63"], ["grade": "ม.5/2/63"], ["weight": "1/2/2700"]])
  func whatMayBeNoDateIsNoSignOfMovedCells(_ differs: [String: String]) async throws {
    let run = try await CaseRun(
      pipeline: "dmc-students",
      files: [
        ("dmc/a.csv", Array(SmallOffice.list([differs]).utf8)),
        ("register/s.csv", Array(SmallOffice.register([("20010001", "")]).utf8)),
      ])
    #expect(!run.records("findings.csv").isEmpty)
    #expect(!run.records("findings.csv").contains { $0["rule"] == "row-shifted" })
  }

  /// No header says what its values are, so that none of them is shown, whatever else is found there.
  @Test func showsNoneOfItsValuesToADirector() async throws {
    let run = try await run()
    let lines = run.records("findings.csv").filter { $0["row"] == "3" }
    #expect(lines.count > 3)
    #expect(Set(lines.map { $0["value"] ?? "" }).isSubset(of: ["", "…"]))
    for hidden in ["05/11/2560", "สมมุติสกุล", CheckedNumber.make(7)] {
      #expect(!run.text("findings.csv").contains(hidden))
    }
  }
}

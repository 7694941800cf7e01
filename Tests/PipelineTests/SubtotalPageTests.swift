import Pipeline
import TestKit
import Testing

/// The rows of totals of an EMIS page are compared with its grades, and never counted.
@Suite struct SubtotalPageTests {
  private func run(_ rows: [String]) async throws -> CaseRun {
    let text =
      (["รหัสโรงเรียน,ปีการศึกษา,ชั้น,ชาย,หญิง,รวม,ห้องเรียน"]
      + rows.map { "1020990001,2569," + $0 }).joined(separator: "\n") + "\n"
    let register = try ProjectFiles.bytes("fixtures/exports/school-register/utf-8.csv")
    return try await CaseRun(
      pipeline: "emis-schools",
      files: [("emis/pupils.csv", Array(text.utf8)), ("register/schools.csv", register)])
  }

  private let grades = ["อบ.2,5,6,11,1", "อบ.3,4,4,8,1", "รวม อบ.,9,10,19,2", "ป.1,7,7,14,1"]

  @Test func aTotalThatDisagreesIsToldWithItsSchoolAndBothNumbers() async throws {
    let run = try await run(grades + ["รวมประถม,7,8,14,1", "รวมทั้งหมด,16,17,33,4"])
    let told = run.records("findings.csv").filter { $0["rule"] == "subtotal-differs" }
    #expect(
      told.map { "\($0["row"] ?? "") \($0["column"] ?? "")" } == ["6 female", "7 rooms"])
    #expect(
      told.first?["message"]?.hasPrefix("แถวรวมระบุ 8 แต่แถวที่รวมบวกกันได้ 7 ") == true)
    #expect(Set(told.map { $0["school"] ?? "" }).count == 1)
    #expect(told.first?["school"]?.isEmpty == false)
  }

  @Test func totalsAreInTheLedgerAndInNoFigure() async throws {
    let run = try await run(grades + ["รวมประถม,7,7,14,1", "รวมทั้งหมด,16,17,33,3"])
    let figures = run.records("figures.csv")
    #expect(!run.text("findings.csv").contains("subtotal-differs"))
    func value(_ table: String, _ row: String, _ column: String) -> String? {
      figures.first { $0["table"] == table && $0["row"] == row && $0["column"] == column }?["value"]
    }
    #expect(value("pupils-by-school", "total", "total") == "33")
    #expect(value("ledger", "total", "total") == "3")
  }
}

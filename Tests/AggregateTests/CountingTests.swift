import Ingest
import Pipeline
import Settings
import Tables
import TestKit
import Testing

/// Counting, shown on a handful of pupils.
@Suite struct CountingTests {
  private func figures(
    _ pupils: [[String: String]], more: [InputFile] = []
  ) async throws -> [String: String] {
    let shelf = Shelf.files { _ in nil }
    let text = try #require(EmbeddedFiles.text("dmc-students.yaml"))
    let plan = try Plan(text: text, path: "p.yaml", shelf: shelf, options: RunOptions())
    let register = SmallOffice.register([
      (code: "20010001", levels: ""), (code: "20010002", levels: ""),
      (code: "20010003", levels: ""),
    ])
    let outcome = try await Run(plan).run(
      more + [
        InputFile(
          path: "dmc/a.csv", dataset: "student", bytes: Array(SmallOffice.list(pupils).utf8)),
        InputFile(path: "register/s.csv", dataset: "school", bytes: Array(register.utf8)),
      ])
    let bytes = outcome.pages.first { $0.path == "figures.csv" }?.bytes ?? []
    let rows = String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map { String($0) } }
    return Dictionary(
      uniqueKeysWithValues: rows.map { ($0.prefix(3).joined(separator: " "), $0[3]) })
  }

  private let pupils = [
    [:],
    ["school_code": "20010002", "not_removable": "true"],
    ["citizen_id": "1234567890121", "sex": "ญ", "grade": "อ.2", "title": "เด็กหญิง"],
    ["citizen_id": "-", "sex": "?", "grade": "ม.9", "school_code": "20010002", "first_name": "ก"],
  ]

  @Test func aChildInTwoSchoolsCountsOnce() async throws {
    let figures = try await figures(pupils)
    #expect(figures["students-by-school total all/all"] == "3")
    #expect(figures["registrations-by-school total all/all"] == "4")
    #expect(figures["students-by-school 20010001 ป.3/ช"] == "1")
    #expect(figures["students-by-school 20010002 ป.3/ช"] == "0")
    #expect(figures["registered-and-persons total further"] == "1")
  }

  @Test func whatHasNoGradeOrSexIsCountedApartAndInTheTotals() async throws {
    let figures = try await figures(pupils)
    #expect(figures["students-by-school 20010002 unknown/unknown"] == "1")
    #expect(figures["students-by-grade unknown all"] == "1")
    #expect(figures["students-by-grade total all"] == "3")
    #expect(figures["students-by-grade pre-primary all"] == "1")
    #expect(figures["students-by-grade primary all"] == "1")
  }

  @Test func nothingHandedInIsNotZero() async throws {
    let empty = InputFile(
      path: "dmc/20010003.csv", dataset: "student", bytes: Array(SmallOffice.list([]).utf8))
    let silent = try await figures(pupils)
    let zero = try await figures(pupils, more: [empty])
    #expect(silent["students-by-school 20010003 all/all"] == "")
    #expect(zero["students-by-school 20010003 all/all"] == "0")
    #expect(silent["headline schools-not-submitted value"] == "1")
    #expect(zero["headline schools-without-pupils value"] == "1")
  }

  @Test func addingOnePupilAddsOneWhereItBelongsAndNowhereElse() async throws {
    let before = try await figures(pupils)
    let after = try await figures(pupils + [["citizen_id": "1000000000009", "first_name": "ใหม่"]])
    let changed = Set(after.keys).filter {
      $0.hasPrefix("students-by-school ") && before[$0] != after[$0]
    }
    #expect(
      changed
        == Set(
          ["20010001", "total"].flatMap { row in
            ["ป.3/ช", "ป.3/all", "primary/ช", "primary/all", "all/ช", "all/all"].map {
              "students-by-school \(row) \($0)"
            }
          }))
  }
}

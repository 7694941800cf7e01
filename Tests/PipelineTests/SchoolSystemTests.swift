import Pipeline
import TestKit
import Testing

/// The pipelines of EMIS and of buildings, over the synthetic exports of one school.
///
/// What a person adds up in `expected.csv` of each export is what the summary shows.
@Suite struct SchoolSystemTests {
  private static let register = ("register/schools.csv", "school-register/utf-8.csv")

  static let emis = [
    ("emis/pupils.html", "emis-students-by-grade/page.html"),
    ("emis/staff.html", "emis-staff/page.html"), ("emis/ict.html", "emis-ict/page.html"),
    ("emis/1020990001 equipment.xls", "emis-equipment/table.xls"),
    ("emis/area.html", "emis-service-area/page.html"), ("emis/basic.html", "emis-basic/page.html"),
    register,
  ]

  static let buildings = [
    ("buildings/b-obec.html", "b-obec-school/page.html"),
    ("buildings/1020990001.xlsx", "obec-asset-buildings/workbook.xlsx"),
    ("buildings/1020990001.html", "emis-buildings/1020990001.html"), register,
  ]

  @Test(arguments: [
    ("pupils-by-school", "emis-students-by-grade", ["male", "female", "total", "rooms"]),
    ("staff-by-school", "emis-staff", ["male", "female", "total"]),
    ("computers-by-school", "emis-ict", ["total", "usable", "unusable"]),
    (
      "service-area-by-school", "emis-service-area",
      ["male", "female", "total", "in_school", "not_in_school"]
    ),
  ])
  func aSchoolsFiguresAreTheSumsOfItsExport(
    table: String, export: String, columns: [String]
  ) async throws {
    let run = try await CaseRun(pipeline: "emis-schools", exports: Self.emis)
    try check(run, table, "20010001", export, columns)
    try check(run, table, "total", export, columns)
  }

  @Test func equipmentIsAddedUpByItsCode() async throws {
    let run = try await CaseRun(pipeline: "emis-schools", exports: Self.emis)
    try check(run, "equipment-by-item", "total", "emis-equipment", ["usable", "awaiting_repair"])
    let records = CSVRecords.read(
      try ProjectFiles.text("fixtures/exports/emis-equipment/expected.csv"))
    #expect(records.count == 76)
    for record in records {
      let code = try #require(record["code"])
      #expect(try figure(run, "equipment-by-item", code, "usable") == record["usable"], "\(code)")
    }
  }

  @Test func buildingsOfEachSystemAreShownApart() async throws {
    let run = try await CaseRun(pipeline: "b-obec-buildings", exports: Self.buildings)
    try check(run, "b-obec-by-school", "20010001", "b-obec-school", ["rooms_by_plan"])
    try check(run, "asset-by-school", "20010001", "obec-asset-buildings", ["rooms"])
    #expect(try figure(run, "asset-by-school", "total", "budget") == "1145500.5")
    #expect(run.text("summary.html").contains(">1,145,500.50</td>"))
    for (table, export) in [
      ("b-obec-by-school", "b-obec-school"), ("asset-by-school", "obec-asset-buildings"),
      ("emis-by-school", "emis-buildings"),
    ] {
      let text = try ProjectFiles.text("fixtures/exports/\(export)/expected.csv")
      let count = CSVRecords.read(text).count
      #expect(try figure(run, table, "20010001", "rows") == "\(count)")
    }
  }

  /// A school that sent nothing is not one that has none.
  @Test func aSchoolWithoutDataHasNoFigure() async throws {
    let run = try await CaseRun(pipeline: "emis-schools", exports: Self.emis)
    #expect(try figure(run, "pupils-by-school", "20010002", "total") == "")
    #expect(
      run.text("summary.html").contains(
        "<td class=\"none\" data-figure=\"pupils-by-school:20010002:total\">–</td>"))
  }

  /// The same figures from a page and from a workbook are not the same bytes.
  @Test func ofASchoolInTwoFilesTheLatestCounts() async throws {
    let again = ("emis/pupils.xlsx", "emis-students-by-grade/workbook.xlsx")
    let run = try await CaseRun(pipeline: "emis-schools", exports: Self.emis + [again])
    let found = run.records("findings.csv").filter { $0["rule"] == "school-in-two-files" }
    #expect(found.map { $0["file"] } == ["emis/pupils.xlsx"])
    #expect(
      found.first?["message"]
        == "ข้อมูลชุดนี้ของโรงเรียน 1020990001 มีในไฟล์ emis/pupils.html ซึ่งใช้นับแทนไฟล์นี้ (ใช้ไฟล์ที่ส่งออกล่าสุด) "
        + "ให้เก็บไฟล์ที่ถูกต้องไว้ไฟล์เดียว")
    #expect(run.text("manifest.json").contains("\"balanced\": true"))
    let aside = run.records("quarantine.csv")
    #expect(aside.count == 18)
    #expect(aside.allSatisfy { $0["file"] == "emis/pupils.xlsx" })
    #expect(aside.allSatisfy { $0["reason"] == "school-in-two-files" })
    try check(run, "pupils-by-school", "total", "emis-students-by-grade", ["male", "total"])
    let once = try await CaseRun(pipeline: "emis-schools", exports: Self.emis)
    #expect(!once.text("findings.csv").contains("school-in-two-files"))
  }

  @Test func pagesThatNoTableCountsAreKnownForWhatTheyAre() async throws {
    let run = try await CaseRun(
      pipeline: "emis-schools",
      exports: Self.emis + [
        ("emis/basic.html", "emis-basic/page.html"), ("emis/efa.html", "emis-efa/page.html"),
        ("emis/schools.html", "emis-schools/page.html"),
        ("emis/1020990001.html", "emis-buildings/1020990001.html"),
      ])
    #expect(run.outcome.refused == 0)
  }

  /// A number that cannot be read is no figure and no silence.
  @Test func aValueThatCannotBeReadIsAFinding() async throws {
    let page = String(
      decoding: try ProjectFiles.bytes("fixtures/exports/emis-ict/page.html"), as: UTF8.self)
    let run = try await CaseRun(
      pipeline: "emis-schools",
      files: [
        (
          path: "emis/ict.html", bytes: Array(page.replacing("43 เครื่อง", with: "สี่สิบสาม เครื่อง").utf8)
        ),
        (
          path: Self.register.0,
          bytes: try ProjectFiles.bytes("fixtures/exports/" + Self.register.1)
        ),
      ])
    let found = run.records("findings.csv").filter { $0["rule"] == "value-unreadable" }
    #expect(found.map { $0["column"] } == ["total"])
    #expect(try figure(run, "computers-by-school", "20010001", "total") == "")
    #expect(try figure(run, "computers-by-school", "20010001", "usable") == "25")
  }

  private func check(
    _ run: CaseRun, _ table: String, _ row: String, _ export: String, _ columns: [String]
  ) throws {
    let text = try ProjectFiles.text("fixtures/exports/\(export)/expected.csv")
    let records = CSVRecords.read(text)
    for column in columns {
      let sum = records.compactMap { Int(($0[column] ?? "").filter { $0.isNumber }) }.reduce(0, +)
      #expect(try figure(run, table, row, column) == "\(sum)", "\(table) \(row) \(column)")
    }
  }

  private func figure(
    _ run: CaseRun, _ table: String, _ row: String, _ column: String
  ) throws -> String {
    let found = run.records("figures.csv").filter {
      $0["table"] == table && $0["row"] == row && $0["column"] == column
    }
    #expect(found.count == 1, "\(table) \(row) \(column)")
    return found.first?["value"] ?? "none"
  }
}

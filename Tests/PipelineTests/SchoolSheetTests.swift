import Containers
import Ingest
import Pipeline
import Settings
import Tables
import TestKit
import Testing

/// What each school must correct, as it is told.
@Suite struct SchoolSheetTests {
  private static let pupils: [[String: String]] = [
    ["citizen_id": CheckedNumber.make(1), "student_number": "1"],
    ["citizen_id": CheckedNumber.make(2), "student_number": "2", "sex": "X"],
    [
      "citizen_id": CheckedNumber.make(3), "student_number": "3", "sex": "X",
      "birth_date": "ไม่ทราบ", "room": "",
    ],
    ["citizen_id": CheckedNumber.make(4), "student_number": "4", "school_code": "20019999"],
  ]

  private func run(_ overrides: [String] = []) async throws -> [String: [UInt8]] {
    let plan = try CaseRun.plan(overrides: overrides)
    let register = SmallOffice.register([
      (code: "20010001", levels: ""), (code: "20010002", levels: ""),
    ])
    let outcome = try await Run(plan).run([
      InputFile(
        path: "dmc/a.csv", dataset: "student", bytes: Array(SmallOffice.list(Self.pupils).utf8)),
      InputFile(path: "register/s.csv", dataset: "school", bytes: Array(register.utf8)),
    ])
    return Dictionary(uniqueKeysWithValues: outcome.pages.map { ($0.path, $0.bytes) })
  }

  private func page(_ path: String, _ overrides: [String] = []) async throws -> String {
    String(decoding: try await run(overrides)[path] ?? [], as: UTF8.self)
  }

  @Test func aRowShowsAllItsReasonsTogetherAndTheWorstStandsFirst() async throws {
    let page = try await page("schools/20010001.html", ["render.language=en"])
    let rows = page.split(separator: "<tr data-row=\"dmc/a.csv:").dropFirst()
      .map { $0.prefix(while: { $0 != "\"" }) }
    #expect(rows == ["4", "3"])
    let worst =
      try #require(page.split(separator: "data-row=\"dmc/a.csv:4\"").last)
      .prefix { $0 != "\r" }.split(separator: "</tr>").first ?? ""
    for reason in [
      "[Error] Birth date: ", "[Warning] Sex: ", "[Warning] Room: ",
    ] {
      #expect(worst.contains(reason))
    }
    #expect(worst.contains("ป.3 · 3 · เด็กชาย · ตัวอย่าง · ทดสอบ · x-xxxx-xxxx0-"))
  }

  @Test func aSchoolSeesItsOwnValuesAndNoIdentifier() async throws {
    let page = try await page("schools/20010001.html")
    #expect(page.contains("ไม่ทราบ"))
    for number in 1...4 { #expect(!page.contains(CheckedNumber.make(number))) }
    #expect(page.contains("สำหรับสถานศึกษา"))
  }

  @Test func everySchoolWithFindingsHasItsSheetsAndNoOther() async throws {
    let paths = try await run().keys.filter { $0.hasPrefix("schools/") }.sorted()
    #expect(
      paths == [
        "schools/20010001.html", "schools/20010001.xlsx", "schools/20010002.html",
        "schools/20010002.xlsx", "schools/20019999.html", "schools/20019999.xlsx",
      ])
  }

  @Test func thePublicSeesNoSheetOfASchool() async throws {
    let paths = try await run(["render.audience=public"]).keys
    #expect(!paths.contains { $0.hasPrefix("schools/") })
  }

  @Test func filesOfAllSchoolsShowNoSchoolTheNamesOfAnother() async throws {
    let findings = try await page("findings.csv", ["render.audience=school"])
    #expect(findings.contains("birth-unreadable"))
    #expect(!findings.contains("ไม่ทราบ"))
  }

  @Test func theCountsOnTheSheetAreThoseOfTheTable() async throws {
    let pages = try await run()
    let figures = CSVRecords.read(String(decoding: pages["figures.csv"] ?? [], as: UTF8.self))
      .filter { $0["table"] == "findings-by-school" && $0["row"] == "20010001" }
    #expect(
      figures.map { "\($0["column"] ?? "") \($0["value"] ?? "")" }
        == [
          "errors 1", "warnings 3", "infos 0", "rows 2", "pupils 2", "new ", "open ", "mended ",
          "explained 0",
        ])
  }
}

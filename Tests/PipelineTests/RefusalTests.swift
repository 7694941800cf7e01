import Containers
import Ingest
import Pipeline
import Tables
import TestKit
import Testing

/// Files that cannot be used are named; the others are still processed, and a gate says so.
@Suite struct RefusalTests {
  private func outcome(_ bad: [(String, [UInt8])], overrides: [String] = []) async throws -> Outcome
  {
    let plan = try CaseRun.plan(overrides: overrides)
    let good = try CaseRun.files("office", of: plan)
    let files = bad.map { InputFile(path: "dmc/" + $0.0, dataset: "student", bytes: $0.1) }
    return try await Run(plan).run(good + files)
  }

  private func workbook() throws -> [UInt8] {
    let path = try #require(
      try ProjectFiles.files(below: "fixtures/office/input").first { $0.hasSuffix(".xlsx") })
    return try ProjectFiles.bytes("fixtures/office/input/" + path)
  }

  @Test func eachBadFileIsNamedInAFindingAndInTheManifest() async throws {
    let workbook = try workbook()
    let bad: [(String, [UInt8])] = [
      ("a-empty.csv", []), ("b-cut.xlsx", Array(workbook.prefix(workbook.count / 2))),
      ("c-unknown.csv", [0, 1, 2, 3, 0, 255]), ("d-headless.csv", Array("a,b\n1,2\n".utf8)),
    ]
    let outcome = try await outcome(bad)
    let reference = try await CaseRun()
    #expect(outcome.persons == reference.outcome.persons)
    #expect(outcome.refused == 4)
    #expect(!outcome.passed)
    let text = { (path: String) in
      String(decoding: outcome.pages.first { $0.path == path }?.bytes ?? [], as: UTF8.self)
    }
    let found = CSVRecords.read(text("findings.csv"))
    for (file, rule) in [
      ("a-empty.csv", "file-empty"), ("b-cut.xlsx", "file-truncated"),
      ("c-unknown.csv", "file-unknown"), ("d-headless.csv", "header-missing"),
    ] {
      #expect(found.count { $0["rule"] == rule && $0["file"] == "dmc/" + file } == 1, "\(file)")
      #expect(text("manifest.json").contains("\"refused\": \"\(rule)\""))
    }
  }

  @Test func aFileThatIsThereTwiceIsReadOnce() async throws {
    let list = try ProjectFiles.bytes("fixtures/office/input/dmc/2569-1-student-20010004.csv")
    let outcome = try await outcome([
      ("2569-1-student-20010004 (1).csv", list), ("copy/20010004-2569-1-student.csv", list),
    ])
    let reference = try await CaseRun().outcome
    #expect(outcome.inputs == reference.inputs + 2)
    #expect(outcome.refused == reference.refused)
    #expect(outcome.persons == reference.persons)
    #expect(outcome.furtherRegistrations == reference.furtherRegistrations)
    let csv = outcome.pages.first { $0.path == "findings.csv" }?.bytes ?? []
    let found = CSVRecords.read(String(decoding: csv, as: UTF8.self)).filter {
      $0["rule"] == "file-twice"
    }
    #expect(
      found.map { $0["file"] } == [
        "dmc/2569-1-student-20010004 (1).csv", "dmc/copy/20010004-2569-1-student.csv",
      ])
    #expect(
      found.first?["message"]
        == "ไฟล์นี้เหมือนกับ dmc/2569-1-student-20010004.csv ทุกไบต์ จึงอ่านเพียงไฟล์นั้นไฟล์เดียว ไม่นับซ้ำ ให้ลบไฟล์ที่ซ้ำ"
    )
  }

  @Test func anotherSchoolsFileIsNoRepeatThoughItHoldsTheSameBytes() async throws {
    let list = try ProjectFiles.bytes("fixtures/office/input/dmc/2569-1-student-20010012.csv")
    let outcome = try await outcome([("2569-1-student-20010013.csv", list)])
    let csv = outcome.pages.first { $0.path == "findings.csv" }?.bytes ?? []
    #expect(!String(decoding: csv, as: UTF8.self).contains("file-twice"))
  }

  @Test func theGateDecidesWhetherThatIsGoodEnough() async throws {
    let bad: [(String, [UInt8])] = [("empty.csv", [])]
    #expect(try await !outcome(bad).passed)
    #expect(try await outcome(bad, overrides: ["gates.unreadable=1"]).passed)
    #expect(try await !CaseRun(overrides: ["gates.errors=0"]).outcome.passed)
    #expect(try await !CaseRun(overrides: ["gates.unsubmitted=0"]).outcome.passed)
    #expect(try await CaseRun(overrides: ["gates.unsubmitted=1"]).outcome.passed)
  }

  @Test func anInputThatCannotBeReadEndsTheRun() async throws {
    let plan = try CaseRun.plan()
    let lost = InputFile(path: "dmc/lost.csv", dataset: "student") {
      throw FileError(path: "dmc/lost.csv", reason: "No such file or directory")
    }
    await #expect(throws: FileError.self) { try await Run(plan).run([lost]) }
  }
}

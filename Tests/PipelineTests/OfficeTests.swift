import Containers
import Ingest
import Pipeline
import Tables
import TestKit
import Testing

/// The synthetic office: what was planted is found, nothing else is, and the figures add up.
@Suite struct OfficeTests {
  private func truth(_ file: String) throws -> [[String: String]] {
    CSVRecords.read(try ProjectFiles.text("fixtures/office/truth/" + file))
  }

  private func lines(_ records: [[String: String]], _ keys: [String]) -> [String] {
    records.map { record in keys.map { record[$0] ?? "" }.joined(separator: " ") }.sorted()
  }

  @Test func everyPlantedMistakeIsFoundInItsPlaceAndNothingElse() async throws {
    let run = try await CaseRun()
    let keys = ["rule", "severity", "file", "sheet", "row", "column"]
    let found = run.records("findings.csv")
    let planted = try truth("planted.csv")
    #expect(lines(found, keys) == lines(planted, keys))
    #expect(planted.count > 200)
  }

  @Test func everyPlantedDuplicateIsFoundAndNothingElse() async throws {
    let run = try await CaseRun()
    let keys = ["kind", "file", "row"]
    let planted = try truth("duplicates.csv")
    #expect(lines(run.records("duplicates.csv"), keys) == lines(planted, keys))
  }

  @Test func figuresEqualTheTruthOfEverySchoolGradeAndSex() async throws {
    let run = try await CaseRun()
    let figures = run.records("figures.csv")
    let values = Dictionary(
      uniqueKeysWithValues: figures.map { figure in
        (["table", "row", "column"].map { figure[$0] ?? "" }, figure["value"] ?? "")
      })
    let totals = try truth("totals.csv")
    for total in totals {
      let grade = total["grade"].flatMap { $0.isEmpty ? nil : $0 } ?? "unknown"
      let sex = total["sex"].flatMap { $0.isEmpty ? nil : $0 } ?? "unknown"
      let school = total["school"].flatMap { $0.isEmpty ? nil : $0 } ?? "unknown"
      let cell = [school, "\(grade)/\(sex)"]
      #expect(values[["registrations-by-school"] + cell] == total["registered"], "\(cell)")
      #expect(values[["students-by-school"] + cell] == total["persons"], "\(cell)")
    }
    let persons = totals.compactMap { Int($0["persons"] ?? "") }.reduce(0, +)
    #expect(values[["students-by-school", "total", "all/all"]] == String(persons))
    #expect(values[["students-by-grade", "total", "all"]] == String(persons))
    #expect(values[["headline", "persons", "value"]] == String(persons))
    #expect(run.outcome.persons == persons)
  }

  @Test func everyRowOfEveryFileHasOneFate() async throws {
    let run = try await CaseRun()
    let ledger = run.records("figures.csv").filter { $0["table"] == "ledger" }
    let inputs = Set(ledger.compactMap { $0["row"] })
    #expect(inputs.count == run.outcome.inputs + 1)
    for input in inputs {
      let fates = Dictionary(
        uniqueKeysWithValues: ledger.filter { $0["row"] == input }.map {
          ($0["column"] ?? "", Int($0["value"] ?? "") ?? -1)
        })
      let parts = ["title", "blank", "total", "quarantined", "accepted"].map { fates[$0] ?? -1 }
      #expect(fates["physical"] == parts.reduce(0, +), "\(input)")
    }
    #expect(run.text("manifest.json").contains("\"balanced\": true"))
    #expect(!run.text("manifest.json").contains("\"balanced\": false"))
  }

  @Test func neitherTheOrderOfTheInputsNorTheNumberOfJobsChangesAByte() async throws {
    let one = try await CaseRun(jobs: 1)
    let two = try await CaseRun(jobs: 2, order: { $0.reversed() })
    let again = try await CaseRun(jobs: 2, order: { Array($0.dropFirst(5)) + $0.prefix(5) })
    #expect(one.pages.keys.sorted() == two.pages.keys.sorted())
    for path in one.pages.keys {
      #expect(one.pages[path] == two.pages[path], "\(path)")
      #expect(one.pages[path] == again.pages[path], "\(path)")
    }
  }

  @Test func noIdentifierOfAChildLeavesTheRoom() async throws {
    let run = try await CaseRun()
    let plan = try CaseRun.plan()
    var identifiers = Set<String>()
    for file in try CaseRun.files("office", of: plan) where file.dataset == "student" {
      let source = try file.open()
      let text = String(decoding: try source.read(0..<source.count), as: UTF8.self)
      identifiers.formUnion(
        text.split { !$0.isNumber }.filter { $0.utf8.count == 13 }.map { String($0) })
    }
    #expect(identifiers.count > 500)
    for (path, bytes) in run.pages where !path.hasSuffix(".xlsx") {
      let words = String(decoding: bytes, as: UTF8.self).split { !$0.isNumber }.map { String($0) }
      #expect(identifiers.isDisjoint(with: words), "\(path)")
    }
  }

  @Test func anOfficerSeesTheValue() async throws {
    let run = try await CaseRun(overrides: ["render.audience=officer"])
    let finding = run.records("findings.csv").first { $0["rule"] == "id-lossy" }
    #expect(finding?["value"]?.contains("E+12") == true)
    #expect(finding?["value"]?.contains("x") == false)
  }
}

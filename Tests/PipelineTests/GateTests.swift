import Pipeline
import TestKit
import Testing

/// Gates on rules, severities and schools, held against what the example office holds.
@Suite struct GateTests {
  private func gate(_ setting: String) async throws -> Gates.Result {
    let run = try await CaseRun(overrides: [setting])
    let name = setting.dropFirst("gates.".count).prefix { $0 != "=" }
    return try #require(run.outcome.gates.first { $0.name == name })
  }

  private func records(_ rule: String, in run: CaseRun) -> [[String: String]] {
    run.records("findings.csv").filter { $0["rule"] == rule }
  }

  @Test func aRuleIsCountedByTheRowsThatItFinds() async throws {
    let run = try await CaseRun()
    let found = records("id-check-digit", in: run).count
    try #require(found > 0)
    let below = try await gate("gates.rules.id-check-digit=\(found)")
    let above = try await gate("gates.rules.id-check-digit=\(found - 1)")
    #expect(below.found == found && below.passed)
    #expect(above.found == found && !above.passed && above.breaches == nil)
  }

  @Test func aShareIsOneOfAllAcceptedRows() async throws {
    let all = try await gate("gates.rules.id-check-digit=1.0")
    #expect(all.passed && all.outOf > all.found)
    let share = Double(all.found) / Double(all.outOf)
    #expect(try await gate("gates.rules.id-check-digit=\(share)").passed)
    #expect(try await !gate("gates.rules.id-check-digit=\(share / 2)").passed)
  }

  @Test func warningsAreCountedByRowLikeErrors() async throws {
    let run = try await CaseRun()
    let rows = Set(
      run.records("findings.csv").filter { $0["severity"] == "warning" && $0["row"] != "" }
        .map { [$0["file"], $0["sheet"], $0["row"]] })
    let gate = try await gate("gates.warnings=0")
    // What has one cause is one line without a row; how many rows it stands for, the figures tell.
    let inCauses = run.records("figures.csv").filter {
      $0["table"] == "causes" && $0["column"] == "rows"
    }.compactMap { Int($0["value"] ?? "") }.reduce(0, +)
    #expect(!gate.passed && gate.found > inCauses && gate.found <= rows.count + inCauses)
  }

  @Test func aGateWithinEachSchoolNamesTheSchoolsAboveIt() async throws {
    let run = try await CaseRun(overrides: ["gates.per-school.rules.id-check-digit=0"])
    let schools = Set(records("id-check-digit", in: run).compactMap { $0["school"] })
    let gate = try #require(run.outcome.gates.last)
    let breaches = try #require(gate.breaches)
    #expect(gate.name == "per-school.rules.id-check-digit" && !gate.passed)
    #expect(breaches.map { $0.school } == schools.sorted() && gate.found == schools.count)
    #expect(breaches.allSatisfy { 1...$0.outOf ~= $0.found })
    let manifest = run.text("manifest.json")
    for breach in breaches {
      #expect(manifest.contains("\"school\": \"\(breach.school)\""), "\(breach)")
    }
  }

  @Test func aGateThatNoSchoolIsAboveNamesNone() async throws {
    let gate = try await gate("gates.per-school.errors=1.0")
    #expect(gate.passed && gate.found == 0 && gate.breaches?.isEmpty == true && gate.outOf > 0)
  }
}

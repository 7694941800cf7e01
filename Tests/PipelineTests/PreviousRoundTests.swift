import Ingest
import Pipeline
import Settings
import Tables
import TestKit
import Testing

/// Pupils against the lists of the round before.
@Suite struct PreviousRoundTests {
  private func pupil(_ number: Int, _ differs: [String: String] = [:]) -> [String: String] {
    ["citizen_id": CheckedNumber.make(number), "student_number": "\(number)"]
      .merging(differs) { $1 }
  }

  private func run(
    _ pupils: [[String: String]], previous: [[String: String]], term: Int = 1
  ) async throws -> Outcome {
    let plan = try CaseRun.plan(overrides: ["round.term=\(term)"])
    let register = SmallOffice.register([
      (code: "20010001", levels: ""), (code: "20010002", levels: ""),
    ])
    return try await Run(plan).run([
      InputFile(
        path: "dmc/a.csv", dataset: "student", bytes: Array(SmallOffice.list(pupils).utf8)),
      InputFile(
        path: "previous/a.csv", dataset: "previous", bytes: Array(SmallOffice.list(previous).utf8)),
      InputFile(path: "register/s.csv", dataset: "school", bytes: Array(register.utf8)),
    ])
  }

  private func found(_ outcome: Outcome) -> [String] {
    let bytes = outcome.pages.first { $0.path == "findings.csv" }?.bytes ?? []
    let rules: Set = [
      "body-unchanged", "grade-step-year", "grade-step-term", "pupil-appeared-year",
      "pupil-appeared-term", "pupil-vanished-year", "pupil-vanished-term",
    ]
    return CSVRecords.read(String(decoding: bytes, as: UTF8.self))
      .filter { rules.contains($0["rule"] ?? "") }
      .map { "\($0["file"] ?? ""):\($0["row"] ?? "") \($0["rule"] ?? "")" }.sorted()
  }

  @Test func aYearLaterPupilsAreOneGradeUp() async throws {
    let previous = [
      pupil(1, ["grade": "ป.2", "weight": "22"]), pupil(2, ["grade": "ป.2", "weight": "22"]),
      pupil(3, ["grade": "ป.2"]), pupil(4, ["grade": "ป.2"]), pupil(5, ["grade": "ป.6"]),
    ]
    let now = [
      pupil(1), pupil(2, ["grade": "ป.4"]), pupil(3), pupil(6), pupil(7, ["grade": "ป.1"]),
    ]
    let found = found(try await run(now, previous: previous))
    #expect(
      found == [
        "dmc/a.csv:3 grade-step-year", "dmc/a.csv:4 body-unchanged",
        "dmc/a.csv:5 pupil-appeared-year", "previous/a.csv:5 pupil-vanished-year",
      ])
  }

  @Test func withinAYearNoGradeChanges() async throws {
    let previous = [pupil(1, ["weight": "22"]), pupil(2, ["weight": "22"]), pupil(3)]
    let now = [pupil(1), pupil(2, ["grade": "ป.4"])]
    let found = found(try await run(now, previous: previous, term: 2))
    #expect(
      found == ["dmc/a.csv:3 grade-step-term", "previous/a.csv:4 pupil-vanished-term"])
  }

  @Test func withoutListsOfBeforeNothingIsSaid() async throws {
    #expect(found(try await run([pupil(1)], previous: [])).isEmpty)
  }

  @Test func theRoundBeforeStandsBehindNoFigure() async throws {
    let pupils = (1...5).map { pupil($0) }
    let alone = try await run(pupils, previous: [])
    let beside = try await run(pupils, previous: (1...50).map { pupil($0, ["weight": "20"]) })
    let figures = { (outcome: Outcome) -> [[String: String]] in
      CSVRecords.read(
        String(
          decoding: outcome.pages.first { $0.path == "figures.csv" }?.bytes ?? [], as: UTF8.self)
      ).filter { ["headline", "students-by-grade", "students-by-school"].contains($0["table"]) }
    }
    #expect(
      figures(alone).filter { !($0["row"] ?? "").contains("error") }
        == figures(beside).filter { !($0["row"] ?? "").contains("error") })
    #expect(
      alone.gates.map { $0.outOf } == beside.gates.map { $0.name == "unreadable" ? 3 : $0.outOf })
    #expect(beside.persons == 5)
  }
}

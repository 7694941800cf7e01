import Ingest
import Pipeline
import Settings
import Tables
import TestKit
import Testing

/// Pupils against the lists of the round before.
@Suite struct PreviousRoundTests {
  private func pupil(_ number: Int, _ differs: [String: String] = [:]) -> [String: String] {
    let letters = Array("กขคงจฉชซญฐ").map { String($0) }
    return [
      "citizen_id": CheckedNumber.make(number), "student_number": "\(number)",
      "first_name": "สมมุติ" + letters[number / 10 % 10] + letters[number % 10],
    ].merging(differs) { $1 }
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

  private func records(_ page: String, of outcome: Outcome) -> [[String: String]] {
    CSVRecords.read(
      String(
        decoding: outcome.pages.first { $0.path == page }?.bytes ?? [], as: UTF8.self))
  }

  private func found(_ outcome: Outcome) -> [String] {
    let rules: Set = [
      "body-unchanged", "grade-step-year", "grade-step-term", "pupil-appeared-year",
      "pupil-appeared-term", "pupil-vanished-year", "pupil-vanished-term",
    ]
    return records("findings.csv", of: outcome)
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

  @Test func whoGoesOnFromTheThirdYearToAVocationalOneHasNotJumped() async throws {
    let previous = ["ม.3", "ม.3", "ปวช.1", "ม.2"].enumerated().map {
      pupil($0 + 1, ["grade": $1, "weight": "50"])
    }
    let now = ["ปวช.1", "ม.4", "ปวช.2", "ปวช.1"].enumerated().map {
      pupil($0 + 1, ["grade": $1])
    }
    #expect(
      found(try await run(now, previous: previous)) == ["dmc/a.csv:5 grade-step-year"])
  }

  /// A G-code that was replaced, a number mistyped then, and one mistyped now: nobody has come or gone.
  @Test(arguments: [1, 2]) func anotherIdentifierMakesNobodyANewPupil(term: Int) async throws {
    let wrong = String(CheckedNumber.make(2).dropLast(2)) + "00"
    let previous = [
      pupil(1, ["citizen_id": "G642000000001", "weight": "22"]),
      pupil(2, ["citizen_id": wrong, "weight": "22"]), pupil(3, ["weight": "22"]), pupil(4),
    ]
    let now = [pupil(1), pupil(2), pupil(3, ["citizen_id": wrong]), pupil(5)]
    let found = found(try await run(now, previous: previous, term: term))
    #expect(
      found == [
        "dmc/a.csv:5 pupil-appeared-\(term == 1 ? "year" : "term")",
        "previous/a.csv:5 pupil-vanished-\(term == 1 ? "year" : "term")",
      ])
  }

  @Test func whoHasGoneIsCountedAsAPupilAndInNoTotal() async throws {
    let previous = (1...3).map { pupil($0, ["weight": "22"]) }
    let outcome = try await run([pupil(1)], previous: previous, term: 2)
    #expect(outcome.persons == 1)
    let rule = records("figures.csv", of: outcome).filter {
      $0["table"] == "findings-by-rule" && $0["row"] == "pupil-vanished-term"
    }
    let values = Dictionary(
      uniqueKeysWithValues: rule.map { ($0["column"] ?? "", $0["value"] ?? "") })
    #expect(values["pupils"] == "2", "\(values)")
  }

  @Test func filesThatAreComparedWithStandBelowTheTotalOfTheLedger() async throws {
    let previous = (1...50).map { pupil($0, ["weight": "22"]) }
    let outcome = try await run([pupil(1), pupil(2)], previous: previous, term: 2)
    let ledger = records("figures.csv", of: outcome).filter {
      $0["table"] == "ledger" && $0["column"] == "accepted"
    }
    #expect(
      ledger.map { "\($0["row"] ?? "") \($0["value"] ?? "")" } == [
        "register/s.csv 2", "dmc/a.csv 2", "total 4", "previous/a.csv 50", "compared 50",
      ])
    let manifest = outcome.pages.first { $0.path == "manifest.json" }?.bytes ?? []
    #expect(String(decoding: manifest, as: UTF8.self).contains("\"accepted\": 54"))
    let alone = try await run([pupil(1), pupil(2)], previous: [], term: 2)
    #expect(
      records("figures.csv", of: alone).contains {
        $0["table"] == "ledger" && $0["row"] == "total" && $0["column"] == "accepted"
          && $0["value"] == "4"
      })
  }

  @Test func withoutListsOfBeforeNothingIsSaid() async throws {
    #expect(found(try await run([pupil(1)], previous: [])).isEmpty)
  }

  @Test func theRoundBeforeStandsBehindNoFigure() async throws {
    let pupils = (1...5).map { pupil($0) }
    let alone = try await run(pupils, previous: [])
    let beside = try await run(pupils, previous: (1...50).map { pupil($0, ["weight": "20"]) })
    let figures = { (outcome: Outcome) -> [[String: String]] in
      records("figures.csv", of: outcome).filter {
        ["headline", "students-by-grade", "students-by-school"].contains($0["table"])
      }
    }
    #expect(
      figures(alone).filter { !($0["row"] ?? "").contains("error") }
        == figures(beside).filter { !($0["row"] ?? "").contains("error") })
    #expect(
      alone.gates.map { $0.outOf } == beside.gates.map { $0.name == "unreadable" ? 3 : $0.outOf })
    #expect(beside.persons == 5)
  }
}

import Containers
import Ingest
import Pipeline
import Settings
import Tables
import TestKit
import Testing

/// What officers decide about duplicates, and what of it lasts from run to run.
@Suite struct DecisionTests {
  private func pupil(_ number: Int, _ differs: [String: String] = [:]) -> [String: String] {
    let letters = Array("กขคงจฉชซญฐ").map { String($0) }
    return [
      "citizen_id": CheckedNumber.make(number), "student_number": "\(number)",
      "first_name": "สมมุติ" + letters[number / 10 % 10] + letters[number % 10],
    ].merging(differs) { $1 }
  }

  /// One child in two schools under one number.
  private func twice(_ number: Int) -> [[String: String]] {
    [
      pupil(number),
      pupil(number, ["student_number": "\(number + 500)", "school_code": "20010002"]),
    ]
  }

  private func run(
    _ pupils: [[String: String]], decisions: String? = nil, overrides: [String] = [],
    history: HistoryFile? = nil
  ) async throws -> [String: [[String: String]]] {
    let register = SmallOffice.register([
      (code: "20010001", levels: ""), (code: "20010002", levels: ""),
    ])
    var files = [
      InputFile(path: "dmc/a.csv", dataset: "student", bytes: Array(SmallOffice.list(pupils).utf8)),
      InputFile(path: "register/s.csv", dataset: "school", bytes: Array(register.utf8)),
    ]
    if let decisions {
      let text = "record,other,decision,who,when,note\n" + decisions
      files.append(
        InputFile(path: "decisions.csv", dataset: "decision", bytes: Array(text.utf8)))
    }
    let outcome = try await Run(CaseRun.plan(overrides: overrides)).run(files, history: history)
    if let history { try history.record(try #require(outcome.record), on: Day(number: 0)) }
    return Dictionary(
      uniqueKeysWithValues: outcome.pages.filter { $0.path.hasSuffix(".csv") }.map {
        ($0.path, CSVRecords.read(String(decoding: $0.bytes, as: UTF8.self)))
      })
  }

  /// `cluster kind row decision`, in the order of the file.
  private func lines(_ files: [String: [[String: String]]]) -> [String] {
    (files["duplicates.csv"] ?? []).map { line in
      ["cluster", "kind", "row", "decision"].map { line[$0] ?? "" }.joined(separator: " ")
    }
  }

  private func told(_ files: [String: [[String: String]]]) -> [String] {
    (files["findings.csv"] ?? []).filter { $0["rule"]?.hasPrefix("decision-") ?? false }
      .map { "\($0["row"] ?? "") \($0["rule"] ?? "")" }
  }

  @Test func whatIsDecidedToBeTwoChildrenIsNotJoined() async throws {
    let pupils = twice(1) + [pupil(2)]
    #expect(try await lines(run(pupils)) == ["1 same-office 2 ", "1 same-office 3 "])
    let parted = try await run(pupils, decisions: "1:20010001,501:20010002,คนละคน,,,\n")
    #expect(lines(parted) == ["1 collision 2 different", "1 collision 3 different"])
    #expect(told(parted) == [])
  }

  @Test func whatIsDecidedToBeOneChildIsJoinedWhateverTheRulesSay() async throws {
    let decisions = "1:20010001,2:20010001,same,สมศรี,01/07/2569,\n"
    let joined = try await run([pupil(1), pupil(2)], decisions: decisions)
    #expect(lines(joined) == ["1 same-school 2 same", "1 same-school 3 same"])
    // A decision names records, and holds when the rows stand elsewhere.
    let later = try await run([pupil(3), pupil(2), pupil(1)], decisions: decisions)
    #expect(lines(later) == ["1 same-school 3 same", "1 same-school 4 same"])
  }

  @Test func decisionsThatCannotBeFollowedAreTold() async throws {
    let files = try await run(
      [pupil(1), pupil(2), pupil(3)],
      decisions: """
        1:20010001,2:20010001,same,,01/06/2569,
        2:20010001,3:20010001,same,,01/06/2569,
        1:20010001,3:20010001,different,,01/06/2569,
        1:20010001,2:20010001,different,,01/05/2569,
        1:20010001,9:20010001,same,,,
        no record,1:20010001,same,,,
        """)
    #expect(
      Set(told(files)) == [
        "3 decision-contradicted", "5 decision-replaced", "6 decision-unknown",
        "7 decision-unknown",
      ])
  }

  @Test func aNameThatManyShareIsNobodys() async throws {
    let nameless = (1...60).map { pupil($0, ["student_number": ""]) }
    let files = try await run(nameless, decisions: "-:20010001,-:20010001,same,,,\n")
    #expect(told(files) == ["2 decision-unknown"])
    #expect(lines(files) == [])
  }

  @Test func whatNamesPupilsIsNotForThePublic() async throws {
    let open = try await run(twice(1), overrides: ["render.audience=public"])
    #expect(open["matches.csv"] == nil && open["review.csv"] == nil)
    let own = try await run(twice(1))
    #expect(own["matches.csv"]?.first?["record"] == "1:20010001" && own["review.csv"] != nil)
  }

  @Test func clustersKeepTheirNumbers() async throws {
    let folder = try TestFolder()
    let history = try HistoryFile(folder: folder.path)
    let first = try await run(twice(1) + twice(2) + twice(3), history: history)
    #expect(lines(first).map { $0.prefix(1) } == ["1", "1", "2", "2", "3", "3"])
    // The first child has left, another one is registered twice, and one has a new number in its school.
    let moved = [
      pupil(3), pupil(3, ["student_number": "777", "school_code": "20010002"]),
    ]
    let next = twice(4) + moved + twice(2)
    for _ in 0..<2 {
      let second = try await run(next, overrides: ["round.term=2"], history: history)
      #expect(lines(second).map { $0.prefix(1) } == ["4", "4", "3", "3", "2", "2"])
    }
  }
}

import Deduplicate
import Pipeline
import Settings
import Tables
import TestKit
import Testing

/// Every row of a cluster is told of the others, those of other tables too.
@Suite struct RegisteredTwiceTests {
  /// The rows found, from 1, each with its fact.
  private func found(
    _ settings: [(key: String, value: Settings)], _ rows: [MadeChildren.Row],
    against others: [MadeChildren.Row]? = nil
  ) async throws -> [String] {
    let model = try ProjectFiles.text("pipelines/matching/student.yaml")
    let match = MatchCase(
      model, MadeChildren.table(rows), against: others.map { [MadeChildren.table($0)] } ?? [])
    let place = Place(file: "rules.yaml")
    let all: [(key: String, value: Settings)] = [
      (key: "check", value: "registered-twice"), (key: "column", value: "citizen_id"),
    ]
    let rule = Settings(
      .map((all + settings).map { (key: $0.key, keyPlace: place, value: $0.value) }), at: place)
    return try await match.findings([rule]).map { finding in
      guard case .row(0, let row) = finding.subject else { return "?" }
      return ([String(row + 1)] + finding.facts.texts).joined(separator: " ")
    }
  }

  /// A child twice in a school under one number, and once more elsewhere under another; and one in two schools.
  private static let rows: [MadeChildren.Row] = {
    var made = MadeChildren(seed: 21)
    var rows = made.children(200)
    (rows[0].school, rows[1].school) = ("20010001", "20010001")
    var (again, elsewhere, other) = (rows[0], rows[0], rows[1])
    again.grade = "ป.4"
    (elsewhere.id, elsewhere.school) = ("G642000000001", "20010002")
    other.id = ""
    rows += [again, elsewhere, other]
    return rows
  }()

  @Test func whoSharesTheNumberAndWhoDoesNot() async throws {
    let same = (key: "identifier", value: "same" as Settings)
    let other = (key: "identifier", value: "other" as Settings)
    let office = (key: "kind", value: "same-office" as Settings)
    #expect(try await found([office, same], Self.rows) == ["1 20010002", "201 20010002"])
    #expect(try await found([office, other], Self.rows) == ["202 20010001"])
    #expect(
      try await found([office], Self.rows) == ["1 20010002", "201 20010002", "202 20010001"])
  }

  @Test func inASchoolTheRowsOfTheOthersAreTold() async throws {
    let school = (key: "kind", value: "same-school" as Settings)
    // A row stands one below its place, for the header.
    #expect(try await found([school], Self.rows) == ["2 204", "203 3"])
    let kinds = (key: "kind", value: ["same-school", "collision"] as Settings)
    #expect(try await found([kinds], Self.rows) == ["2 20010001", "203 20010001"])
  }

  @Test func aClassThatIsNotAskedForIsNotTold() async throws {
    let kind = (key: "kind", value: "same-office" as Settings)
    #expect(
      try await found([kind, (key: "certainty", value: "review")], Self.rows) == [])
    #expect(
      try await found([kind, (key: "certainty", value: ["certain", "probable"])], Self.rows).count
        == 3)
  }

  @Test func aChildOfAnotherAffiliationIsToldInTheOwnTableOnly() async throws {
    var made = MadeChildren(seed: 22)
    let rows = made.children(200)
    var others = made.children(50)
    others += [rows[4], rows[9]]
    for place in others.indices { others[place].school = "10200900" }
    others[51].id = ""
    let kind = (key: "kind", value: "other-affiliation" as Settings)
    let same = (key: "identifier", value: "same" as Settings)
    #expect(try await found([kind, same], rows, against: others).count == 1)
    #expect(
      try await found([kind], rows, against: others).map { $0.prefix { $0 != " " } } == ["5", "10"])
  }

  @Test func anUnknownKindIsToldBeforeAnyRow() async throws {
    let error = await #expect(throws: SettingsError.self) {
      try await found([(key: "kind", value: "same-ofice")], Self.rows)
    }
    #expect(
      error?.message
        == "unknown kind 'same-ofice'; did you mean 'same-office'?")
  }
}

import Ingest
import Pipeline
import Settings
import Tables
import TestKit
import Testing

/// Any table is deduplicated, or linked to another, by its files of settings alone.
///
/// The settings are those that reach the figures of `docs/matching.md` on FEBRL; the rows are made up in its shape.
@Suite struct TableMatchingTests {
  private static let settings = "Benchmarks/febrl/pipelines/"

  /// Reads a pipeline with what it names; `edit` changes the text of each file by its path.
  ///
  /// `schemas/other.yaml` is a copy of the one schema.
  private static func plan(
    _ pipeline: String, jobs: Int = 1,
    editing edit: @escaping @Sendable (String, String) -> String = { $1 }
  ) throws -> Plan {
    let own = try ProjectFiles.files(below: settings)
    let shelf = Shelf.files { path in
      let source = path == "schemas/other.yaml" ? "schemas/febrl.yaml" : path
      return own.contains(source) ? edit(path, try ProjectFiles.text(settings + source)) : nil
    }
    return try Plan(
      text: edit(pipeline, ProjectFiles.text(settings + pipeline)), path: pipeline, shelf: shelf,
      options: RunOptions(jobs: jobs))
  }

  /// The lines of `duplicates.csv`, with the name of the record in the place of its row.
  private static func lines(
    _ pipeline: String, jobs: Int = 1, isReversed: Bool = false
  ) async throws -> [[String: String]] {
    let plan = try plan(pipeline, jobs: jobs)
    var records: [String: [Substring]] = [:]
    let files = try plan.datasets.flatMap { dataset in
      try dataset.files.map { path in
        var rows = try ProjectFiles.text("fixtures/febrl/" + path).split(separator: "\n")
        if isReversed { rows = rows.prefix(1) + rows.dropFirst().reversed() }
        records[path] = rows.map { $0.prefix { $0 != "," } }
        return InputFile(
          path: path, dataset: dataset.name, bytes: Array(rows.joined(separator: "\n").utf8))
      }
    }
    let outcome = try await Run(plan).run(files)
    let page = try #require(outcome.pages.first { $0.path == "duplicates.csv" })
    return try CSVRecords.read(String(decoding: page.bytes, as: UTF8.self)).map { line in
      var line = line
      let row = try #require(line["row"].flatMap { Int($0) })
      line["record"] = try #require(records[line["file"] ?? ""]).map { String($0) }[row - 1]
      return line
    }
  }

  /// The clusters as lists of records, in the order of their names.
  private static func clusters(_ lines: [[String: String]]) -> [[String]] {
    Dictionary(grouping: lines) { $0["cluster"] ?? "" }.values
      .map { $0.compactMap { $0["record"] }.sorted() }
      .sorted { $0[0] < $1[0] }
  }

  private static let deduplicated = [
    ["rec-1-dup-0", "rec-1-dup-1", "rec-1-org"],
    ["rec-10-dup-0", "rec-10-org"],
    ["rec-12-dup-0", "rec-12-dup-1", "rec-12-org"],
    ["rec-14-dup-0", "rec-14-org"],
    ["rec-2-dup-0", "rec-2-org"],
    ["rec-4-dup-0", "rec-4-dup-1", "rec-4-dup-2", "rec-4-org"],
    ["rec-9-dup-0", "rec-9-org"],
  ]

  // A brother, a sister and a twin live at one address: rec-6, rec-7 and rec-8.
  private static let linked = [1, 10, 12, 14, 2, 4, 6, 9].map {
    ["rec-\($0)-dup-0", "rec-\($0)-org"]
  }

  @Test(arguments: [false, true], [1, 3])
  func findsTheDuplicatesOfAListInWhicheverOrder(isReversed: Bool, jobs: Int) async throws {
    let lines = try await Self.lines("febrl3.yaml", jobs: jobs, isReversed: isReversed)
    #expect(Self.clusters(lines) == Self.deduplicated)
  }

  @Test(arguments: [false, true], [1, 3])
  func linksTwoListsInWhicheverOrder(isReversed: Bool, jobs: Int) async throws {
    let lines = try await Self.lines("febrl4.yaml", jobs: jobs, isReversed: isReversed)
    #expect(Self.clusters(lines) == Self.linked)
  }

  @Test func rowsOfNoSchoolAreTwiceInATable() async throws {
    let lines = try await Self.lines("febrl3.yaml")
    #expect(lines.allSatisfy { $0["kind"] == "same-table" && $0["school"] == "" })
    #expect(lines.count { $0["suggestion"] == "keep" } == Self.deduplicated.count)
  }

  @Test func ofTwoListsTheOwnRowIsKept() async throws {
    let lines = try await Self.lines("febrl4.yaml")
    for line in lines {
      #expect(line["kind"] == "other-table")
      #expect(line["suggestion"] == (line["file"] == "dataset4a.csv" ? "keep" : "check"))
    }
  }

  @Test(arguments: [
    (
      "matching/febrl.yaml", "second: true", "secnd: true",
      "matching/febrl.yaml:59:5: error: unknown key 'secnd'; did you mean 'second'?"
    ),
    (
      "matching/febrl.yaml", "compares: same\n    of: state\n    family: { equal: 95 }",
      "compares: school", "matching/febrl.yaml:3:1: error: missing key 'school'"
    ),
    (
      "matching/febrl.yaml", "{ equal: 95 }", "{ eqal: 95 }",
      "matching/febrl.yaml:97:15: error: unknown level 'eqal'; did you mean 'equal'?"
    ),
    (
      "febrl4.yaml", "against: [other]", "against: [othr]",
      "febrl4.yaml:11:51: error: unknown dataset 'othr'; did you mean 'other'?"
    ),
    (
      "febrl4.yaml", "against: [other]", "against: [person]",
      "febrl4.yaml:11:51: error: expected another dataset, found 'person'"
    ),
  ])
  func aMistakeIsToldWithItsPlace(file: String, right: String, wrong: String, message: String) {
    do {
      _ = try Self.plan("febrl4.yaml") { path, text in
        path == file ? text.replacing(right, with: wrong, maxReplacements: 1) : text
      }
      Issue.record("no mistake was told")
    } catch {
      #expect("\(error)" == message)
    }
  }

  @Test func tablesAreComparedByColumnsOfOneKind() {
    do {
      _ = try Self.plan("febrl4.yaml") { path, text in
        switch path {
        case "febrl4.yaml":
          text.replacing(
            "other: { schema: schemas/febrl.yaml", with: "other: { schema: schemas/other.yaml")
        case "schemas/other.yaml":
          text.replacing(
            "headers: [date_of_birth]", with: "headers: [date_of_birth]\n    kind: date")
        default: text
        }
      }
      Issue.record("no mistake was told")
    } catch {
      #expect(
        "\(error)"
          == "febrl4.yaml:11:51: error: 'other' holds date_of_birth as date; expected text, as 'person' does"
      )
    }
  }
}

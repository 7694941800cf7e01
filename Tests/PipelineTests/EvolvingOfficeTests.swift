import Aggregate
import Foundation
import Ingest
import Pipeline
import Synth
import Tables
import TestKit
import Testing

/// An office of 60 schools that evolves from round to round: everybody's movement is known, and must be found.
@Suite struct EvolvingOfficeTests {
  private static let rounds = Result { () -> [String: [UInt8]] in
    let settings = try SynthSettings(schools: 60, students: 9000, seed: 1)
    var layout = EvolvingLayout(try settings.rounds("2568/1,2568/2,2569/1"))
    var files: [SyntheticFile] = []
    while let round = layout.nextRound() { files += round }
    files += layout.truth
    return Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) })
  }

  /// The lists of a round, with those of another as the round before.
  private func inputs(
    _ later: String, after earlier: String
  ) throws -> [(path: String, bytes: [UInt8])] {
    let own = later.replacing("/", with: "-") + "/input/"
    let before = earlier.replacing("/", with: "-") + "/input/dmc/"
    return try Self.rounds.get().compactMap { path, bytes -> (path: String, bytes: [UInt8])? in
      if path.hasPrefix(own) { return (String(path.dropFirst(own.count)), bytes) }
      guard path.hasPrefix(before) else { return nil }
      return ("previous/" + path.dropFirst(before.count), bytes)
    }.sorted { $0.path < $1.path }
  }

  private func overrides(_ round: String) -> [String] {
    let parts = round.split(separator: "/")
    return ["round.year=\(parts[0])", "round.term=\(parts[1])"]
  }

  private func run(_ later: String, after earlier: String) async throws -> CaseRun {
    try await CaseRun(
      pipeline: "dmc-students", overrides: overrides(later), files: inputs(later, after: earlier))
  }

  /// What `Tests/recount/following.py` says of the run.
  private func compare(_ run: CaseRun, _ earlier: String, _ later: String) throws -> [[String:
    String]]
  {
    let folder = try TestFolder()
    let files = try Self.rounds.get().filter { $0.key.hasPrefix("truth/") }
    try FileManager.default.createDirectory(
      atPath: folder.path + "/truth", withIntermediateDirectories: true)
    for (path, bytes) in files {
      try Data(bytes).write(to: URL(fileURLWithPath: folder.path + "/" + path))
    }
    let movements = folder.path + "/movements.csv"
    try Data(run.text("movements.csv").utf8).write(to: URL(fileURLWithPath: movements))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", "-B", ProjectFiles.path("Tests/recount/following.py"), folder.path, earlier,
      later, movements,
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return CSVRecords.read(String(decoding: output, as: UTF8.self))
  }

  @Test(arguments: [("2568/1", "2568/2"), ("2568/2", "2569/1")])
  func findsWhatBecameOfEverybody(earlier: String, later: String) async throws {
    let run = try await run(later, after: earlier)
    let scores = try compare(run, earlier, later)
    #expect(scores.count { $0["what"] == "movement" } >= 4)
    for score in scores {
      let name = "\(score["what"] ?? "") \(score["name"] ?? ""): \(score)"
      #expect(score["precision"].flatMap { Double($0) } ?? 0 >= 0.99, "\(name)")
      #expect(score["recall"].flatMap { Double($0) } ?? 0 >= 0.99, "\(name)")
    }
    try requireBalance(run, scores)
  }

  @Test func everyFigureOfMovementIsTracedToRowsOfBothRounds() async throws {
    let plan = try CaseRun.plan(overrides: overrides("2569/1"))
    let round = try await Tracer(plan).read(
      CaseRun.files(inputs("2569/1", after: "2568/2"), of: plan))
    var files: Set<String> = []
    for id in round.tableIDs where id.hasPrefix("move") {
      let figures = try #require(try round.figures(of: id))
      #expect(figures.table.rows.count > 3, "\(id)")
      for row in figures.table.rows.indices {
        for column in figures.table.columns.indices {
          // Throws when the rows do not add up.
          let found = try Tracer.found(figures, row, column, round.linked)
          files.formUnion(found.rows.prefix(1).map { String($0.file.prefix { $0 != "/" }) })
        }
      }
    }
    #expect(files == ["dmc", "previous"])
  }

  /// Every table adds up to the persons of both rounds, and to what the truth says of them.
  private func requireBalance(_ run: CaseRun, _ scores: [[String: String]]) throws {
    let figures = run.records("figures.csv")
    let cells = Dictionary(
      figures.map {
        ("\($0["table"] ?? "") \($0["row"] ?? "") \($0["column"] ?? "")", $0["value"])
      },
      uniquingKeysWith: { first, _ in first })
    let value = { (key: String) in
      try #require(cells[key].flatMap { $0 }.flatMap { Int($0) }, "\(key)")
    }
    let sum = { (table: String, column: String) in
      figures.filter { $0["table"] == table && $0["column"] == column && $0["row"] != "total" }
        .compactMap { Int($0["value"] ?? "") }.reduce(0, +)
    }
    let before = try value("movements total earlier")
    let now = try value("movements total now")
    #expect(try now == value("headline persons value"))
    #expect(sum("movements", "earlier") == before && sum("movements", "now") == now)
    let known = { (name: String) in
      scores.filter { $0["what"] == "movement" && $0["name"] == name }
        .compactMap { Int($0["true"] ?? "") }.reduce(0, +)
    }
    let both = known("stayed") + known("moved")
    #expect(before == both + known("left") + known("graduated"))
    #expect(now == both + known("joined"))
    #expect(sum("movements-by-school", "earlier") == before)
    #expect(sum("movements-by-school", "now") == now)
    #expect(try value("movements-by-grade total earlier") == before)
    #expect(try value("movements-by-step total persons") == both)
    #expect(sum("movements-by-step", "persons") == both)
    let moved = known("moved")
    #expect(sum("moves", "persons") == moved)
    #expect(sum("movements-by-school", "moved-out") == moved)
    #expect(sum("movements-by-school", "moved-in") == moved)
    for school in Set(
      figures.filter { $0["table"] == "movements-by-school" }.compactMap { $0["row"] })
    {
      let count = { (column: String) in try value("movements-by-school \(school) \(column)") }
      let gone = try ["stayed", "moved-out", "left", "graduated", "not-removable", "no-list"].map(
        count)
      let come = try ["stayed", "moved-in", "joined", "no-list-before"].map(count)
      #expect(try gone.reduce(0, +) == count("earlier") && come.reduce(0, +) == count("now"))
    }
  }
}

import Containers
import Ingest
import Pipeline
import Settings
import Synchronization
import Tables
import TestKit

/// Runs a pipeline of the checkout on the inputs of a folder of `fixtures/`, all in memory.
struct CaseRun {
  let outcome: Outcome

  /// The files of the checkout.
  static let shelf = shelf { _, text in text }

  /// The same, some of whose texts a test changes.
  static func shelf(
    _ changed: @escaping @Sendable (_ path: String, _ text: String) -> String
  ) -> Shelf {
    Shelf(
      text: { path in PipelineFiles.texts[path].map { changed(path, $0) } },
      parse: { try PipelineFiles.settings($0, file: $1) },
      paths: { PipelineFiles.texts.keys.sorted() })
  }

  static func plan(
    _ pipeline: String = "dmc-students.yaml", overrides: [String] = [], jobs: Int = 1
  ) throws -> Plan {
    try Plan(
      text: ProjectFiles.text("pipelines/" + pipeline), path: pipeline, shelf: shelf,
      options: RunOptions(overrides: overrides, jobs: jobs))
  }

  /// The files of a case's `input/`, by dataset.
  static func files(_ name: String, of plan: Plan) throws -> [InputFile] {
    let folder = "fixtures/\(name)/input"
    return try ProjectFiles.files(below: folder).flatMap { path in
      try plan.datasets.filter { $0.takes(path) }.map {
        InputFile(path: path, dataset: $0.name, bytes: try ProjectFiles.bytes(folder + "/" + path))
      }
    }
  }

  /// The same for bytes that a test made.
  static func files(_ files: [(path: String, bytes: [UInt8])], of plan: Plan) -> [InputFile] {
    files.flatMap { path, bytes in
      plan.datasets.filter { $0.takes(path) }.map {
        InputFile(path: path, dataset: $0.name, bytes: bytes)
      }
    }
  }

  init(
    _ name: String = "office", overrides: [String] = [], jobs: Int = 1,
    order: ([InputFile]) -> [InputFile] = { $0 }
  ) async throws {
    let plan = try Self.plan(overrides: overrides, jobs: jobs)
    outcome = try await Run(plan).run(order(Self.files(name, of: plan)))
  }

  /// Runs a pipeline on some of the synthetic exports, each under the path that it is given.
  init(pipeline: String, exports: [(path: String, export: String)]) async throws {
    try await self.init(
      pipeline: pipeline,
      files: exports.map { ($0, try ProjectFiles.bytes("fixtures/exports/" + $1)) })
  }

  init(
    pipeline: String, overrides: [String] = [], files: [(path: String, bytes: [UInt8])]
  ) async throws {
    let plan = try Self.plan(pipeline + ".yaml", overrides: overrides)
    outcome = try await Run(plan).run(Self.files(files, of: plan))
  }

  private let made = MadePages()

  /// The files that are the same in every run: all but the timings.
  var pages: [String: [UInt8]] {
    let pages = outcome.pages.filter { $0.path != "timings.json" }
    return Dictionary(uniqueKeysWithValues: pages.map { ($0.path, made.bytes(of: $0)) })
  }

  func text(_ path: String) -> String {
    let page = outcome.pages.first { $0.path == path }
    return String(decoding: page.map { made.bytes(of: $0) } ?? [], as: UTF8.self)
  }

  /// The records of a CSV file as maps from header to value.
  func records(_ path: String) -> [[String: String]] { CSVRecords.read(text(path)) }
}

/// The bytes of pages by their paths; a page makes them anew whenever it is asked.
private final class MadePages: Sendable {
  private let pages = Mutex<[String: [UInt8]]>([:])

  func bytes(of page: Pages.Page) -> [UInt8] {
    if let known = pages.withLock({ $0[page.path] }) { return known }
    let bytes = page.bytes
    pages.withLock { $0[page.path] = bytes }
    return bytes
  }
}

/// Reads the CSV files that a run writes, for tests to look into.
enum CSVRecords {
  /// The records as maps from header to value.
  static func read(_ text: String) -> [[String: String]] {
    let rows = cells(text)
    guard let header = rows.first else { return [] }
    return rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  /// The records, the header first; those of another length are left out.
  static func cells(_ text: String) -> [[String]] {
    var rows: [[String]] = [[""]]
    var quoted = false
    for scalar in text.unicodeScalars {
      let last = (row: rows.count - 1, field: rows[rows.count - 1].count - 1)
      switch scalar {
      case "\"": quoted.toggle()
      case "," where !quoted: rows[last.row].append("")
      case "\n" where !quoted: rows.append([""])
      case "\r" where !quoted: continue
      default: rows[last.row][last.field].unicodeScalars.append(scalar)
      }
    }
    return rows.filter { $0.count == rows[0].count }
  }
}

import Ingest
import Pipeline
import Synth
import TestKit
import Testing

/// Totals are of children and schools, however their rows reach the office.
@Suite struct TotalsTests {
  /// Tables that count files and their rows, and what reading them changed.
  private static let ofFiles: Set<String> = [
    "ledger", "changes", "changes-by-kind", "gates,unreadable",
  ]

  private struct Lists {
    let register: [UInt8]
    let header: [String]
    let rows: [[String]]
  }

  /// The lists of an office with children who are registered twice and all that clerks do to a second entry.
  private static let lists = Result { () -> Lists in
    var layout = RegisterLayout(
      try SynthSettings(schools: 20, students: 900, seed: 4, twice: 60))
    var bytes: [UInt8] = []
    while let files = layout.nextBatch() {
      bytes += files.filter { $0.path == "input/dmc/students.csv" }.flatMap { $0.bytes }
    }
    let cells = CSVRecords.cells(String(decoding: bytes, as: UTF8.self))
    return Lists(
      register: layout.register.bytes, header: cells[0], rows: Array(cells.dropFirst()))
  }

  /// Ways in which the same rows may come.
  enum Way: CaseIterable, Sendable { case shuffled, split, inWorkbooks, asUnicodeText, semicolons }

  private func files(_ way: Way, _ lists: Lists) -> [(path: String, bytes: [UInt8])] {
    var generator = SeededGenerator(11)
    let shuffled = lists.rows.shuffled(using: &generator)
    let halves = [Array(lists.rows.prefix(400)), Array(lists.rows.dropFirst(400))]
    func write(_ rows: [[String]], _ sheet: consuming some Sheet) -> [UInt8] {
      var sheet = sheet
      for row in [lists.header] + rows { _ = sheet.append(Row(row)) }
      return sheet.finish()
    }
    return switch way {
    case .shuffled: [("dmc/all.csv", write(shuffled, DelimitedSheet()))]
    case .split:
      stride(from: 0, to: shuffled.count, by: 57).map { first in
        (
          "dmc/\(first).csv",
          write(Array(shuffled[first..<min(shuffled.count, first + 57)]), DelimitedSheet())
        )
      }
    case .inWorkbooks:
      halves.enumerated().map { ("dmc/\($0.offset).xlsx", write($0.element, WorkbookSheet())) }
    case .asUnicodeText:
      halves.enumerated().map {
        (
          "dmc/\($0.offset).txt",
          write($0.element, DelimitedSheet(separator: "\t", encoding: .utf16LittleEndian))
        )
      }
    case .semicolons:
      [
        (
          "dmc/all.csv",
          write(
            lists.rows,
            DelimitedSheet(separator: ";", newline: "\r\n", encoding: .utf8WithMark))
        )
      ]
    }
  }

  private func run(_ files: [(path: String, bytes: [UInt8])]) async throws -> [String] {
    let run = try await CaseRun(
      pipeline: "dmc-students",
      files: files + [("register/schools.csv", try Self.lists.get().register)])
    return run.text("figures.csv").split(separator: "\n").map { String($0) }.filter { line in
      !Self.ofFiles.contains { line.hasPrefix($0 + ",") }
    }
  }

  private static let usual = Task {
    let lists = try Self.lists.get()
    var sheet = DelimitedSheet()
    for row in [lists.header] + lists.rows { _ = sheet.append(Row(row)) }
    return try await TotalsTests().run([("dmc/students.csv", sheet.finish())])
  }

  @Test(arguments: Way.allCases)
  func noFigureChangesWithTheFilesThatBringTheRows(_ way: Way) async throws {
    let usual = try await Self.usual.value
    #expect(usual.count > 1000)
    let other = try await run(files(way, Self.lists.get()))
    let differences = Set(usual).symmetricDifference(other)
    #expect(differences.isEmpty, "\(differences.sorted().prefix(6))")
  }
}

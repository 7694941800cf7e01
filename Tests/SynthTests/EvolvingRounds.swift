import Foundation
import Synth
import Testing

/// The rounds of an evolving office with their truth.
struct EvolvingRounds: Sendable {
  let files: [String: [UInt8]]
  let movements: [[String: String]]
  let people: [[String: String]]
  private let twice: Set<[String?]>

  init(_ rounds: String, _ settings: SynthSettings) throws {
    var layout = EvolvingLayout(try settings.rounds(rounds))
    var made: [SyntheticFile] = []
    while let round = layout.nextRound() { made += round }
    made += layout.truth
    files = Dictionary(uniqueKeysWithValues: made.map { ($0.path, $0.bytes) })
    movements = Self.lines(files["truth/movements.csv"])
    people = Self.lines(files["truth/people.csv"])
    let rows = Dictionary(grouping: people) { [$0["round"], $0["person"]] }
    twice = Set(rows.filter { $0.value.count > 1 }.keys)
  }

  /// How many lines of the movements from a round have a word in a column.
  func count(_ word: String, in column: String, from round: String) -> Int {
    movements.count { $0["from"] == round && $0[column] == word }
  }

  /// A row of a list, and whose it is.
  struct Pupil: Sendable {
    let person: String
    let cells: [String]

    subscript(column: StudentColumn) -> String { cells[column.rawValue] }
  }

  /// The pupils of a file that is UTF-8 with commas; the file is named by its schools.
  func pupils(of round: String, inFile schools: String) throws -> [Pupil] {
    let folder = round.replacing("/", with: "-")
    let path = "dmc/\(folder)-student-\(schools).csv"
    let table = TextTable(try #require(files["\(folder)/input/\(path)"]))
    return try people.filter { $0["round"] == round && $0["file"] == path }.map { line in
      let row = try #require(line["row"].flatMap { Int($0) })
      return Pupil(person: try #require(line["person"]), cells: table.records[row - 1])
    }
  }

  /// Whether a round has two rows of a person.
  func isTwice(_ person: String, in round: String) -> Bool {
    twice.contains([round, person])
  }

  func write(to folder: URL) throws {
    for (path, bytes) in files {
      let url = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url)
    }
  }

  private static func lines(_ bytes: [UInt8]?) -> [[String: String]] {
    let table = TextTable(bytes ?? [])
    return table.rows.map {
      Dictionary(uniqueKeysWithValues: zip(table.records[0], $0))
    }
  }
}

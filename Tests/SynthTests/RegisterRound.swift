import Synth
import Testing

/// A register for the matcher, with its truth, as tables.
struct RegisterRound: Sendable {
  let files: [String: [UInt8]]
  let students: TextTable
  let people: TextTable
  let duplicates: TextTable
  let negatives: TextTable

  init(_ settings: SynthSettings) {
    files = Self.files(settings)
    students = TextTable(files["input/dmc/students.csv"] ?? [])
    people = TextTable(files["truth/people.csv"] ?? [])
    duplicates = TextTable(files["truth/duplicates.csv"] ?? [])
    negatives = TextTable(files["truth/negatives.csv"] ?? [])
  }

  static func files(_ settings: SynthSettings) -> [String: [UInt8]] {
    var layout = RegisterLayout(settings)
    var files = [layout.register.path: layout.register.bytes]
    while let batch = layout.nextBatch() {
      for file in batch { files[file.path, default: []] += file.bytes }
    }
    return files
  }

  /// A cell by the number of its row, from 1.
  func cell(_ row: Int, _ column: StudentColumn) -> String {
    students.records[row - 1][column.rawValue]
  }

  var clusters: [String: [(kind: String, row: Int)]] {
    get throws {
      var clusters: [String: [(kind: String, row: Int)]] = [:]
      for line in duplicates.rows {
        clusters[line[0], default: []].append((line[1], try #require(Int(line[3]))))
      }
      return clusters
    }
  }

  var peopleByRow: [Int: String] {
    get throws {
      var people: [Int: String] = [:]
      for line in self.people.rows { people[try #require(Int(line[1]))] = line[2] }
      return people
    }
  }
}

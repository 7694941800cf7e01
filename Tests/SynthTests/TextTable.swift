import Synth

/// A CSV file as records of fields, for looking into what was made.
struct TextTable: Sendable {
  let records: [[String]]

  init(_ bytes: [UInt8]) {
    var records: [[String]] = []
    var fields: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if byte == UInt8(ascii: ","), !isQuoted {
        fields.append(String(decoding: field, as: UTF8.self))
        field = []
      } else if byte == UInt8(ascii: "\n"), !isQuoted {
        records.append(fields + [String(decoding: field, as: UTF8.self)])
        (fields, field) = ([], [])
      } else {
        field.append(byte)
      }
    }
    self.records = records
  }

  var rows: [[String]] { Array(records.dropFirst()) }
}

/// A round in one file, with its truth, as tables.
struct SingleRound: Sendable {
  let students: TextTable
  let planted: TextTable
  let people: TextTable
  let duplicates: TextTable
  let totals: TextTable

  init(_ settings: SynthSettings) {
    var layout = SingleLayout(settings)
    var files: [String: [UInt8]] = [:]
    while let batch = layout.nextBatch() {
      for file in batch { files[file.path, default: []] += file.bytes }
    }
    students = TextTable(files["input/dmc/students.csv"] ?? [])
    planted = TextTable(files["truth/planted.csv"] ?? [])
    people = TextTable(files["truth/people.csv"] ?? [])
    duplicates = TextTable(files["truth/duplicates.csv"] ?? [])
    totals = TextTable(layout.totals.bytes)
  }

  /// A cell by the number of its row, from 1.
  func cell(_ row: Int, _ column: StudentColumn) -> String {
    students.records[row - 1][column.rawValue]
  }
}

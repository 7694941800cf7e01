package import Tables

/// What a run over the synthetic files must find, as lines of CSV.
///
/// The lines come in the order of the files and can be taken away while more are made; only the totals
/// are kept to the end.
package struct Truth: Sendable {
  package private(set) var planted = Lines(header: "rule,severity,file,sheet,row,column")
  package private(set) var repaired = Lines(header: "kind,file,sheet,row")
  package private(set) var people: Lines
  package private(set) var duplicates = Lines(header: "cluster,kind,file,row")
  private var clusters: [(pair: Pair, file: String, row: Int)] = []
  private var totals: [CountKey: (registered: Int, persons: Int)] = [:]
  /// Where there are several, the people's lines name the round, the sheet and the school too.
  package var round: String?

  package init(round: String? = nil) {
    self.round = round
    people = Lines(
      header: round == nil ? "file,row,person" : "round,file,sheet,row,person,school")
  }

  package mutating func expect(
    _ rule: String, _ severity: Severity, at place: RowPlace, column: String
  ) {
    planted.append(
      "\(rule),\(severity.rawValue),\(place.file),\(place.sheet),\(place.row),\(column)")
  }

  /// A mistake in all rows of a file, of which one line speaks.
  package mutating func expect(_ mistake: FileMistake, file: String, sheet: String) {
    let column = mistake.column?.name ?? ""
    planted.append("\(mistake.rule),\(mistake.severity.rawValue),\(file),\(sheet),,\(column)")
  }

  /// A damage of which nothing worse than a note may be said.
  package mutating func expectRepair(_ kind: String, at place: RowPlace) {
    repaired.append("\(kind),\(place.file),\(place.sheet),\(place.row)")
  }

  /// Counts a row that can be placed, and says whose it is.
  package mutating func count(
    _ key: CountKey, _ registration: Registration, at place: RowPlace
  ) {
    if let round {
      let school = Digits.padded(key.school ?? 0, to: 8)
      people.append(
        "\(round),\(place.file),\(place.sheet),\(place.row),\(registration.person.number),\(school)"
      )
    } else {
      people.append(place, registration.person.number)
    }
    totals[key, default: (0, 0)].registered += 1
    totals[key, default: (0, 0)].persons += registration.isFurther ? 0 : 1
  }

  package mutating func link(_ pair: Pair, at place: RowPlace) {
    for rule in pair.kind.rules {
      expect(rule, pair.kind.severity, at: place, column: StudentColumn.citizenID.name)
    }
    clusters.append((pair, place.file, place.row))
  }

  /// Writes the clusters of the pairs that are complete, in the order of their numbers.
  package mutating func closePairs() {
    let sorted = clusters.enumerated().sorted {
      ($0.element.pair.number, $0.offset) < ($1.element.pair.number, $1.offset)
    }
    for (_, member) in sorted {
      duplicates.append(
        "\(member.pair.number),\(member.pair.kind.cluster),\(member.file),\(member.row)")
    }
    clusters = []
  }

  /// The counts by school, grade and sex.
  package var totalsFile: SyntheticFile {
    var lines = Lines(header: "school,grade,sex,registered,persons")
    for (key, count) in totals.sorted(by: { $0.key < $1.key }) {
      let school = key.school.map { Digits.padded($0, to: 8) } ?? ""
      let head = "\(school),\(key.grade?.text ?? ""),\(key.sex?.code ?? "")"
      lines.append("\(head),\(count.registered),\(count.persons)")
    }
    return SyntheticFile(path: Self.folder + "totals.csv", bytes: lines.bytes)
  }

  /// Takes away the lines that were made until now.
  package mutating func takeFiles() -> [SyntheticFile] {
    [
      SyntheticFile(path: Self.folder + "planted.csv", bytes: planted.take()),
      SyntheticFile(path: Self.folder + "repaired.csv", bytes: repaired.take()),
      SyntheticFile(path: Self.folder + "people.csv", bytes: people.take()),
      SyntheticFile(path: Self.folder + "duplicates.csv", bytes: duplicates.take()),
    ]
  }

  private static let folder = "truth/"
}

/// Where a row stands: the file below the folder of inputs, its sheet, and the record from 1.
package struct RowPlace: Sendable {
  package let file: String
  /// Empty for a text file.
  package let sheet: String
  package let row: Int
  /// `file,` as bytes, for the line that every row gets.
  fileprivate let prefix: [UInt8]

  package init(file: String, sheet: String, row: Int, prefix: [UInt8]? = nil) {
    self.file = file
    self.sheet = sheet
    self.row = row
    self.prefix = prefix ?? Array("\(file),".utf8)
  }
}

/// Lines of a CSV file that is being made.
package struct Lines: Sendable {
  package private(set) var bytes: [UInt8]

  package init(header: String) { bytes = Array((header + "\n").utf8) }

  package mutating func append(_ line: String) {
    bytes.append(contentsOf: line.utf8)
    bytes.append(UInt8(ascii: "\n"))
  }

  package mutating func append(_ place: RowPlace, _ person: Int) {
    bytes.append(contentsOf: place.prefix)
    Digits.append(place.row, to: &bytes)
    bytes.append(UInt8(ascii: ","))
    Digits.append(person, to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
  }

  package mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }
}

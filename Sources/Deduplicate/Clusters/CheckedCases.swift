internal import Tables

/// The worklist of duplicates as it comes back: of each case what a check has found of its registrations.
///
/// Lines with one number on one sheet are a case. Beside the results of a check a line may say that the
/// registrations of its case are one child's, or two children's.
struct CheckedCases {
  private let table: CleanTable
  private let dataset: Int
  /// Of each compared table what its rows are called, and the number of its first row.
  private let keys: [(keys: RecordKeys, start: Int)]

  init(_ table: CleanTable, dataset: Int, keys: [(keys: RecordKeys, start: Int)]) {
    self.table = table
    self.dataset = dataset
    self.keys = keys
  }

  /// A line, and the rows that its record names.
  private struct Line {
    let line: Int
    let word: String
    /// Rows of the own table, and of any.
    var own: [Int] = []
    var rows: [Int] = []
  }

  func read(into decisions: inout Decisions) {
    guard let records = table["record"], let results = table["result"] else { return }
    let lines = (0..<table.count).filter { table.accepted[$0] }
    guard lines.contains(where: { !results.isMissing($0) }) else { return }
    let names = lines.map { records.string($0) }
    let rows = keys.map { $0.keys.rows(named: names) }
    let read = lines.map { line in
      var made = Line(line: line, word: results.string(line))
      let name = records.string(line)
      made.own = rows[0][name] ?? []
      // A registration of another affiliation is looked for where no own one is called so.
      made.rows =
        zip(rows, keys).lazy.compactMap { rows, key in
          rows[name].map { $0.map { key.start + $0 } }
        }.first ?? []
      return made
    }
    for line in read where !line.word.isEmpty { take(line, into: &decisions) }
    for group in groups(of: read) { take(group, into: &decisions) }
    decisions.settle()
  }

  private func place(_ line: Line) -> RowReference {
    RowReference(dataset: dataset, row: line.line)
  }

  private func result(_ line: Line) -> CheckedPresence.Result? {
    CheckedPresence.Result(rawValue: line.word)
  }

  /// What a line says of its own registration.
  private func take(_ line: Line, into decisions: inout Decisions) {
    guard let result = result(line) else {
      if MatchVerdict(rawValue: line.word) == nil { decisions.note(place(line), .unreadableResult) }
      return
    }
    // What is confirmed to be gone may be removed by now; who attends should be there.
    if line.rows.isEmpty, result == .found { decisions.note(place(line), .unknown) }
    let presence = CheckedPresence(result, note: table["note"]?.string(line.line) ?? "")
    for row in line.rows {
      decisions.check(row, presence, at: place(line), day: Decisions.day(line.line, table))
    }
  }

  /// What the lines of a case say together.
  private func take(_ group: [Line], into decisions: inout Decisions) {
    for line in group {
      guard let verdict = MatchVerdict(rawValue: line.word) else { continue }
      for other in group where other.line != line.line {
        decisions.decide(
          line.own, other.own, verdict, at: place(line), day: Decisions.day(line.line, table))
      }
    }
    let found = group.filter { result($0) == .found }
    guard found.count == 1, let kept = found.first,
      group.allSatisfy({ $0.line == kept.line || result($0)?.isGone ?? false })
    else { return }
    for other in group where other.line != kept.line {
      decisions.decide(
        kept.own, other.own, .same, at: place(other), day: Decisions.day(other.line, table),
        followsFromCheck: true)
    }
  }

  /// The lines of each case, in the order of the first; nobody is registered so often as `mostLines`.
  private func groups(of lines: [Line]) -> [[Line]] {
    guard let numbers = table["number"] else { return [] }
    struct Key: Hashable {
      let input: Int
      let sheet: Int
      let number: String
    }
    var groups: [[Line]] = []
    var places: [Key: Int] = [:]
    for line in lines where !numbers.isMissing(line.line) {
      let origin = table.raw.origins[line.line]
      let key = Key(
        input: origin.input, sheet: origin.sheet, number: numbers.string(line.line))
      if let place = places[key] {
        groups[place].append(line)
      } else {
        places[key] = groups.count
        groups.append([line])
      }
    }
    return groups.filter { 2...Self.mostLines ~= $0.count }
  }

  private static let mostLines = 64
}

internal import Tables

/// What persons have decided about pairs of rows, as the file of decisions says it.
///
/// Its lines name records and not rows, so that they hold in the next round too. Of several lines about the
/// same two records the one with the latest date counts, and among those the last.
struct Decisions: Sendable {
  /// One decision that counts: rows of the own table, and the line it stands in.
  struct Decision: Sendable {
    let left: UInt32
    let right: UInt32
    let verdict: MatchVerdict
    let line: Int
  }

  private(set) var all: [Decision] = []
  private(set) var notes: [DecisionNote] = []
  private var verdicts: [UInt64: MatchVerdict] = [:]

  /// No decisions.
  init() {}

  /// - Parameters:
  ///   - table: has the columns record, other, decision and when.
  ///   - dataset: its place among the tables.
  init(_ table: CleanTable, dataset: Int, keys: RecordKeys) {
    guard let records = table["record"], let others = table["other"],
      let decisions = table["decision"]
    else { return }
    let lines = (0..<table.count).filter { table.accepted[$0] && !decisions.isMissing($0) }
    let rows = keys.rows(named: lines.flatMap { [records.string($0), others.string($0)] })
    var latest: [UInt64: Decision] = [:]
    for line in lines {
      let place = RowReference(dataset: dataset, row: line)
      guard let verdict = MatchVerdict(rawValue: decisions.string(line)) else {
        notes.append(DecisionNote(place: place, outcome: .unreadable))
        continue
      }
      guard let left = rows[records.string(line)], let right = rows[others.string(line)] else {
        notes.append(DecisionNote(place: place, outcome: .unknown))
        continue
      }
      for one in left {
        for other in right where one != other {
          let pair = RowPair(UInt32(one), UInt32(other))
          let decision = Decision(
            left: pair.left, right: pair.right, verdict: verdict, line: line)
          guard let known = latest[pair.word] else {
            latest[pair.word] = decision
            continue
          }
          let isNewer = Self.day(line, table) >= Self.day(known.line, table)
          latest[pair.word] = isNewer ? decision : known
          if known.verdict != verdict {
            notes.append(
              DecisionNote(
                place: RowReference(dataset: dataset, row: isNewer ? known.line : line),
                outcome: .replaced))
          }
        }
      }
    }
    all = latest.sorted { $0.key < $1.key }.map { $0.value }
    verdicts = latest.mapValues { $0.verdict }
  }

  private static func day(_ line: Int, _ table: CleanTable) -> Int32 {
    table["when"]?.date?[line]?.number ?? .min
  }

  /// What was decided about two rows; nil when nothing was.
  subscript(left: UInt32, right: UInt32) -> MatchVerdict? {
    verdicts.isEmpty ? nil : verdicts[RowPair(left, right).word]
  }

  mutating func contradicted(_ lines: [Int], dataset: Int) {
    notes += lines.map {
      DecisionNote(place: RowReference(dataset: dataset, row: $0), outcome: .contradicted)
    }
  }
}

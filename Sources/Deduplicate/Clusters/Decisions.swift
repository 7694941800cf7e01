internal import Tables

/// What persons have decided about pairs of rows, and what checks have found of single ones.
///
/// Lines name records and not rows, so that they hold in the next round too. Of several lines about the
/// same two records, or the same one, that with the latest date counts, and among those the last.
struct Decisions: Sendable {
  /// One decision that counts: rows of the own table, and the line it stands in.
  struct Decision: Sendable {
    let left: UInt32
    let right: UInt32
    let verdict: MatchVerdict
    let line: RowReference
    let day: Int32
    /// It follows from a check of presence, which knows nothing of what keeps two rows apart.
    let followsFromCheck: Bool
  }

  /// What a check has found of a row, and the line it stands in.
  struct Presence: Sendable {
    let presence: CheckedPresence
    let line: RowReference
    let day: Int32
  }

  private(set) var all: [Decision] = []
  private(set) var notes: [DecisionNote] = []
  private var verdicts: [UInt64: MatchVerdict] = [:]
  private var latest: [UInt64: Decision] = [:]
  private var presences: [UInt32: Presence] = [:]

  /// What was decided about two rows; nil when nothing was.
  subscript(left: UInt32, right: UInt32) -> MatchVerdict? {
    verdicts.isEmpty ? nil : verdicts[RowPair(left, right).word]
  }

  /// What a check has found of a row of any table that is compared.
  func presence(of row: UInt32) -> CheckedPresence? {
    presences.isEmpty ? nil : presences[row]?.presence
  }

  mutating func note(_ place: RowReference, _ outcome: DecisionNote.Outcome) {
    notes.append(DecisionNote(place: place, outcome: outcome))
  }

  mutating func contradicted(_ lines: [RowReference]) {
    for line in lines { note(line, .contradicted) }
  }

  // MARK: Reading

  /// Takes up the lines of a table with the columns record, other, decision and when.
  mutating func read(_ table: CleanTable, dataset: Int, keys: RecordKeys) {
    guard let records = table["record"], let others = table["other"],
      let decisions = table["decision"]
    else { return }
    let lines = (0..<table.count).filter { table.accepted[$0] && !decisions.isMissing($0) }
    let rows = keys.rows(named: lines.flatMap { [records.string($0), others.string($0)] })
    for line in lines {
      let place = RowReference(dataset: dataset, row: line)
      guard let verdict = MatchVerdict(rawValue: decisions.string(line)) else {
        note(place, .unreadable)
        continue
      }
      guard let left = rows[records.string(line)], let right = rows[others.string(line)] else {
        note(place, .unknown)
        continue
      }
      let day = Self.day(line, table)
      decide(left, right, verdict, at: place, day: day)
    }
    settle()
  }

  /// A line that is dated; before all others where it is not.
  static func day(_ line: Int, _ table: CleanTable) -> Int32 {
    table["when"]?.date?[line]?.number ?? .min
  }

  /// Decides about all pairs of rows of the own table that two records name.
  mutating func decide(
    _ left: [Int], _ right: [Int], _ verdict: MatchVerdict, at line: RowReference, day: Int32,
    followsFromCheck: Bool = false
  ) {
    for one in left {
      for other in right where one != other {
        let pair = RowPair(UInt32(one), UInt32(other))
        let decision = Decision(
          left: pair.left, right: pair.right, verdict: verdict, line: line, day: day,
          followsFromCheck: followsFromCheck)
        guard let known = latest[pair.word] else {
          latest[pair.word] = decision
          continue
        }
        // What somebody has decided is not undone by what follows from a check.
        if followsFromCheck, !known.followsFromCheck { continue }
        let isNewer = day >= known.day || known.followsFromCheck && !followsFromCheck
        latest[pair.word] = isNewer ? decision : known
        if known.verdict != verdict { note(isNewer ? known.line : line, .replaced) }
      }
    }
  }

  mutating func check(_ row: Int, _ presence: CheckedPresence, at line: RowReference, day: Int32) {
    let new = Presence(presence: presence, line: line, day: day)
    guard let known = presences[UInt32(row)] else {
      presences[UInt32(row)] = new
      return
    }
    let isNewer = day >= known.day
    presences[UInt32(row)] = isNewer ? new : known
    if known.presence.result != presence.result { note(isNewer ? known.line : line, .replaced) }
  }

  /// The decisions that count, in the order of their rows.
  mutating func settle() {
    all = latest.sorted { $0.key < $1.key }.map { $0.value }
    verdicts = latest.mapValues { $0.verdict }
  }

  /// Tells the clusters whose child is said to be in two places, or in none.
  mutating func tell(_ clusters: [Cluster], row: (Cluster.Member) -> UInt32?) {
    guard !presences.isEmpty else { return }
    for cluster in clusters where cluster.isOnePerson {
      let outcome: DecisionNote.Outcome
      switch cluster.resolution {
      case .contested: outcome = .contested
      case .nowhere: outcome = .nowhere
      case .open, .confirmed: continue
      }
      let lines = cluster.members.compactMap { row($0).flatMap { presences[$0]?.line } }
      if let first = lines.min(by: { ($0.dataset, $0.row) < ($1.dataset, $1.row) }) {
        note(first, outcome)
      }
    }
  }
}

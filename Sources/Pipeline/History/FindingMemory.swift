internal import Tables

/// What the last run of a round with other inputs found, held against what this one finds.
struct FindingMemory: FindingHistory {
  /// Nil when the round has no run before this one.
  let earlier: [RememberedFinding]?
  let digest: RowDigest
  /// The rules that are switched off; what they found before is not mended.
  let off: Set<Int>
  /// The datasets that a rule compares with, by its place.
  let compared: [Int: [String]]

  func progress(
    of findings: Findings, at places: [FindingPlace], in linked: LinkedTables, _ book: RuleBook
  ) -> Progress? {
    guard let earlier else { return nil }
    let now = zip(findings.all, places).map { remembered($0, $1, linked, book) }
    var states = [Progress.State](repeating: .new, count: now.count)
    var left = EarlierFindings(earlier)
    for (index, finding) in now.enumerated() where left.take(finding, by: finding.key) {
      states[index] = .open
    }
    // What identified a row may itself have been corrected; its names are then still the same.
    left.lookByOthers()
    for (index, finding) in now.enumerated() where states[index] == .new && finding.other != 0 {
      if left.take(finding, by: finding.otherKey) { states[index] = .open }
    }
    let judged = Judged(linked, book, off: off, compared: compared)
    return Progress(
      states: states,
      mended: left.rest.filter { judged.holds($0) }.map { Progress.Mended($0) })
  }

  /// Made of what tells a finding from run to run, so that it is the same wherever the row stands then, and of the
  /// value that was found: what was right by the documents was this value, and not the next one.
  ///
  /// Of several findings that are told by the same the first is the first again.
  func references(
    of findings: Findings, at places: [FindingPlace], in linked: LinkedTables, _ book: RuleBook
  ) -> [FindingReference] {
    var seen: [FindingKey: Int] = [:]
    return zip(findings.all, places).map { finding, place in
      guard place.school != nil else { return .none }
      let key = remembered(finding, place, linked, book).key
      seen[key, default: 0] += 1
      return FindingReference(
        digest: digest.digest(
          of: [
            "reference", key.rule, key.dataset, key.school, key.column, String(key.row),
            String(seen[key] ?? 0), value(finding, place, linked),
          ].joined(separator: "\u{1F}")))
    }
  }

  /// What the file says in the cell that a finding is about; empty for one that is about no cell.
  private func value(
    _ finding: Finding, _ place: FindingPlace, _ linked: LinkedTables
  ) -> String {
    guard let row = place.row, let column = finding.column else { return "" }
    return linked.clean.tables[row.dataset].raw.columns[column].string(row.row)
  }

  /// The findings of a run as the next one will ask for them.
  ///
  /// What this run could not judge, for a school has handed in nothing, is kept as it was.
  func remembered(
    _ findings: Findings, in linked: LinkedTables, _ book: RuleBook
  ) -> [RememberedFinding] {
    let judged = Judged(linked, book, off: off, compared: compared)
    let kept = (earlier ?? []).filter { !$0.key.school.isEmpty && !judged.holds($0) }
    return findings.all.map { remembered($0, linked.place(of: $0), linked, book) } + kept
  }

  private func remembered(
    _ finding: Finding, _ place: FindingPlace, _ linked: LinkedTables, _ book: RuleBook
  ) -> RememberedFinding {
    let input = linked.clean.inputs[place.origin.input]
    let dataset = place.row?.dataset ?? linked.clean.index(of: input.dataset)
    let table = dataset.map { linked.clean.tables[$0] }
    let school = place.school.map { linked.schools[$0].code } ?? ""
    let digests: (first: Int64, last: Int64) =
      if let table, let row = place.row?.row {
        digest.digests(of: row, in: table)
      } else {
        // A file of a school may be called otherwise the next time.
        (digest.digest(of: "\(school.isEmpty ? input.path : "")\u{1F}\(place.origin.sheet)"), 0)
      }
    return RememberedFinding(
      key: FindingKey(
        rule: book[finding].code, dataset: table?.name ?? input.dataset, school: school,
        column: finding.column.flatMap { table?.schema.columns[$0].name } ?? "",
        row: digests.first),
      other: digests.last, file: input.path, sheet: input.sheet(place.origin.sheet),
      row: place.origin.row)
  }
}

/// The findings of the run before that no finding of this one has been held against yet.
private struct EarlierFindings {
  private let all: [RememberedFinding]
  private var isTaken: [Bool]
  private var places: [FindingKey: [Int]]

  init(_ findings: [RememberedFinding]) {
    all = findings
    isTaken = Array(repeating: false, count: findings.count)
    places = Dictionary(grouping: findings.indices) { findings[$0].key }
  }

  mutating func lookByOthers() {
    places = Dictionary(grouping: all.indices.filter { !isTaken[$0] && all[$0].other != 0 }) {
      all[$0].otherKey
    }
  }

  /// Takes the finding with a key away, of several the one in the same row; false when there is none.
  mutating func take(_ finding: RememberedFinding, by key: FindingKey) -> Bool {
    guard let candidates = places[key], !candidates.isEmpty else { return false }
    let chosen = candidates.firstIndex { all[$0].row == finding.row } ?? 0
    isTaken[candidates[chosen]] = true
    places[key]?.remove(at: chosen)
    return true
  }

  var rest: [RememberedFinding] { all.indices.filter { !isTaken[$0] }.map { all[$0] } }
}

/// What this run could have found again: what is not handed in, or not looked for, is not mended.
private struct Judged {
  private let book: RuleBook
  private let off: Set<Int>
  private let compared: [Int: [String]]
  /// The schools with rows, by dataset.
  private var schools: [String: Set<String>] = [:]
  private let paths: Set<String>

  init(_ linked: LinkedTables, _ book: RuleBook, off: Set<Int>, compared: [Int: [String]]) {
    self.book = book
    self.off = off
    self.compared = compared
    paths = Set(linked.clean.inputs.map { $0.path })
    for (table, links) in zip(linked.clean.tables, linked.links) where table.count > 0 {
      schools[table.name] = Set(
        Set(links.schools).compactMap { $0.map { linked.schools[Int($0)].code } })
    }
  }

  func holds(_ finding: RememberedFinding) -> Bool {
    guard let rule = book.index(of: finding.key.rule), !off.contains(rule),
      (compared[rule] ?? []).allSatisfy({ schools[$0] != nil })
    else { return false }
    // Without a school it is known by its file.
    return finding.key.school.isEmpty
      ? paths.contains(finding.file)
      : schools[finding.key.dataset]?.contains(finding.key.school) ?? false
  }
}

extension RememberedFinding {
  fileprivate var otherKey: FindingKey {
    FindingKey(
      rule: key.rule, dataset: key.dataset, school: key.school, column: key.column, row: other)
  }
}

extension Progress.Mended {
  fileprivate init(_ finding: RememberedFinding) {
    self.init(
      rule: finding.key.rule, school: finding.key.school, file: finding.file, sheet: finding.sheet,
      row: finding.row, column: finding.key.column)
  }
}

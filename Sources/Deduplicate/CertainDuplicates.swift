internal import Tables

/// Finds the rows that carry the same valid identifier, and says whether they are one child.
///
/// Two registrations with one number are one child when their given names are near, or when birth
/// date and surname agree in two different schools (a changed given name). Otherwise the number is
/// shared by different children, who stay different persons.
struct CertainDuplicates {
  let model: CertainModel
  let table: CleanTable
  let inputs: [InputReport]
  let schools: [Int32?]

  /// The clusters, in the order of their first rows.
  func clusters() -> [Cluster] {
    groups().flatMap { rows in clusters(of: rows) }
      .sorted { ($0.members[0].row, $0.kind.rawValue) < ($1.members[0].row, $1.kind.rawValue) }
  }

  // MARK: Groups

  /// The groups of two or more rows with one valid identifier.
  private func groups() -> [[Int]] {
    guard let identifiers = table.columns[model.identifier].identifier else {
      preconditionFailure("the identifier's column is of kind identifier")
    }
    var firstRows = RowTable(capacity: table.count)
    var groups: [UInt64: [Int]] = [:]
    for row in 0..<table.count where table.accepted[row] {
      let identifier = identifiers[row]
      guard identifier.isCertain else { continue }
      let first = firstRows.first(for: identifier.word, row: row) { identifiers[$0].word }
      if let first { groups[identifier.word, default: [first]].append(row) }
    }
    return groups.values.sorted { $0[0] < $1[0] }
  }

  // MARK: Children

  private func clusters(of rows: [Int]) -> [Cluster] {
    let children = children(of: rows)
    var clusters = children.filter { $0.count > 1 }.map(registrations)
    if children.count > 1 {
      clusters.append(
        Cluster(
          kind: .shared, evidence: "id-exact", score: 0,
          members: children.map { Cluster.Member(row: $0[0], suggestion: .check) }))
    }
    return clusters
  }

  /// Above this many rows a number is nobody's own, and only equal names are one child.
  private let mostComparedRows = 48

  /// Splits rows with one number into children; rows are joined through any row they both fit.
  private func children(of rows: [Int]) -> [[Int]] {
    guard rows.count <= mostComparedRows else {
      let byName = Dictionary(grouping: rows) { text(model.givenName, $0) }
      return byName.values.sorted { $0[0] < $1[0] }
    }
    var children: [[Int]] = []
    for row in rows {
      let fitting = children.indices.filter { children[$0].contains { isSameChild($0, row) } }
      guard let home = fitting.first else {
        children.append([row])
        continue
      }
      for index in fitting.dropFirst().reversed() { children[home] += children.remove(at: index) }
      children[home].append(row)
    }
    return children.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  private func isSameChild(_ left: Int, _ right: Int) -> Bool {
    if GivenName.areNear(text(model.givenName, left), text(model.givenName, right)) { return true }
    let birthDates = table.columns[model.birthDate].date
    return schools[left] != schools[right]
      && birthDates?[left] != nil && birthDates?[left] == birthDates?[right]
      && GivenName.areNear(text(model.surname, left), text(model.surname, right))
  }

  private func text(_ column: Int, _ row: Int) -> String { table.columns[column].string(row) }

  // MARK: Registrations

  private func registrations(_ rows: [Int]) -> Cluster {
    let isOneSchool = Set(rows.map { schools[$0] }).count == 1
    let kept = rows.max { isKeptAfter($0, $1) }
    return Cluster(
      kind: isOneSchool ? .sameSchool : .sameOffice, evidence: "id-exact", score: 1,
      members: rows.map { row in
        let other: Cluster.Suggestion = isOneSchool ? .remove : .check
        return Cluster.Member(row: row, suggestion: row == kept ? .keep : other)
      })
  }

  /// The right registration is kept before the left one.
  ///
  /// Kept is one that is still attended, then the latest export, then the fullest row, then the first.
  private func isKeptAfter(_ left: Int, _ right: Int) -> Bool {
    let (one, other) = (merit(left), merit(right))
    return (one.attended, one.stamp, one.filled, other.row)
      < (other.attended, other.stamp, other.filled, one.row)
  }

  private func merit(_ row: Int) -> (attended: Int, stamp: String, filled: Int, row: Int) {
    let leaving = model.lastResort.flatMap { table.columns[$0].flag?[row] } ?? false
    let filled = table.columns.count { !$0.isMissing(row) }
    let stamp = inputs[table.raw.origins[row].input].stamp ?? ""
    return (leaving ? 0 : 1, stamp, filled, row)
  }
}

/// The first row of each identifier, in a table of open addresses: four bytes an entry.
private struct RowTable {
  private var slots: [UInt32]

  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
  }

  /// The first row with this word; nil, and the row is kept, when it is the first itself.
  mutating func first(for word: UInt64, row: Int, wordOf: (Int) -> UInt64) -> Int? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
    while slots[slot] != 0 {
      let known = Int(slots[slot]) - 1
      if wordOf(known) == word { return known }
      slot = (slot + 1) & mask
    }
    slots[slot] = UInt32(row + 1)
    return nil
  }
}

internal import Tables

/// What has become of the figures of one table from one round to another.
struct TableComparison: Sendable {
  /// A figure that is not the same in both rounds.
  struct Difference: Sendable {
    let row: String
    let column: String
    let before: Figure.Value
    let now: Figure.Value

    var change: Figure.Value { now.change(since: before) }
  }

  /// Keys of rows or columns that only one of the rounds has.
  struct Lone: Sendable {
    let before: [String]
    let now: [String]

    var isEmpty: Bool { before.isEmpty && now.isEmpty }
  }

  enum Presence: Sendable { case both, onlyBefore, onlyNow }

  let id: String
  let presence: Presence
  /// Row by row.
  let differences: [Difference]
  /// How many figures are the same.
  let equal: Int
  let rows: Lone
  let columns: Lone
  private let labels: (before: RoundLabels, now: RoundLabels)

  var isEqual: Bool {
    presence == .both && differences.isEmpty && rows.isEmpty && columns.isEmpty
  }

  /// nil stands for a round that does not have the table.
  init(
    id: String, labels: (before: RoundLabels, now: RoundLabels), before: [FiguresReader.Line]?,
    now: [FiguresReader.Line]?
  ) {
    self.id = id
    self.labels = labels
    presence = before == nil ? .onlyNow : now == nil ? .onlyBefore : .both
    let (before, now) = (Self.own(before ?? []), Self.own(now ?? []))
    let old = Dictionary(
      before.map { ($0.id, $0.value) }, uniquingKeysWith: { first, _ in first })
    var differences: [Difference] = []
    var equal = 0
    for line in now {
      guard let earlier = old[line.id] else { continue }
      if earlier.tellsTheSame(as: line.value) {
        equal += 1
      } else {
        differences.append(
          Difference(
            row: line.id.row, column: line.id.column, before: earlier, now: line.value))
      }
    }
    self.differences = differences
    self.equal = equal
    rows = Self.lone(before, now) { $0.row }
    columns = Self.lone(before, now) { $0.column }
  }

  /// What a round says of rounds before it is no figure of its own.
  private static func own(_ lines: [FiguresReader.Line]) -> [FiguresReader.Line] {
    let columns = Set(lines.map { $0.id.column })
    let compared = EarlierRound.Kind.allCases.filter { columns.contains($0.changeColumn) }
    let borrowed = Set(compared.flatMap { [$0.column, $0.changeColumn] })
    return lines.filter { line in
      !borrowed.contains(line.id.column) && !tellsChange(line.id.column)
    }
  }

  /// Whether a column tells what has become of another one, as `change` in a table has it.
  private static func tellsChange(_ column: String) -> Bool {
    EarlierRound.Kind.allCases.contains { column.hasSuffix("/" + $0.changeColumn) }
  }

  private static func lone(
    _ before: [FiguresReader.Line], _ now: [FiguresReader.Line], _ key: (FigureID) -> String
  ) -> Lone {
    let (old, new) = (distinct(before.map { key($0.id) }), distinct(now.map { key($0.id) }))
    let (hadOld, hasNew) = (Set(old), Set(new))
    return Lone(
      before: old.filter { !hasNew.contains($0) }, now: new.filter { !hadOld.contains($0) })
  }

  private static func distinct(_ keys: [String]) -> [String] {
    var seen: Set<String> = []
    return keys.filter { seen.insert($0).inserted }
  }

  // MARK: Names

  func title(_ language: Language) -> String {
    (presence == .onlyBefore ? labels.before : labels.now).title(of: id)[language]
  }

  /// `isGone`: of a row that only the earlier round has.
  func row(_ key: String, _ language: Language, isGone: Bool = false) -> String {
    (isGone ? labels.before : labels.now).row(key, of: id)[language]
  }

  func column(_ key: String, _ language: Language, isGone: Bool = false) -> String {
    (isGone ? labels.before : labels.now).column(key, of: id)[language]
  }
}

extension Figure.Value {
  /// A share of more rows is the same share.
  fileprivate func tellsTheSame(as other: Self) -> Bool {
    if let quotient, let others = other.quotient { quotient == others } else { self == other }
  }
}

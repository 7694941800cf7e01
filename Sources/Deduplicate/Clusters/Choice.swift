internal import Tables

/// Says which of several registrations to keep, and what decided.
///
/// A class, because it is asked a million times and holds much.
final class Choice: Sendable {
  private let rules: [KeepRule]
  private let table: CleanTable
  private let inputs: [InputReport]
  /// How many cells are filled, of the rows that stand in a group.
  private let filled: [Int: Int]

  init(
    _ result: Matcher.Result, _ rules: [KeepRule], _ input: MatchInput, _ inputs: [InputReport]
  ) {
    self.rules = rules
    self.inputs = inputs
    table = input.tables[0].table
    let isAsked = rules.contains { if case .fullest = $0 { true } else { false } }
    let rows = result.groups.joined().map { Int(result.rows[$0]) }.filter { $0 < input.ownCount }
    filled = isAsked ? Self.filled(rows.sorted(), table) : [:]
  }

  /// Column by column, which is several times faster than row by row.
  private static func filled(_ rows: [Int], _ table: CleanTable) -> [Int: Int] {
    var counts = [Int](repeating: 0, count: rows.count)
    for column in table.columns {
      switch column.values {
      case .text(let text):
        for (place, row) in rows.enumerated() where !text.isMissing(row) { counts[place] += 1 }
      default:
        for (place, row) in rows.enumerated() where !column.isMissing(row) { counts[place] += 1 }
      }
    }
    return Dictionary(zip(rows, counts), uniquingKeysWith: { first, _ in first })
  }

  /// The row to keep and the name of the rule that decided; no row when there is none to choose from.
  func kept(of rows: [Int]) -> (row: Int?, reason: String) {
    var left = rows
    var reason = ""
    for rule in rules where left.count > 1 {
      let best = best(left, rule)
      if best.count < left.count { reason = rule.reason }
      left = best
    }
    guard left.count > 1 else { return (left.first, reason) }
    return (first(left), "first")
  }

  /// The first when sorted by what their cells say: not by where they stand, which changes with the files.
  private func first(_ rows: [Int]) -> Int? {
    var left = rows
    for column in table.columns where left.count > 1 {
      let texts = left.map { column.string($0) }
      guard let least = texts.min() else { break }
      left = zip(left, texts).filter { $0.1 == least }.map { $0.0 }
    }
    return left.first
  }

  private func best(_ rows: [Int], _ rule: KeepRule) -> [Int] {
    switch rule {
    case .unset(let column):
      highest(rows) { table.columns[column].flag?[$0] == true ? 0 : 1 }
    case .latest: highest(rows) { inputs[table.raw.origins[$0].input].stamp ?? "" }
    case .highest(let column, let ranks):
      highest(rows) { ranks[table.columns[column].string($0)] ?? -1 }
    case .valid(let column):
      highest(rows) { row in
        let identifier = table.columns[column].identifier?[row]
        return identifier?.hasValidCheckDigit == true
          ? 2 : identifier?.isWellFormedGCode == true ? 1 : 0
      }
    case .fullest: highest(rows) { filled[$0] ?? 0 }
    }
  }

  private func highest<Merit: Comparable>(_ rows: [Int], _ merit: (Int) -> Merit) -> [Int] {
    var best: [Int] = []
    var most: Merit?
    for row in rows {
      let own = merit(row)
      if let most, own < most { continue }
      if most != own { best.removeAll() }
      most = own
      best.append(row)
    }
    return best
  }
}

internal import Tables

/// What a column holds, in five figures.
struct ColumnProfile: Sendable, Equatable {
  /// Rows whose cell means something.
  var filled = 0
  var distinct = 0
  /// The most frequent value and its number of rows; of equally frequent ones the smallest.
  var top: String?
  var topCount = 0
  /// The smallest and the largest value: numbers by size, days by date, texts by their characters.
  var least: String?
  var most: String?

  /// Counts the accepted rows of a column; values are masked for the audience.
  init(_ table: CleanTable, column: Int, audience: Audience) {
    switch table.columns[column].values {
    case .text(let values):
      count(table) {
        values.isMissing($0) ? nil : values.code($0)
      } text: {
        values.dictionary.string(of: $0)
      } before: {
        values.dictionary.string(of: $0) < values.dictionary.string(of: $1)
      }
    case .number(let values):
      count(table) { row in
        values[row].map { Ranked($0, row) }
      } text: {
        values.string($0.row)
      } before: {
        $0.rank < $1.rank
      }
    case .date(let values):
      count(table) { row in
        values[row].map { Ranked(Int($0.number), row) }
      } text: {
        values[$0.row]?.iso ?? ""
      } before: {
        $0.rank < $1.rank
      }
    case .flag(let values):
      count(table) { row in
        values[row].map { Ranked($0 ? 1 : 0, row) }
      } text: {
        $0.rank == 1 ? "true" : "false"
      } before: {
        $0.rank < $1.rank
      }
    case .identifier(let values):
      count(table) { row in
        values[row].form == .empty ? nil : values.string(row)
      } text: {
        $0
      } before: {
        $0 < $1
      }
    }
    let column = table.schema.columns[column]
    let mask = { (text: String?) in text.map { Mask.masked($0, of: column, for: audience) } }
    (top, least, most) = (mask(top), mask(least), mask(most))
  }

  private mutating func count<Value: Hashable>(
    _ table: CleanTable, _ value: (Int) -> Value?, text: (Value) -> String,
    before: (Value, Value) -> Bool
  ) {
    var counts: [Value: Int] = [:]
    for row in 0..<table.count where table.accepted[row] {
      guard let value = value(row) else { continue }
      filled += 1
      counts[value, default: 0] += 1
    }
    distinct = counts.count
    let top = counts.max { $0.value != $1.value ? $0.value < $1.value : before($1.key, $0.key) }
    self.top = top.map { text($0.key) }
    topCount = top?.value ?? 0
    least = counts.keys.min(by: before).map(text)
    most = counts.keys.max(by: before).map(text)
  }
}

/// A value by its rank, with a row that holds it.
private struct Ranked: Hashable {
  let rank: Int
  let row: Int

  init(_ rank: Int, _ row: Int) {
    self.rank = rank
    self.row = row
  }

  static func == (left: Ranked, right: Ranked) -> Bool { left.rank == right.rank }
  func hash(into hasher: inout Hasher) { hasher.combine(rank) }
}

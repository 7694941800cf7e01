internal import Tables

/// Sorts rows by some columns: codes as their list has them, numbers and days by size, texts by their letters.
///
/// Rows of one school are handed in together and stay together. What is missing stands last.
struct RowsOrder {
  private let keys: [[UInt32]]

  /// `columns` are places in the schema of the table; O(values × log values) a column.
  init(_ table: CleanTable, by columns: [Int], names: [String: CodeNames]) {
    keys = columns.map { column in
      Self.ranks(table.columns[column], names[table.schema.columns[column].name])
    }
  }

  /// The rows in order; `school` says which of them stay together.
  func sorted(_ rows: [Int32], school: (Int32) -> Int32) -> [Int32] {
    guard !keys.isEmpty else { return rows }
    return rows.sorted { left, right in
      let schools = (school(left), school(right))
      if schools.0 != schools.1 { return schools.0 < schools.1 }
      for key in keys where key[Int(left)] != key[Int(right)] {
        return key[Int(left)] < key[Int(right)]
      }
      return left < right
    }
  }

  /// A number for each row that grows with its value.
  private static func ranks(_ column: CleanColumn, _ names: CodeNames?) -> [UInt32] {
    switch column.values {
    case .text(let column):
      let texts = (0..<UInt32(column.dictionary.count)).map { column.dictionary.string(of: $0) }
      let places = texts.map { $0.isEmpty ? Int.max : names?.place(of: $0) ?? Int.max - 1 }
      let ranks = order(texts.count) { left, right in
        places[left] != places[right]
          ? places[left] < places[right]
          : texts[left].utf8.lexicographicallyPrecedes(texts[right].utf8)
      }
      return column.rows.expanded.map { ranks[Int(column.meaning[Int($0)])] }
    case .number(let column):
      let ranks = order(column.values.count) {
        (column.missing[$0] ? 1 : 0, column.values[$0])
          < (column.missing[$1] ? 1 : 0, column.values[$1])
      }
      return column.rows.expanded.map { ranks[Int($0)] }
    case .date(let column):
      let ranks = order(column.days.count) {
        (column.missing[$0] ? 1 : 0, column.days[$0]) < (
          column.missing[$1] ? 1 : 0, column.days[$1]
        )
      }
      return column.rows.expanded.map { ranks[Int($0)] }
    case .flag(let column):
      return (0..<column.count).map { column[$0].map { $0 ? 0 : 1 } ?? 2 }
    case .identifier(let column):
      return order(column.count) { size(column[$0]) < size(column[$1]) }
    }
  }

  /// The rank of each of `count` things when they are sorted; equal ones share it.
  private static func order(_ count: Int, _ precedes: (Int, Int) -> Bool) -> [UInt32] {
    var ranks = [UInt32](repeating: 0, count: count)
    var rank: UInt32 = 0
    var last: Int?
    for place in (0..<count).sorted(by: precedes) {
      if let last, precedes(last, place) { rank += 1 }
      ranks[place] = rank
      last = place
    }
    return ranks
  }

  private static func size(_ word: PackedIdentifier) -> UInt64 {
    word.isDigits ? word.value : word.form == .empty ? .max : .max - 1
  }
}

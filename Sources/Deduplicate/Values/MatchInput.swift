internal import Tables

/// The tables whose rows are compared: the own one first, then those that it is compared with.
struct MatchInput: Sendable {
  struct Part: Sendable {
    let table: CleanTable
    /// The place of each row's school among the schools of the run.
    let schools: [Int32?]
    /// The number of its first row among the rows of all tables.
    let start: Int
    /// No row is set aside.
    let isWhole: Bool
  }

  private(set) var tables: [Part] = []
  private(set) var count = 0

  mutating func append(_ table: CleanTable, schools: [Int32?]) {
    tables.append(
      Part(
        table: table, schools: schools, start: count,
        isWhole: table.accepted.population == table.count))
    count += table.count
  }

  /// How many rows the own table has; they come first.
  var ownCount: Int { tables[0].table.count }

  /// How many rows are compared, of the own table and of the others; the rest is set aside.
  var comparedCounts: (own: Int, others: Int) {
    let counts = tables.map { $0.table.accepted.population }
    return (counts[0], counts.dropFirst().reduce(0, +))
  }

  /// The table of a row, and its place there.
  func place(of row: Int) -> (table: Int, row: Int) {
    var table = tables.count - 1
    while tables[table].start > row { table -= 1 }
    return (table, row - tables[table].start)
  }

  func rows(of table: Int) -> Range<Int> {
    tables[table].start..<tables[table].start + tables[table].table.count
  }
}

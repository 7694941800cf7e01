import Tables

/// Counts in how many rows of each file the cleaners changed something.
///
/// The cleaners speak once of a distinct value, so a column of which they said nothing costs nothing, and
/// another one an addition for each row.
struct ChangeTally {
  private(set) var counts: [ChangeCount] = []
  private let files: [(input: Int, rows: Range<Int>)]

  init(_ table: CleanTable) {
    files = table.raw.origins.inputs
    for (index, column) in table.columns.enumerated() where !column.changes.isEmpty {
      count(column, index)
    }
  }

  private mutating func count(_ column: CleanColumn, _ index: Int) {
    var sets = [Changes()]
    var places: [Changes: Int] = [Changes(): 0]
    let placeOfCode = column.changes.map { changes in
      if let place = places[changes] { return place }
      places[changes] = sets.count
      sets.append(changes)
      return sets.count - 1
    }
    for (input, rows) in files {
      let tally = Self.tally(column, rows, placeOfCode, sets.count)
      var cells: [Change: Int] = [:]
      for (set, count) in zip(sets, tally) where count > 0 {
        for change in set.all { cells[change, default: 0] += count }
      }
      for change in Change.allCases {
        guard let rows = cells[change] else { continue }
        counts.append(ChangeCount(input: input, column: index, change: change, rows: rows))
      }
    }
  }

  /// How many rows have a value of each set of changes.
  private static func tally(
    _ column: CleanColumn, _ rows: Range<Int>, _ placeOfCode: [Int], _ count: Int
  ) -> [Int] {
    if let codes = column.codes { return codes.tally(rows, by: placeOfCode, of: count) }
    var tally = [Int](repeating: 0, count: count)
    if let identifiers = column.identifier {
      for row in rows {
        if let exception = identifiers.exception(row) { tally[placeOfCode[exception]] += 1 }
      }
    }
    return tally
  }
}

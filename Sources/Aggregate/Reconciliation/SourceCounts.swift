internal import Tables

/// What a source says of each school that both sources have, cell by cell.
struct SourceCounts: Sendable {
  let rows: SourceRows
  private var sums: [Int]
  /// How many rows give something to a cell, and how many of them say how much.
  private var touched: [Int32]
  private var stated: [Int32]
  /// The first row of each cell; negative for none.
  private var firstRows: [Int32]

  init(_ rows: SourceRows, _ slots: [Int32], schools: Int) {
    self.rows = rows
    let count = schools * rows.source.width
    var sums = [Int](repeating: 0, count: count)
    var touched = [Int32](repeating: 0, count: count)
    var stated = touched
    var firstRows = [Int32](repeating: -1, count: count)
    rows.forEach(slots) { row, cell, amount in
      touched[cell] &+= 1
      if firstRows[cell] < 0 { firstRows[cell] = Int32(truncatingIfNeeded: row) }
      guard let amount else { return }
      stated[cell] &+= 1
      sums[cell] += amount
    }
    self.sums = sums
    self.touched = touched
    self.stated = stated
    self.firstRows = firstRows
  }

  /// What some cells of a school hold together; nil when that is not known.
  ///
  /// A cell without rows is 0, for the school's other rows are there. A number that is missing is not: only of
  /// what is told apart the rows that say nothing do no harm, as long as others do.
  func value(_ school: Int, _ cells: [Int]) -> Int? {
    var value = 0
    for cell in cells {
      let cell = school * rows.source.width + cell
      let isKnown =
        switch rows.source.amount {
        case .rows: true
        case .distinct: touched[cell] == 0 || stated[cell] > 0
        case .numbers: touched[cell] == stated[cell]
        }
      guard isKnown else { return nil }
      value += sums[cell]
    }
    return value
  }

  /// How many rows stand behind cells of a school that no row has two of.
  func rowCount(_ school: Int, _ cells: [Int]) -> Int {
    cells.reduce(0) { $0 + Int(stated[school * rows.source.width + $1]) }
  }

  /// The first row of some cells of a school.
  func firstRow(_ school: Int, _ cells: [Int]) -> Int? {
    cells.map { firstRows[school * rows.source.width + $0] }.filter { $0 >= 0 }.min().map {
      Int($0)
    }
  }
}

internal import Tables

/// What was added up cell by cell for one quantity of a table.
protocol Tally: Sendable {
  /// How many rows stand behind some cells.
  func rows(_ cells: [Int]) -> Int
  /// How many persons, or rows, one cell tells of.
  func count(_ cell: Int) -> Int
  /// What they hold together; nil when they hold nothing that the quantity asks for.
  func value(_ cells: [Int]) -> Figure.Value?
}

/// The rows of a dataset that a quantity counts, with their cells.
struct TallyRows: Sendable {
  let table: CleanTable
  let links: Links
  let grid: CellGrid
  let dimensions: [Dimension]
  /// The rows that are counted: accepted ones that hold the conditions.
  let counted: Bitmap

  /// The same rows but those that a condition leaves out.
  func narrowed(to rows: Bitmap) -> TallyRows {
    TallyRows(
      table: table, links: links, grid: grid, dimensions: dimensions,
      counted: counted.intersection(rows))
  }

  /// Which rows are counted; nil when all are.
  var exceptSome: Bitmap? { counted.population == counted.count ? nil : counted }

  /// Calls the body for all rows, some thousand at a time, with their cells.
  @inline(__always)
  func forEachBlock(_ body: (_ rows: Range<Int>, _ cells: Span<Int32>) -> Void) {
    grid.forEachBlock(of: table.count, dimensions, body)
  }

  /// Calls the body with every counted row and its cell.
  @inline(__always)
  func forEach(_ body: (_ row: Int, _ cell: Int) -> Void) {
    let counted = exceptSome
    forEachBlock { rows, cells in
      for place in 0..<cells.count where counted?[rows.lowerBound + place] ?? true {
        body(rows.lowerBound + place, Int(cells[place]))
      }
    }
  }
}

/// Rows, or the persons among them.
struct CountTally: Tally {
  enum What: String, Sendable, CaseIterable { case rows, registrations, further, persons }

  private let what: What
  /// The rows in each cell.
  let registered: [Int32]
  /// Those of them that register a person once more.
  private let further: [Int32]

  init(_ what: What, _ rows: TallyRows) {
    self.what = what
    let twice =
      what == .persons || what == .further
      ? rows.links.further.intersection(rows.counted).indices : []
    var registered = [Int32](repeating: 0, count: rows.grid.count)
    var further = [Int32](repeating: 0, count: twice.isEmpty ? 0 : rows.grid.count)
    var next = 0
    let counted = rows.exceptSome
    rows.forEachBlock { block, cells in
      Self.add(cells, counted, from: block.lowerBound, to: &registered)
      while next < twice.count, twice[next] < block.upperBound {
        further[Int(cells[twice[next] - block.lowerBound])] &+= 1
        next += 1
      }
    }
    self.registered = registered
    self.further = further
  }

  private static func add(
    _ cells: Span<Int32>, _ counted: Bitmap?, from first: Int, to counts: inout [Int32]
  ) {
    var counts = counts.mutableSpan
    if let counted {
      for place in 0..<cells.count where counted[first + place] {
        counts[Int(cells[place])] &+= 1
      }
    } else {
      for place in 0..<cells.count { counts[Int(cells[place])] &+= 1 }
    }
  }

  func rows(_ cells: [Int]) -> Int { cells.reduce(0) { $0 + Int(registered[$1]) } }

  func count(_ cell: Int) -> Int {
    let twice = further.isEmpty ? 0 : Int(further[cell])
    return switch what {
    case .rows, .registrations: Int(registered[cell])
    case .further: twice
    case .persons: Int(registered[cell]) - twice
    }
  }

  func value(_ cells: [Int]) -> Figure.Value? {
    let twice = further.isEmpty ? 0 : cells.reduce(0) { $0 + Int(further[$1]) }
    switch what {
    case .rows, .registrations: return .count(rows(cells))
    case .further: return .count(twice)
    case .persons: return .count(rows(cells) - twice)
    }
  }
}

/// The sum or the mean of a column of numbers; rows without a number have no part in it.
struct SumTally: Tally {
  private let isMean: Bool
  private let scale: Int
  /// Wider than one number, so that no file can make it overflow.
  private var sums: [Int128]
  private var counts: [Int32]

  init(_ column: Int, isMean: Bool, _ rows: TallyRows) {
    self.isMean = isMean
    let numbers = rows.table.columns[column].number
    scale = numbers?.scale ?? 1
    var sums = [Int128](repeating: 0, count: rows.grid.count)
    var counts = [Int32](repeating: 0, count: rows.grid.count)
    rows.forEach { row, cell in
      guard let number = numbers?[row] else { return }
      sums[cell] += Int128(number)
      counts[cell] &+= 1
    }
    self.sums = sums
    self.counts = counts
  }

  func rows(_ cells: [Int]) -> Int { cells.reduce(0) { $0 + Int(counts[$1]) } }

  func count(_ cell: Int) -> Int { Int(counts[cell]) }

  func value(_ cells: [Int]) -> Figure.Value? {
    let count = rows(cells)
    // A sum that no Int holds is of numbers that say nothing.
    guard count > 0, let sum = Int(exactly: cells.reduce(Int128(0)) { $0 + sums[$1] }) else {
      return nil
    }
    if isMean { return .mean(sum, of: count, scale: scale) }
    return scale > 1 ? .amount(hundredths: sum) : .count(sum)
  }
}

/// How many different values there are, or which lies in the middle; a value may occur in several cells.
struct ValueTally: Tally {
  private let isMedian: Bool
  private let scale: Int
  /// The values of each cell, ascending, one cell behind the other; each with how often it occurs.
  private let values: [(value: Int, count: Int32)]
  private let starts: [Int32]

  /// - Parameter value: what is told apart; nil for a row that is not counted.
  init(_ rows: TallyRows, isMedian: Bool, scale: Int = 1, value: (Int) -> Int?) {
    self.isMedian = isMedian
    self.scale = scale
    var all: [(cell: Int32, value: Int)] = []
    rows.forEach { row, cell in
      if let value = value(row) { all.append((Int32(truncatingIfNeeded: cell), value)) }
    }
    all.sort { ($0.cell, $0.value) < ($1.cell, $1.value) }
    var values: [(value: Int, count: Int32)] = []
    var starts = [Int32](repeating: 0, count: rows.grid.count + 1)
    var last: (cell: Int32, value: Int)?
    for one in all {
      if let last, last == one {
        values[values.count - 1].count += 1
      } else {
        values.append((one.value, 1))
        starts[Int(one.cell) + 1] += 1
      }
      last = one
    }
    for cell in 1..<starts.count { starts[cell] += starts[cell - 1] }
    self.values = values
    self.starts = starts
  }

  private func all(_ cells: [Int]) -> [(value: Int, count: Int32)] {
    cells.flatMap { values[Int(starts[$0])..<Int(starts[$0 + 1])] }
  }

  func rows(_ cells: [Int]) -> Int { all(cells).reduce(0) { $0 + Int($1.count) } }

  func count(_ cell: Int) -> Int { rows([cell]) }

  func value(_ cells: [Int]) -> Figure.Value? {
    let all = all(cells)
    guard isMedian else { return .count(Set(all.map { $0.value }).count) }
    let count = all.reduce(0) { $0 + Int($1.count) }
    guard count > 0 else { return nil }
    let sorted = all.sorted { $0.value < $1.value }
    let middle = [(count - 1) / 2, count / 2].map { Self.value(at: $0, of: sorted) }
    // The mean of the two in the middle, in hundredths, rounded half up.
    let (sum, overflow) = middle[0].addingReportingOverflow(middle[1])
    let (hundredths, second) = sum.multipliedReportingOverflow(by: 100 / scale)
    return overflow || second ? nil : .amount(hundredths: (hundredths + 1) >> 1)
  }

  private static func value(at place: Int, of sorted: [(value: Int, count: Int32)]) -> Int {
    var left = place
    for one in sorted {
      if left < Int(one.count) { return one.value }
      left -= Int(one.count)
    }
    return sorted[sorted.count - 1].value
  }
}

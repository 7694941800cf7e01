/// Where a row was read: the number of the input and of the sheet in it, and the row as a person counts it.
package struct Origin: Sendable, Hashable, Comparable {
  /// The place of the file in the run's list of inputs.
  package var input: Int
  /// The place of the sheet in its file; 0 where a file has no sheets.
  package var sheet: Int
  /// The record's number, from 1, as Excel shows it; 0 when the whole sheet is meant.
  package var row: Int

  package init(input: Int, sheet: Int = 0, row: Int = 0) {
    self.input = input
    self.sheet = sheet
    self.row = row
  }

  package static func < (left: Origin, right: Origin) -> Bool {
    (left.input, left.sheet, left.row) < (right.input, right.sheet, right.row)
  }
}

/// The origin of every row of a table, kept as runs of rows that followed each other in their file.
package struct RowOrigins: Sendable {
  private var firstRows: [Int] = []
  private var origins: [Origin] = []
  package private(set) var count = 0

  package init() {}

  package mutating func append(_ origin: Origin) {
    if let last = origins.last, let first = firstRows.last,
      last.input == origin.input, last.sheet == origin.sheet,
      last.row + count - first == origin.row
    {
      count += 1
      return
    }
    firstRows.append(count)
    origins.append(origin)
    count += 1
  }

  package mutating func removeLast() {
    count -= 1
    if firstRows.last == count {
      firstRows.removeLast()
      origins.removeLast()
    }
  }

  /// Appends the origins of another part, each shifted down by a number of rows of the file.
  package mutating func append(_ other: RowOrigins, shiftedBy rows: Int) {
    for (run, origin) in other.origins.enumerated() {
      var shifted = origin
      shifted.row += rows
      firstRows.append(count + other.firstRows[run])
      origins.append(shifted)
    }
    count += other.count
  }

  /// The rows of each input, in the order of the rows.
  package var inputs: [(input: Int, rows: Range<Int>)] {
    var result: [(input: Int, rows: Range<Int>)] = []
    for (run, origin) in origins.enumerated() {
      let end = run + 1 < firstRows.count ? firstRows[run + 1] : count
      if let last = result.last, last.input == origin.input {
        result[result.count - 1].rows = last.rows.lowerBound..<end
      } else {
        result.append((origin.input, firstRows[run]..<end))
      }
    }
    return result
  }

  /// The rows of each sheet, in the order of the rows.
  package var sheets: [(sheet: Origin, rows: Range<Int>)] {
    var result: [(sheet: Origin, rows: Range<Int>)] = []
    for (run, origin) in origins.enumerated() {
      let end = run + 1 < firstRows.count ? firstRows[run + 1] : count
      let sheet = Origin(input: origin.input, sheet: origin.sheet)
      if result.last?.sheet == sheet {
        result[result.count - 1].rows = result[result.count - 1].rows.lowerBound..<end
      } else {
        result.append((sheet, firstRows[run]..<end))
      }
    }
    return result
  }

  /// The rows of the table that were read from the same sheet as an origin.
  ///
  /// O(log of the number of runs).
  package func rows(besides origin: Origin) -> Range<Int> {
    let start = firstRow(from: Origin(input: origin.input, sheet: origin.sheet))
    let end = firstRow(from: Origin(input: origin.input, sheet: origin.sheet + 1))
    return start..<max(start, end)
  }

  /// The first row of the first run at an origin or behind it.
  private func firstRow(from origin: Origin) -> Int {
    var (low, high) = (0, origins.count)
    while low < high {
      let middle = (low + high) / 2
      if origins[middle] < origin { low = middle + 1 } else { high = middle }
    }
    return low < firstRows.count ? firstRows[low] : count
  }

  /// The row of the table that was read at an origin; nil when that row was set aside.
  ///
  /// Runs stand in the order of inputs, sheets and rows. O(log of the number of runs).
  package func row(at origin: Origin) -> Int? {
    var low = 0
    var high = origins.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if origins[middle] <= origin { low = middle } else { high = middle }
    }
    guard low < origins.count else { return nil }
    let first = origins[low]
    let end = low + 1 < firstRows.count ? firstRows[low + 1] : count
    let row = firstRows[low] + origin.row - first.row
    guard first.input == origin.input, first.sheet == origin.sheet, origin.row >= first.row,
      row < end
    else { return nil }
    return row
  }

  /// O(log of the number of runs).
  package subscript(row: Int) -> Origin {
    var low = 0
    var high = firstRows.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if firstRows[middle] <= row { low = middle } else { high = middle }
    }
    var origin = origins[low]
    origin.row += row - firstRows[low]
    return origin
  }
}

internal import Tables

/// The ranges of a sheet that are shown as one cell, and what their other cells stand for.
///
/// A label counts for every row and column it is shown over; a number counts once, where it stands,
/// for it would be added twice otherwise.
struct MergedCells {
  private struct Active {
    let range: CellRange
    /// Those of the range's columns that the header has.
    let columns: ClosedRange<Int>
    let text: [UInt8]
  }

  /// Ranges that begin below the rows read so far, the topmost last.
  private var waiting: [CellRange]
  private var active: [Active] = []
  /// For each physical column of the header: the last row of the range that is shown there.
  private var lastRows: [Int]
  /// Ranges that were told after their first row.
  private(set) var late: [CellRange] = []
  /// For each physical column of the header: whether it holds numbers.
  private let isNumber: [Bool]
  private let headerRow: Int
  private static let mostRanges = 1_000_000

  init(_ ranges: [CellRange], header: HeaderMatch) {
    // Of ranges that begin in one row the first is to be taken first, which is the last.
    waiting = ranges.reversed().sorted { $0.rows.lowerBound > $1.rows.lowerBound }
    isNumber = header.numbers
    lastRows = Array(repeating: 0, count: header.numbers.count)
    headerRow = header.row
  }

  /// Takes a range that is told while a row is read; one of no account for the table is dropped.
  mutating func add(_ range: CellRange, at row: Int) {
    guard range.columns.lowerBound < isNumber.count, range.rows.upperBound > headerRow,
      waiting.count + late.count < Self.mostRanges
    else { return }
    if range.rows.lowerBound < row { late.append(range) } else { waiting.append(range) }
  }

  /// Gives labels to the empty cells of a row; true when a merged range touches the row.
  mutating func fill(_ cells: inout [Range<Int>], _ texts: inout [UInt8], row: Int) -> Bool {
    while let next = waiting.last, next.rows.lowerBound <= row {
      waiting.removeLast()
      begin(next, cells, texts, row: row)
    }
    guard !active.isEmpty else { return false }
    active.removeAll { $0.range.rows.upperBound < row }
    for merged in active {
      let start = texts.count
      texts.append(contentsOf: merged.text)
      for column in merged.columns where cells[column].isEmpty && !isNumber[column] {
        cells[column] = start..<texts.count
      }
    }
    return !active.isEmpty
  }

  /// Takes a range into account from its first row on.
  ///
  /// No program writes ranges that share a cell. One that does is dropped, so that no more ranges are
  /// looked at in a row than there are columns.
  private mutating func begin(
    _ range: CellRange, _ cells: [Range<Int>], _ texts: [UInt8], row: Int
  ) {
    let columns = range.columns.clamped(to: 0...max(0, cells.count - 1))
    guard range.rows.lowerBound == row, range.columns.lowerBound < cells.count,
      columns.allSatisfy({ lastRows[$0] < row })
    else { return }
    for column in columns { lastRows[column] = range.rows.upperBound }
    let text = Array(texts[cells[columns.lowerBound]])
    active.append(Active(range: range, columns: columns, text: text))
  }

  func isMergedNumber(field: Int, row: Int) -> Bool {
    isNumber[field] && lastRows[field] >= row
      && active.contains {
        $0.range.columns.contains(field) && !$0.text.isEmpty && $0.range.rows.contains(row)
      }
  }
}

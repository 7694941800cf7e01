internal import Tables

/// The ranges of a sheet that are shown as one cell, and what their other cells stand for.
///
/// A label counts for every row and column it is shown over; a number counts once, where it stands,
/// for it would be added twice otherwise.
struct MergedCells {
  private struct Active {
    let range: CellRange
    let text: [UInt8]
  }

  /// Ranges that begin below the rows read so far, the topmost last.
  private var waiting: [CellRange]
  private var active: [Active] = []
  /// Ranges that were told after their first row.
  private(set) var late: [CellRange] = []
  /// For each physical column of the header: whether it holds numbers.
  private let isNumber: [Bool]
  private let headerRow: Int
  private static let mostRanges = 1_000_000

  init(_ ranges: [CellRange], header: HeaderMatch) {
    waiting = ranges.sorted { $0.rows.lowerBound > $1.rows.lowerBound }
    isNumber = header.numbers
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
      let first = next.columns.lowerBound
      guard next.rows.lowerBound == row, first < cells.count else { continue }
      active.append(Active(range: next, text: Array(texts[cells[first]])))
    }
    guard !active.isEmpty else { return false }
    active.removeAll { $0.range.rows.upperBound < row }
    for merged in active {
      let start = texts.count
      texts.append(contentsOf: merged.text)
      for column in merged.range.columns
      where column < cells.count && cells[column].isEmpty && !isNumber[column] {
        cells[column] = start..<texts.count
      }
    }
    return !active.isEmpty
  }

  func isMergedNumber(field: Int, row: Int) -> Bool {
    isNumber[field]
      && active.contains {
        $0.range.columns.contains(field) && !$0.text.isEmpty && $0.range.rows.contains(row)
      }
  }
}

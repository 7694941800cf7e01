internal import Settings
internal import Tables

/// The cells of a table: one for each choice of a member in every dimension.
///
/// All cells are kept, for rows of the register and subtotals ask for them in any order.
struct CellGrid: Sendable {
  let sizes: [Int]
  let count: Int

  /// So many cells and no more, so that memory is bounded whatever a file holds.
  private static let most = 1 << 26
  /// So many rows at once, so that their cells stay in the nearest cache.
  private static let rowsAtOnce = 4096

  /// - Parameter place: what asked for the dimensions.
  init(_ dimensions: [Dimension], at place: Place) throws {
    sizes = dimensions.map { $0.members.count }
    var count = 1
    for size in sizes {
      count *= max(1, size)
      guard count <= Self.most else {
        let found = sizes.map { String($0) }.joined(separator: " × ")
        throw SettingsError(
          "the table has more than \(Self.most) cells (\(found)); count by fewer columns, or by columns with fewer values",
          at: place)
      }
    }
    self.count = count
  }

  /// Calls the body for the rows of a table, some thousand at a time, with their cells.
  @inline(__always)
  func forEachBlock(
    of rows: Int, _ dimensions: [Dimension],
    _ body: (_ rows: Range<Int>, _ cells: Span<Int32>) -> Void
  ) {
    var cells = [Int32](repeating: 0, count: min(rows, Self.rowsAtOnce))
    var first = 0
    while first < rows {
      let block = first..<min(rows, first + Self.rowsAtOnce)
      fill(&cells, block, dimensions)
      body(block, cells.span.extracting(first: block.count))
      first = block.upperBound
    }
  }

  private func fill(_ cells: inout [Int32], _ rows: Range<Int>, _ dimensions: [Dimension]) {
    var cells = cells.mutableSpan
    cells.update(repeating: 0)
    for dimension in dimensions { dimension.append(rows, to: &cells) }
  }

  /// The cells that a choice of members spans; nil takes all members of a dimension.
  func cells(_ choice: [[Int]?]) -> [Int] {
    var cells = [0]
    for (members, size) in zip(choice, sizes) {
      cells = cells.flatMap { cell in (members ?? Array(0..<size)).map { cell * size + $0 } }
    }
    return cells
  }
}

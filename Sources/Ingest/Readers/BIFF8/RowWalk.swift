internal import Tables

/// Begins and ends the rows of a sheet in their order, those without cells among them.
struct RowWalk {
  private let outline: SheetOutline
  /// The row that is begun, from 0.
  private(set) var row = -1

  init(_ outline: SheetOutline) { self.outline = outline }

  /// Goes to a row, which must not lie before the last one; false when the sink wants no more.
  mutating func go(to row: Int, _ sink: inout some CellSink) throws -> Bool {
    while self.row < row {
      guard try self.row < 0 || sink.endRow() else { return false }
      guard let next = (self.row + 1...row).first(where: { outline.rows[$0] }) else { break }
      self.row = next
      try sink.beginRow(next + 1, isHidden: outline.isHidden(next))
    }
    return true
  }

  /// Ends the last row, after those that are left; false when the sink wants no more.
  mutating func finish(_ sink: inout some CellSink) throws -> Bool {
    guard outline.rows.count > 0 else { return true }
    // The outline ends with a row that is told.
    guard try go(to: outline.rows.count - 1, &sink) else { return false }
    return try sink.endRow()
  }
}

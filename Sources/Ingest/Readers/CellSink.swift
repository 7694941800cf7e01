/// What a cell stores, which is not always what its text looks like.
package enum CellKind: String, Sendable {
  case text = "s"
  case number = "n"
  case flag = "b"
  case error = "e"
  case date = "d"
}

/// A range of cells that are shown as one; rows count from 1, columns from 0, both ends belong to it.
package struct CellRange: Sendable, Hashable {
  package let rows: ClosedRange<Int>
  package let columns: ClosedRange<Int>

  package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }
}

/// What a reader hands its cells to, row by row in the order of the sheet.
package protocol CellSink {
  /// A row begins; numbers count from 1 and rise, and may leave gaps, which are blank rows.
  mutating func beginRow(_ number: Int, isHidden: Bool) throws

  /// A cell's text in UTF-8, exactly as a person would read the stored value.
  ///
  /// Columns count from 0 and rise within a row; cells without text are not handed over. The text is
  /// valid only during the call. Numbers come in their shortest form, flags as TRUE and FALSE, dates as
  /// `YYYY-MM-DD`, `YYYY-MM-DD hh:mm:ss` or `hh:mm:ss`.
  mutating func cell(column: Int, kind: CellKind, text: Span<UInt8>) throws

  /// A cell that holds the shared string with this number, which may be an empty one.
  mutating func cell(column: Int, sharedString: Int) throws

  /// Ends the row; false stops the reading.
  mutating func endRow() throws -> Bool

  /// Cells that are shown as one; the text stands in the first of them, and only there.
  ///
  /// Told within the range's first row, before its text; formats that list such ranges behind all
  /// rows, as XLSX does, tell them after the last row.
  mutating func merge(_ range: CellRange) throws
}

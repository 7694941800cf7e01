/// What a reader hands its cells to, row by row in the order of the sheet.
package protocol CellSink {
  /// A row begins; numbers count from 1 and may leave gaps, which are blank rows.
  mutating func beginRow(_ number: Int) throws

  /// A cell's text in UTF-8, exactly as a person would read the stored value.
  ///
  /// Columns count from 0 and rise within a row; cells without text are not handed over. The text is
  /// valid only during the call.
  mutating func cell(column: Int, text: Span<UInt8>) throws

  /// A cell that holds the shared string with this number, which may be an empty one.
  mutating func cell(column: Int, sharedString: Int) throws

  /// Ends the row; false stops the reading.
  mutating func endRow() throws -> Bool
}

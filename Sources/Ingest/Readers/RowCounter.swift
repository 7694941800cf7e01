/// Counts the rows of a sheet that is not read.
struct RowCounter: CellSink {
  private(set) var rows = 0

  mutating func beginRow(_ number: Int, isHidden: Bool) throws { rows = max(rows, number) }
  mutating func cell(column: Int, kind: CellKind, text: Span<UInt8>) throws {}
  mutating func cell(column: Int, sharedString: Int) throws {}
  mutating func endRow() throws -> Bool { true }
  mutating func merge(_ range: CellRange) throws {}
}

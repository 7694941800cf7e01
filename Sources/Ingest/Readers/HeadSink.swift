/// Takes the first rows of a sheet as text, for its header to be found in.
struct HeadSink: CellSink {
  private let sharedStrings: SharedStrings
  private(set) var rows: [[String]] = []

  init(sharedStrings: SharedStrings) { self.sharedStrings = sharedStrings }

  mutating func beginRow(_ number: Int, isHidden: Bool) throws {
    // Rows that the sheet leaves out are blank.
    while rows.count < min(number, HeaderFinder.searchedRows * 2) { rows.append([]) }
  }

  mutating func cell(column: Int, kind: CellKind, text: Span<UInt8>) throws {
    put(text.indices.map { text[$0] }, column)
  }

  mutating func cell(column: Int, sharedString: Int) throws {
    put(Array(sharedStrings.arena[sharedStrings.range(of: sharedString)]), column)
  }

  mutating func endRow() throws -> Bool { rows.count < HeaderFinder.searchedRows * 2 }

  mutating func merge(_ range: CellRange) throws {}

  private mutating func put(_ text: [UInt8], _ column: Int) {
    guard column < 1024, let last = rows.indices.last else { return }
    while rows[last].count <= column { rows[last].append("") }
    rows[last][column] = String(decoding: text, as: UTF8.self)
  }
}

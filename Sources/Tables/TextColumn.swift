/// A column of text: one code per row, each distinct value once.
package struct TextColumn: Sendable {
  package private(set) var dictionary = ByteDictionary()
  package private(set) var codes = Codes()

  package init() {}

  package init(_ cells: some Sequence<String>) {
    for cell in cells { append(Array(cell.utf8).span) }
  }

  package var count: Int { codes.count }

  package func string(_ row: Int) -> String { dictionary.string(of: codes[row]) }

  package mutating func append(_ cell: Span<UInt8>) {
    codes.append(dictionary.code(for: cell))
  }

  /// Appends a cell whose code is known from an earlier `code(for:)`.
  package mutating func append(code: UInt32) { codes.append(code) }

  /// Takes the last row away; its value stays in the dictionary.
  package mutating func removeLast() { codes.removeLast() }

  /// The code that a cell would get; a new value is taken into the dictionary.
  package mutating func code(for cell: Span<UInt8>) -> UInt32 { dictionary.code(for: cell) }

  /// The column with each blank cell replaced by the one above it; the first ones stay blank.
  package func filledDown() -> TextColumn {
    let isBlank = (0..<UInt32(dictionary.count)).map { code in
      dictionary.bytes(of: code).allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }
    var filled = self
    filled.codes = Codes()
    var above: UInt32?
    for row in 0..<count {
      let code = codes[row]
      if !isBlank[Int(code)] { above = code }
      filled.codes.append(above ?? code)
    }
    return filled
  }

  package mutating func appendEmpty(_ rows: Int) {
    guard rows > 0 else { return }
    let code = dictionary.code(for: Span())
    codes.append(contentsOf: Array(repeating: code, count: rows), largest: code)
  }

  /// Appends one field of every chosen record of a block.
  package mutating func append(_ block: FieldBlock, field: Int) {
    let fresh = dictionary.codes(of: block.cells(ofField: field), in: block)
    codes.append(contentsOf: fresh, largest: UInt32(max(0, dictionary.count - 1)))
  }

  /// Appends another column, whose values are first put through `decode`.
  ///
  /// The work is done per distinct value. When nothing needs decoding and this column is empty, the
  /// other column's storage is taken over as it is.
  package mutating func append(_ other: TextColumn, decode: (([UInt8]) -> [UInt8])? = nil) {
    if count == 0, dictionary.count == 0, decode == nil {
      self = other
      return
    }
    var table: [UInt32] = []
    table.reserveCapacity(other.dictionary.count)
    for code in 0..<UInt32(other.dictionary.count) {
      let bytes = other.dictionary.bytes(of: code)
      table.append(dictionary.code(for: decode?(bytes) ?? bytes))
    }
    codes.append(other.codes, through: table)
  }
}

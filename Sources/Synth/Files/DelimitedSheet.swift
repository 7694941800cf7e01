/// A text file with separators, quoted as Excel quotes.
package struct DelimitedSheet: Sheet {
  package enum Encoding: Sendable { case utf8, utf8WithMark, windows874, utf16LittleEndian }

  package let name = ""
  private let separator: UInt8
  private let newline: [UInt8]
  private let encoding: Encoding
  private var bytes: [UInt8] = []
  private var rows = 0

  package init(
    separator: Character = ",", newline: String = "\n", encoding: Encoding = .utf8
  ) {
    self.separator = separator.asciiValue ?? UInt8(ascii: ",")
    self.newline = Array(newline.utf8)
    self.encoding = encoding
  }

  package mutating func append(_ row: Row) -> Int {
    if row.isPlain, separator == UInt8(ascii: ",") {
      bytes.append(contentsOf: row.bytes.dropLast())
    } else {
      for index in 0..<row.count {
        if index > 0 { bytes.append(separator) }
        append(cell: row.cell(index))
      }
    }
    bytes.append(contentsOf: newline)
    rows += 1
    return rows
  }

  /// Takes away the UTF-8 that was written until now.
  package mutating func takeBytes() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  package mutating func finish() -> [UInt8] {
    switch encoding {
    case .utf8: bytes
    case .utf8WithMark: [0xEF, 0xBB, 0xBF] + bytes
    case .windows874: Transcoding.windows874(bytes)
    case .utf16LittleEndian: Transcoding.utf16LittleEndian(bytes)
    }
  }

  private mutating func append(cell: ArraySlice<UInt8>) {
    let quote = UInt8(ascii: "\"")
    let mustQuote = cell.contains { $0 == separator || $0 == quote || $0 == 0x0A || $0 == 0x0D }
    guard mustQuote else {
      bytes.append(contentsOf: cell)
      return
    }
    bytes.append(quote)
    for byte in cell {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }
}

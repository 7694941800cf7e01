package import Containers

/// Every cell of a file as a line of text, for other programs to compare with what they read.
///
/// `sheet⇥row⇥column⇥type⇥text`, from 1, row by row; empty cells are left out. Types are those of
/// `CellKind`. Numbers have at most twelve significant digits, so that readers which round otherwise
/// agree; in texts a backslash, tab and line end are written `\\`, `\t`, `\n`, `\r`.
package enum CellListing {
  /// Lists the cells of all sheets; `write` gets whole lines, some hundred kilobytes at a time.
  ///
  /// In an archive the sheets are counted on from file to file, in the archive's order.
  /// Throws `ContainerError` when the file is of no kind that is read, or damaged: what was written
  /// until then is of no use.
  package static func list(
    _ source: ByteSource, to write: @escaping ([UInt8]) throws -> Void
  ) throws {
    var sheets = 0
    for file in try InputArchive.files(of: InputFile(path: "", dataset: "", open: { source })) {
      let book = try CellBooks.open(file.open())
      for sheet in book.sheets.indices {
        sheets += 1
        var lines = CellLines(sheet: sheets, sharedStrings: book.sharedStrings, write: write)
        try book.read(sheet: sheet, into: &lines)
        try lines.flush()
      }
    }
  }
}

/// Turns cells into lines.
private struct CellLines: CellSink {
  private let sheet: Int
  private let sharedStrings: SharedStrings
  private let write: ([UInt8]) throws -> Void
  private var lines: [UInt8] = []
  private var row = 0

  private static let flushSize = 256 * 1024

  init(sheet: Int, sharedStrings: SharedStrings, write: @escaping ([UInt8]) throws -> Void) {
    self.sheet = sheet
    self.sharedStrings = sharedStrings
    self.write = write
  }

  mutating func beginRow(_ number: Int, isHidden: Bool) { row = number }

  mutating func cell(column: Int, kind: CellKind, text: Span<UInt8>) {
    guard !text.isEmpty else { return }
    open(column, kind)
    switch kind {
    case .number: appendNumber(text)
    case .date: appendDate(text)
    case .text, .flag, .error: for index in text.indices { append(text[index]) }
    }
    lines.append(UInt8(ascii: "\n"))
  }

  mutating func cell(column: Int, sharedString: Int) {
    let range = sharedStrings.range(of: sharedString)
    guard !range.isEmpty else { return }
    open(column, .text)
    for byte in sharedStrings.arena[range] { append(byte) }
    lines.append(UInt8(ascii: "\n"))
  }

  mutating func endRow() throws -> Bool {
    if lines.count > Self.flushSize { try flush() }
    return true
  }

  mutating func merge(_ range: CellRange) {}

  mutating func flush() throws {
    try write(lines)
    lines.removeAll(keepingCapacity: true)
  }

  private mutating func open(_ column: Int, _ kind: CellKind) {
    lines.append(contentsOf: Array("\(sheet)\t\(row)\t\(column + 1)\t\(kind.rawValue)\t".utf8))
  }

  private mutating func append(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\\"): lines.append(contentsOf: Array("\\\\".utf8))
    case UInt8(ascii: "\t"): lines.append(contentsOf: Array("\\t".utf8))
    case UInt8(ascii: "\n"): lines.append(contentsOf: Array("\\n".utf8))
    case UInt8(ascii: "\r"): lines.append(contentsOf: Array("\\r".utf8))
    default: lines.append(byte)
    }
  }

  private mutating func appendNumber(_ text: Span<UInt8>) {
    guard let value = NumberText.parse(text) else {
      for index in text.indices { append(text[index]) }
      return
    }
    lines.append(contentsOf: Array(DecimalText.general(value, digits: 12).utf8))
  }

  /// ISO 8601 has a T between day and time.
  private mutating func appendDate(_ text: Span<UInt8>) {
    for index in text.indices {
      append(index == 10 && text[index] == UInt8(ascii: " ") ? UInt8(ascii: "T") : text[index])
    }
  }
}

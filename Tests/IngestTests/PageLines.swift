import Containers
import Ingest

/// Writes down what is read of a page: a line for each row, `table 2` between tables.
struct PageLines: CellSink {
  private(set) var lines: [String] = []
  private var kinds: Bool

  /// `kinds` says that the kind of each cell is written, too.
  init(kinds: Bool = false) { self.kinds = kinds }

  mutating func beginRow(_ number: Int, isHidden: Bool) {
    lines.append(isHidden ? "\(number) hidden:" : "\(number):")
  }

  mutating func cell(column: Int, kind: CellKind, text: Span<UInt8>) {
    let bytes = text.indices.map { text[$0] }
    let kind = kinds ? "\(kind.rawValue) " : ""
    lines[lines.count - 1] +=
      " \(RowLines.letters(column))=\(kind)\(String(decoding: bytes, as: UTF8.self))"
  }

  mutating func cell(column: Int, sharedString: Int) { lines.append("shared string") }

  mutating func endRow() -> Bool { true }

  mutating func merge(_ range: CellRange) {
    lines[lines.count - 1] +=
      " [\(RowLines.letters(range.columns.lowerBound))\(range.rows.lowerBound)"
      + ":\(RowLines.letters(range.columns.upperBound))\(range.rows.upperBound)]"
  }

  /// All tables of a page; of the second one on, each after a line of its own.
  static func read(
    _ bytes: [UInt8], window: Int = 256 << 10, kinds: Bool = false
  ) throws -> [String] {
    let page = try HTMLPage(ByteSource(bytes), windowSize: window)
    var all: [String] = []
    for sheet in page.sheets.indices {
      if sheet > 0 { all.append("table \(sheet + 1)") }
      var lines = PageLines(kinds: kinds)
      try page.read(sheet: sheet, into: &lines)
      all += lines.lines
    }
    return all
  }

  static func read(_ page: String, window: Int = 256 << 10) throws -> [String] {
    try read(Array(page.utf8), window: window)
  }
}

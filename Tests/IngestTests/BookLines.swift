import Containers
import Ingest

/// What a book hands over, as text: a line for each row, such as `3: B=text D=5(n)`.
struct BookLines: CellSink {
  private(set) var lines: [String] = []
  private let strings: SharedStrings
  private let most: Int

  init(_ strings: SharedStrings = SharedStrings(), most: Int = .max) {
    self.strings = strings
    self.most = most
  }

  /// All sheets; before each that is named or hidden stands a line `[name]`, `*` for hidden.
  static func of(_ book: some CellBook) throws -> [String] {
    var all: [String] = []
    for (index, sheet) in book.sheets.enumerated() {
      if !sheet.name.isEmpty || sheet.isHidden {
        all.append("[\(sheet.name)]" + (sheet.isHidden ? "*" : ""))
      }
      var lines = BookLines(book.sharedStrings)
      try book.read(sheet: index, into: &lines)
      all += lines.lines
    }
    return all
  }

  mutating func beginRow(_ number: Int, isHidden: Bool) {
    lines.append("\(number)" + (isHidden ? "*:" : ":"))
  }

  mutating func cell(column: Int, kind: CellKind, text: Span<UInt8>) {
    let shown = String(decoding: text.indices.map { text[$0] }, as: UTF8.self)
    append(column, shown + (kind == .text ? "" : "(\(kind.rawValue))"))
  }

  mutating func cell(column: Int, sharedString: Int) {
    append(column, strings.string(sharedString))
  }

  mutating func endRow() -> Bool { lines.count < most }

  mutating func merge(_ range: CellRange) {
    let columns = [range.columns.lowerBound, range.columns.upperBound].map(RowLines.letters)
    let rows = [range.rows.lowerBound, range.rows.upperBound]
    lines[lines.count - 1] += " \(columns[0])\(rows[0]):\(columns[1])\(rows[1])"
  }

  private mutating func append(_ column: Int, _ text: String) {
    lines[lines.count - 1] += " \(RowLines.letters(column))=\(text)"
  }
}

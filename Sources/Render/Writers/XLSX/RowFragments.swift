internal import Tables

/// The cells of rows as bytes, made once for each distinct value and copied for each cell.
///
/// A cell is `<c r="AB`, the row's number, and what its value makes of the rest.
struct RowFragments: Sendable {
  /// What stands in a cell, for each of which there are looks of its own.
  private enum Kind: UInt8, CaseIterable { case nothing, text, formula, number }

  private struct Column: Sendable {
    /// The place of `<c r="AB`.
    let opening: Range<Int>
    let codes: Codes
    /// Where the bytes of each value begin, and from bit 40 on how many they are.
    var places: [UInt64] = []
    var kinds: [Kind] = []
  }

  private var columns: [Column] = []
  /// The openings of the columns, and the bytes of the values: their looks, then the rest.
  private var arena: [UInt8] = []
  private let count: Int
  private let marks: [RowMark]
  /// `" s="12"`, for a cell of each kind that is not marked.
  private let plain: [[UInt8]]
  /// The same for marked cells, by severity.
  private let marked: [Severity: [[UInt8]]]

  /// Takes the texts and looks of the cells into the book.
  init(_ content: RowsContent, _ book: inout Workbook) {
    marks = content.marks
    count = content.columns.first?.codes.count ?? 0
    plain = Self.looks(nil, &book.looks)
    let severities = Set(content.marks.map { $0.severity })
    var marked: [Severity: [[UInt8]]] = [:]
    for severity in Severity.allCases where severities.contains(severity) {
      marked[severity] = Self.looks(severity, &book.looks)
    }
    self.marked = marked
    for (index, column) in content.columns.enumerated() {
      let start = arena.count
      arena += "<c r=\"".utf8
      arena += CellName.letters(index)
      columns.append(Column(opening: start..<arena.count, codes: column.codes))
      for cell in column.cells { append(cell, to: index, &book.strings) }
      book.strings.use(uses(of: index))
    }
  }

  private mutating func append(_ cell: RowCell, to index: Int, _ strings: inout SharedStrings) {
    let kind: Kind
    let rest: String
    switch cell {
    case .nothing: (kind, rest) = (.nothing, "/>")
    case .text(let text):
      kind = text.beginsLikeFormula ? .formula : .text
      rest = " t=\"s\"><v>\(strings.place(of: text))</v></c>"
    case .number(let number, let scale):
      (kind, rest) = (.number, "><v>\(FixedPoint.text(number, scale: scale))</v></c>")
    }
    let start = arena.count
    arena += plain[Int(kind.rawValue)]
    arena += rest.utf8
    columns[index].kinds.append(kind)
    columns[index].places.append(UInt64(start) | UInt64(arena.count - start) << 40)
  }

  /// How many cells of a column hold a text.
  private func uses(of index: Int) -> Int {
    let column = columns[index]
    var uses = 0
    column.codes.forEach { _, code in
      let kind = column.kinds[Int(code)]
      if kind == .text || kind == .formula { uses += 1 }
    }
    return uses
  }

  private static func looks(_ severity: Severity?, _ book: inout LookBook) -> [[UInt8]] {
    Kind.allCases.map { kind in
      var look = Look(hasLine: true)
      look.number = kind == .number ? .general : .text
      look.align = kind == .number ? .right : .left
      look.indent = kind == .number ? 1 : 0
      look.isQuoted = kind == .formula
      look.mark = severity
      look.isBold = severity != nil
      if let severity { look.color = Palette.ink(severity) }
      return Array("\" s=\"\(book.index(of: look))\"".utf8)
    }
  }

  // MARK: Writing

  /// Rows whose values are looked up together, column by column.
  private static let rowsAtOnce = 256

  /// Hands over the rows in blocks; the first is the row of that number.
  func write(from first: Int, _ emit: ([UInt8]) -> Void) {
    var block = BytePieces()
    let (open, close) = (Array("<row r=\"".utf8), Array("</row>".utf8))
    let (openEnd, openings) = (Array("\">".utf8), columns.map { $0.opening })
    let arena = arena
    var next = 0
    for start in stride(from: 0, to: count, by: Self.rowsAtOnce) {
      let rows = start..<min(start + Self.rowsAtOnce, count)
      let places = columns.map { $0.codes.gather(rows, through: $0.places) }
      for row in rows {
        let digits = Array(String(first + row).utf8)
        block.append(open.span)
        block.append(digits.span)
        block.append(openEnd.span)
        for index in columns.indices {
          let place = places[index][row - start]
          let range = Int(place & 0xFF_FFFF_FFFF)..<Int(place & 0xFF_FFFF_FFFF) + Int(place >> 40)
          block.append(arena.span.extracting(openings[index]))
          block.append(digits.span)
          if next < marks.count, marks[next].row == row, marks[next].column == index {
            let kind = Int(columns[index].kinds[Int(columns[index].codes[row])].rawValue)
            let look = marked[marks[next].severity]?[kind] ?? plain[kind]
            block.append(look.span)
            let rest = (range.lowerBound + plain[kind].count)..<range.upperBound
            block.append(arena.span.extracting(rest))
            next += 1
          } else {
            block.append(arena.span.extracting(range))
          }
        }
        block.append(close.span)
        if block.count >= SheetBody.blockSize { emit(block.take()) }
      }
    }
    emit(block.take())
  }
}

/// Bytes that are appended a few at a time.
private struct BytePieces {
  private var bytes = [UInt8](repeating: 0, count: SheetBody.blockSize + 64 << 10)
  private(set) var count = 0

  /// A loop, for the pieces are short: finding the way to copy them takes longer.
  @inline(__always)
  mutating func append(_ piece: Span<UInt8>) {
    if piece.count > bytes.count - count {
      bytes += [UInt8](repeating: 0, count: bytes.count + piece.count)
    }
    let start = count
    var free = bytes.mutableSpan
    for place in 0..<piece.count { free[start &+ place] = piece[place] }
    count = start + piece.count
  }

  mutating func take() -> [UInt8] {
    defer { count = 0 }
    return Array(bytes[..<count])
  }
}

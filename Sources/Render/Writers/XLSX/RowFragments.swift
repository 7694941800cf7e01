internal import Tables

/// The cells of rows as bytes, made once for each distinct value and copied for each cell.
///
/// A cell is `<c r="AB`, the row's number, and what its value makes of the rest.
struct RowFragments: Sendable {
  /// What stands in a cell, for each of which there are looks of its own.
  private enum Kind: UInt8, CaseIterable { case nothing, text, formula, number }

  private struct Column: Sendable {
    let opening: [UInt8]
    var codes: Codes
    var bytes: [UInt8] = []
    var ends: [Int] = []
    var kinds: [Kind] = []

    /// The bytes of a value: its look, then the rest.
    func range(of code: Int) -> Range<Int> { (code == 0 ? 0 : ends[code - 1])..<ends[code] }
  }

  private var columns: [Column] = []
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
    var marked: [Severity: [[UInt8]]] = [:]
    for severity in Severity.allCases
    where content.marks.contains(where: { $0.severity == severity }) {
      marked[severity] = Self.looks(severity, &book.looks)
    }
    self.marked = marked
    for (index, column) in content.columns.enumerated() {
      columns.append(
        Column(opening: Array("<c r=\"".utf8) + CellName.letters(index), codes: column.codes))
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
    columns[index].kinds.append(kind)
    columns[index].bytes += plain[Int(kind.rawValue)]
    columns[index].bytes += rest.utf8
    columns[index].ends.append(columns[index].bytes.count)
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

  /// Hands over the rows in blocks; the first is the row of that number.
  func write(from first: Int, _ emit: ([UInt8]) -> Void) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(SheetBody.blockSize + 64 << 10)
    let (open, close) = (Array("<row r=\"".utf8), Array("</row>".utf8))
    var next = 0
    for row in 0..<count {
      let digits = Array(String(first + row).utf8)
      bytes += open
      bytes += digits
      bytes.append(UInt8(ascii: "\""))
      bytes.append(UInt8(ascii: ">"))
      for index in columns.indices {
        bytes += columns[index].opening
        bytes += digits
        let code = Int(columns[index].codes[row])
        if next < marks.count, marks[next].row == row, marks[next].column == index {
          append(code, of: columns[index], marks[next].severity, to: &bytes)
          next += 1
        } else {
          bytes += columns[index].bytes[columns[index].range(of: code)]
        }
      }
      bytes += close
      if bytes.count >= SheetBody.blockSize {
        emit(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    emit(bytes)
  }

  /// The bytes of a value with the look of a mark in the place of its own.
  private func append(
    _ code: Int, of column: Column, _ severity: Severity, to bytes: inout [UInt8]
  ) {
    let kind = Int(column.kinds[code].rawValue)
    let range = column.range(of: code)
    bytes += marked[severity]?[kind] ?? plain[kind]
    bytes += column.bytes[(range.lowerBound + plain[kind].count)..<range.upperBound]
  }
}

/// Reads the rows and cells of a sheet out of a window that moves over its XML.
///
/// Cells as nearly all programs write them are read by `SheetScanner+Plain`; this is the exact reading
/// of all others. Elements that hold no cell values are skipped, whatever they are.
struct SheetScanner {
  enum Outcome { case more, finished, stopped }

  /// Where the scanner stands in the XML.
  private enum Place { case outside, worksheet, rows, row, merges, behind }

  var tokens = XMLTokenizer()
  let value: CellValue
  let sharedStrings: Int
  private var place = Place.outside
  /// How many elements are open that are skipped with all they hold.
  private var skipped = 0
  /// The row that was begun last.
  private(set) var row = 0
  /// The first column that the next cell may stand in.
  var nextColumn = 0
  var text: [UInt8] = []

  init(value: CellValue, sharedStrings: Int) {
    self.value = value
    self.sharedStrings = sharedStrings
  }

  /// Reads on as far as the window goes.
  mutating func scan(
    _ bytes: Span<UInt8>, count: Int, into sink: inout some CellSink
  ) throws -> Outcome {
    tokens.count = count
    while place != .behind {
      if place == .row, skipped == 0 { try scanPlainCells(bytes, into: &sink) }
      let start = tokens.place
      switch try tokens.next(bytes) {
      case .more: return .more
      case .text, .data: continue
      case .start:
        guard try open(bytes, into: &sink) else {
          tokens.place = start
          return .more
        }
      case .empty: if try !openEmpty(bytes, into: &sink) { return .stopped }
      case .end: if try !close(into: &sink) { return .stopped }
      }
    }
    return .finished
  }

  /// Takes a start tag; false when the window ends within a cell.
  private mutating func open(_ bytes: Span<UInt8>, into sink: inout some CellSink) throws -> Bool {
    switch place {
    case _ where skipped > 0: skipped += 1
    case .outside:
      guard tokens.name == .worksheet else { throw XMLFault("it is no worksheet") }
      place = .worksheet
    case .worksheet where tokens.name == .sheetData && row == 0: place = .rows
    case .rows where tokens.name == .row:
      try beginRow(bytes, into: &sink)
      place = .row
    case .row where tokens.name == .cell: return try readCell(bytes, into: &sink)
    case .worksheet where tokens.name == .mergeCells: place = .merges
    case .merges where tokens.name == .mergeCell:
      try merge(bytes, into: &sink)
      skipped = 1
    case .worksheet, .rows, .row, .merges, .behind: skipped = 1
    }
    return true
  }

  /// Takes a tag without content; false when the sink wants no more.
  private mutating func openEmpty(
    _ bytes: Span<UInt8>, into sink: inout some CellSink
  ) throws -> Bool {
    switch place {
    case _ where skipped > 0: return true
    case .outside:
      guard tokens.name == .worksheet else { throw XMLFault("it is no worksheet") }
      place = .behind
    case .rows where tokens.name == .row:
      try beginRow(bytes, into: &sink)
      return try sink.endRow()
    case .row where tokens.name == .cell:
      nextColumn = try column(of: CellHead(tokens, bytes)) + 1
    case .merges where tokens.name == .mergeCell: try merge(bytes, into: &sink)
    case .worksheet, .rows, .row, .merges, .behind: break
    }
    return true
  }

  /// Takes an end tag; false when the sink wants no more.
  private mutating func close(into sink: inout some CellSink) throws -> Bool {
    guard skipped == 0 else {
      skipped -= 1
      return true
    }
    switch (place, tokens.name) {
    case (.row, .row):
      place = .rows
      return try sink.endRow()
    case (.rows, .sheetData), (.merges, .mergeCells): place = .worksheet
    case (.worksheet, .worksheet): place = .behind
    default: throw XMLFault("a closing tag stands where none belongs")
    }
    return true
  }

  private mutating func beginRow(
    _ bytes: Span<UInt8>, into sink: inout some CellSink
  ) throws {
    var number = row + 1
    if let range = try tokens.attribute(.reference, bytes) {
      number = try CellHead.number(
        bytes.extracting(range), most: CellHead.mostRows, of: "the number of a row")
    }
    guard number > row else { throw XMLFault("row \(number) follows row \(row)") }
    guard number <= CellHead.mostRows else { throw XMLFault("it has more rows than Excel can") }
    row = number
    nextColumn = 0
    let isHidden = try tokens.attribute(.hidden, bytes).map { bytes.extracting($0).isTrue } ?? false
    try sink.beginRow(number, isHidden: isHidden)
  }

  /// Hands over a range such as `A1:C2`; what lies outside of a sheet is no range.
  private func merge(_ bytes: Span<UInt8>, into sink: inout some CellSink) throws {
    guard let range = try tokens.attribute(.range, bytes) else { return }
    let words = bytes.extracting(range)
    guard let colon = words.indices.first(where: { words[$0] == UInt8(ascii: ":") }) else { return }
    let (first, last) = (
      try CellHead(reference: words.extracting(0..<colon)),
      try CellHead(reference: words.extracting(colon + 1..<words.count))
    )
    guard let left = first.column, let right = last.column, let top = first.row,
      let bottom = last.row, left <= right, 1 <= top, top <= bottom
    else { throw XMLFault("a range of merged cells is none") }
    try sink.merge(CellRange(rows: top...bottom, columns: left...right))
  }

  /// The column of a cell, from 0; cells that do not say it stand beside the one before.
  func column(of head: CellHead) throws -> Int {
    let column = head.column ?? nextColumn
    guard column >= nextColumn, column < CellHead.mostColumns else {
      throw XMLFault("a cell stands in column \(column + 1) after column \(nextColumn)")
    }
    guard head.row == nil || head.row == row else {
      throw XMLFault("a cell says that it stands in another row")
    }
    return column
  }
}

extension SheetScanner {
  /// Reads a cell whose start tag was just taken; false when the window ends first.
  private mutating func readCell(
    _ bytes: Span<UInt8>, into sink: inout some CellSink
  ) throws -> Bool {
    let head = try CellHead(tokens, bytes)
    let column = try column(of: head)
    text.removeAll(keepingCapacity: true)
    var depth = 1
    while depth > 0 {
      switch try tokens.next(bytes) {
      case .more: return false
      case .text, .data, .empty: continue
      case .end: depth -= 1
      case .start where depth == 1 && tokens.name == .value:
        text.removeAll(keepingCapacity: true)
        guard try readValue(bytes) else { return false }
      case .start where depth == 1 && tokens.name == .inlineString && head.type == .inlineString:
        guard try RichText.append(&tokens, bytes, to: &text) else { return false }
      case .start: depth += 1
      }
    }
    guard tokens.name == .cell else { throw XMLFault("a cell is not closed") }
    try deliver(head, column, into: &sink)
    nextColumn = column + 1
    return true
  }

  /// Appends the text of a `v` to its end; false when the window ends first.
  private mutating func readValue(_ bytes: Span<UInt8>) throws -> Bool {
    while true {
      switch try tokens.next(bytes) {
      case .more: return false
      case .text: try XMLText.append(bytes, tokens.content, to: &text)
      case .data: XMLText.appendData(bytes, tokens.content, to: &text)
      case .end:
        guard tokens.name == .value else { throw XMLFault("a value is not closed") }
        return true
      case .start, .empty: throw XMLFault("a value holds another element")
      }
    }
  }

  private mutating func deliver(
    _ head: CellHead, _ column: Int, into sink: inout some CellSink
  ) throws {
    if head.type == .string { XMLText.unescape(&text, from: 0) }
    if head.type != .string, head.type != .inlineString { XMLText.trim(&text, from: 0) }
    guard !text.isEmpty else { return }
    switch head.type {
    case .string, .inlineString, .error:
      try XMLText.validate(text.span)
      try sink.cell(
        column: column, kind: head.type == .error ? .error : .text, text: text.span)
    case .sharedString: try deliverShared(text.span, column, into: &sink)
    case .number, .bool, .date:
      try XMLText.validate(text.span)
      try deliver(text, head, column, into: &sink)
    }
  }

  private mutating func deliver(
    _ stored: [UInt8], _ head: CellHead, _ column: Int, into sink: inout some CellSink
  ) throws {
    text.removeAll(keepingCapacity: true)
    let kind = value.append(stored.span, type: head.type, style: head.style, to: &text)
    try sink.cell(column: column, kind: kind, text: text.span)
  }

  private func deliverShared(
    _ number: Span<UInt8>, _ column: Int, into sink: inout some CellSink
  ) throws {
    let most = max(0, sharedStrings - 1)
    let number = try CellHead.number(number, most: most, of: "the number of a shared string")
    guard number < sharedStrings else { throw XMLFault("the workbook has no shared strings") }
    try sink.cell(column: column, sharedString: number)
  }
}

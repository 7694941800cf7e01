/// Reads the rows and cells of a SpreadsheetML sheet out of a window that moves over its XML.
///
/// Cells as nearly all programs write them are read by `SpreadsheetMLScanner+Plain`; this is the exact
/// reading of all others. Elements that hold no cell values are skipped, whatever they are.
struct SpreadsheetMLScanner {
  enum Outcome { case more, finished, stopped }

  private enum Place { case outside, worksheet, table, row, behind }

  var tokens = XMLTokenizer()
  let value: SpreadsheetMLValue
  private var place = Place.outside
  /// How many elements are open that are skipped with all they hold.
  private var skipped = 0
  /// The row that was begun last.
  private(set) var row = 0
  /// How many rows without cells stand for it.
  private var span = 0
  /// The style of cells that name none.
  private(set) var rowStyle = XMLName()
  /// The first column that the next cell may stand in.
  var nextColumn = 0
  var text: [UInt8] = []
  private var stored: [UInt8] = []

  init(value: SpreadsheetMLValue) { self.value = value }

  /// Reads on as far as the window goes, which starts at the tag of the sheet.
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
    case .outside: place = .worksheet
    case .worksheet where tokens.name == .table: place = .table
    case .table where tokens.name == .row2003:
      try beginRow(bytes, into: &sink)
      place = .row
    case .row where tokens.name == .cell2003: return try readCell(bytes, into: &sink)
    case .worksheet, .table, .row, .behind: skipped = 1
    }
    return true
  }

  /// Takes a tag without content; false when the sink wants no more.
  private mutating func openEmpty(
    _ bytes: Span<UInt8>, into sink: inout some CellSink
  ) throws -> Bool {
    switch place {
    case _ where skipped > 0: return true
    case .outside: place = .behind
    case .worksheet where tokens.name == .table: place = .behind
    case .table where tokens.name == .row2003:
      try beginRow(bytes, into: &sink)
      return try sink.endRow()
    case .row where tokens.name == .cell2003:
      let head = try SpreadsheetMLHead(tokens, bytes, nextColumn: nextColumn)
      try tellMerged(head, into: &sink)
      nextColumn = head.lastColumn + 1
    case .worksheet, .table, .row, .behind: break
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
    case (.row, .row2003):
      place = .table
      return try sink.endRow()
    case (.table, .table), (.worksheet, .worksheet2003): place = .behind
    default: throw XMLFault("a closing tag stands where none belongs")
    }
    return true
  }

  private mutating func beginRow(
    _ bytes: Span<UInt8>, into sink: inout some CellSink
  ) throws {
    let most = CellHead.mostRows
    var number = row + span + 1
    if let index = try tokens.number(.index, bytes, most: most, of: "the number of a row") {
      guard index > row else { throw XMLFault("row \(index) follows row \(row)") }
      number = index
    }
    guard number <= most else { throw XMLFault("it has more rows than Excel can") }
    span = try tokens.number(.span, bytes, most: most, of: "the span of a row") ?? 0
    row = number
    nextColumn = 0
    rowStyle = try tokens.local(.styleID, bytes).map { XMLName(bytes.extracting($0)) } ?? XMLName()
    let isHidden = try tokens.local(.hidden2003, bytes).map { bytes.extracting($0).isTrue } ?? false
    try sink.beginRow(number, isHidden: isHidden)
  }

  private func tellMerged(_ head: SpreadsheetMLHead, into sink: inout some CellSink) throws {
    guard head.across > 0 || head.down > 0 else { return }
    guard row + head.down <= CellHead.mostRows else {
      throw XMLFault("a range of merged cells leaves the sheet")
    }
    try sink.merge(
      CellRange(rows: row...row + head.down, columns: head.column...head.lastColumn))
  }
}

extension SpreadsheetMLScanner {
  /// Reads a cell whose start tag was just taken; false when the window ends first.
  private mutating func readCell(
    _ bytes: Span<UInt8>, into sink: inout some CellSink
  ) throws -> Bool {
    let head = try SpreadsheetMLHead(tokens, bytes, nextColumn: nextColumn)
    text.removeAll(keepingCapacity: true)
    var type = SpreadsheetMLType.text
    var depth = 1
    while depth > 0 {
      switch try tokens.next(bytes) {
      case .more: return false
      case .text, .data, .empty: continue
      case .end: depth -= 1
      case .start where depth == 1 && tokens.name == .data:
        text.removeAll(keepingCapacity: true)
        type = try readType(bytes)
        guard try readData(bytes) else { return false }
      case .start: depth += 1
      }
    }
    guard tokens.name == .cell2003 else { throw XMLFault("a cell is not closed") }
    try tellMerged(head, into: &sink)
    try deliver(type, head, into: &sink)
    nextColumn = head.lastColumn + 1
    return true
  }

  private func readType(_ bytes: Span<UInt8>) throws -> SpreadsheetMLType {
    guard let range = try tokens.local(.type2003, bytes) else { return .text }
    guard let type = SpreadsheetMLType(bytes.extracting(range)) else {
      throw XMLFault("a cell is of a type that is not known")
    }
    return type
  }

  /// Appends the text of a `Data` to its end, whatever fonts its pieces have; false when the window
  /// ends first.
  private mutating func readData(_ bytes: Span<UInt8>) throws -> Bool {
    var depth = 1
    while depth > 0 {
      switch try tokens.next(bytes) {
      case .more: return false
      case .text: try XMLText.append(bytes, tokens.content, to: &text)
      case .data: XMLText.appendData(bytes, tokens.content, to: &text)
      case .start: depth += 1
      case .end: depth -= 1
      case .empty: continue
      }
    }
    guard tokens.name == .data else { throw XMLFault("a value is not closed") }
    return true
  }

  private mutating func deliver(
    _ type: SpreadsheetMLType, _ head: SpreadsheetMLHead, into sink: inout some CellSink
  ) throws {
    if type != .text { XMLText.trim(&text, from: 0) }
    guard !text.isEmpty else { return }
    try XMLText.validate(text.span)
    guard type != .text else {
      return try sink.cell(column: head.column, kind: .text, text: text.span)
    }
    swap(&self.stored, &text)
    let stored = self.stored
    text.removeAll(keepingCapacity: true)
    let kind = value.append(
      stored.span, type: type, style: head.style ?? rowStyle, to: &text)
    try sink.cell(column: head.column, kind: kind, text: text.span)
  }
}

/// What the start tag of a cell says: its place, how far it reaches and its style.
struct SpreadsheetMLHead {
  /// From 0.
  let column: Int
  /// How many columns and rows beyond its own it is shown over.
  let across: Int
  let down: Int
  let style: XMLName?

  var lastColumn: Int { column + across }

  init(_ tokens: XMLTokenizer, _ bytes: Span<UInt8>, nextColumn: Int) throws {
    let most = CellHead.mostColumns
    let index = try tokens.number(.index, bytes, most: most, of: "the column of a cell")
    column = index.map { $0 - 1 } ?? nextColumn
    guard column >= nextColumn, column < most else {
      throw XMLFault("a cell stands in column \(column + 1) after column \(nextColumn)")
    }
    across = try tokens.number(.mergeAcross, bytes, most: most, of: "the width of a cell") ?? 0
    down =
      try tokens.number(.mergeDown, bytes, most: CellHead.mostRows, of: "the height of a cell") ?? 0
    guard column + across < most else { throw XMLFault("a range of merged cells leaves the sheet") }
    style = try tokens.local(.styleID, bytes).map { XMLName(bytes.extracting($0)) }
  }
}

extension XMLTokenizer {
  /// Where the value of an attribute stands, whatever its prefix.
  func local(_ wanted: XMLName, _ bytes: Span<UInt8>) throws -> Range<Int>? {
    attributes.isEmpty ? nil : try attribute(wanted, bytes, ignoringPrefix: true)
  }

  /// The whole number an attribute holds, whatever its prefix.
  func number(
    _ wanted: XMLName, _ bytes: Span<UInt8>, most: Int, of what: String
  ) throws -> Int? {
    guard let range = try local(wanted, bytes) else { return nil }
    return try CellHead.number(bytes.extracting(range), most: most, of: what)
  }
}

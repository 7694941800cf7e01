internal import Containers

/// Reads the rows and cells of one table out of a window that moves over its page.
///
/// Columns follow the spans of cells as the standard lays tables out. A table inside of a cell is
/// jumped over: it is a sheet of its own. Cells as programs write them are read by
/// `HTMLTableReader+Plain`; this is the exact reading of all others.
struct HTMLTableReader {
  enum Outcome { case more, finished, stopped, jump(to: Int) }

  var tokens = HTMLTokenizer()
  let index: HTMLIndex
  var text: HTMLCellText
  let isWindows874: Bool
  var mode: HTMLTableMode?
  private(set) var row = 0
  var nextColumn = 0
  private(set) var spans = HTMLSpans()
  private var tag = HTMLCellTag()
  private var column = 0
  /// Whether some cells are ended by their end tag, which is optional, and some without.
  var endsCells = false
  private var leavesCellsOpen = false
  /// Tables around others are often never ended.
  private let isLayout: Bool

  /// A cell in Excel has at most 32,767 characters.
  private static let longestCell = 4 << 20

  init(_ index: HTMLIndex, table: Int, encoding: TextEncoding) {
    self.index = index
    isLayout = index.tables[table].holdsTables
    text = HTMLCellText(encoding)
    isWindows874 = encoding == .windows874
  }

  /// Reads on as far as the window goes, whose first byte stands at `base`.
  mutating func read(
    _ bytes: Span<UInt8>, base: Int, into sink: inout some CellSink
  ) throws -> Outcome {
    while true {
      if mode == .row, tokens.isInData, !(try readPlainCells(bytes, into: &sink)) {
        return .stopped
      }
      switch tokens.next(bytes) {
      case .more: return .more
      case .finished: return try finish(into: &sink)
      case .text:
        if mode == .cell, tokens.rawText != .title { try append(bytes) }
      case .start where tokens.element == .table:
        guard let mode else {
          self.mode = .table
          continue
        }
        if mode.holdsText, let end = index.end(ofTableAt: base + tokens.start) {
          text.breakLine()
          return .jump(to: end)
        }
        return try close(to: .table, into: &sink) ? .finished : .stopped
      case .end where tokens.element == .table:
        return try close(to: .table, into: &sink) ? .finished : .stopped
      case .start: if !(try open(bytes, into: &sink)) { return .stopped }
      case .end: if !(try end(into: &sink)) { return .stopped }
      }
    }
  }

  private mutating func append(_ bytes: Span<UInt8>) throws {
    text.append(bytes, tokens.content)
    guard text.bytes.count <= Self.longestCell else {
      throw ContainerError(
        .tooLarge,
        "A cell in row \(row) has more than \(Self.longestCell) bytes, as none in Excel can.")
    }
  }

  /// Takes a start tag; false when the sink wants no more.
  private mutating func open(_ bytes: Span<UInt8>, into sink: inout some CellSink) throws -> Bool {
    guard let mode else { return true }
    let element = tokens.element
    switch element {
    case .row:
      guard try close(to: .section, into: &sink) else { return false }
      try beginRow(isHidden: HTMLVisibility.isHidden(tokens, bytes), into: &sink)
    case .cell:
      guard try close(to: .row, into: &sink) else { return false }
      if !mode.isInRow { try beginRow(isHidden: false, into: &sink) }
      try beginCell(bytes, into: &sink)
    case .section, .caption, .column:
      guard try close(to: .table, into: &sink) else { return false }
    default: text.take(element, isEnd: false)
    }
    self.mode = mode.opened(element)
    return true
  }

  /// Takes an end tag; false when the sink wants no more.
  private mutating func end(into sink: inout some CellSink) throws -> Bool {
    guard let mode else { return true }
    let next = mode.closed(tokens.element)
    if next == mode {
      text.take(tokens.element, isEnd: true)
      return true
    }
    let wasOpen = leavesCellsOpen
    guard try close(to: next, into: &sink) else { return false }
    if tokens.element == .cell { (endsCells, leavesCellsOpen) = (true, wasOpen) }
    return true
  }

  /// Ends cell, row and section as far as they are open and a mode does not hold them; false when
  /// the sink wants no more.
  mutating func close(
    to next: HTMLTableMode, into sink: inout some CellSink
  ) throws -> Bool {
    guard let mode else { return true }
    self.mode = next
    if mode == .cell {
      leavesCellsOpen = true
      try deliver(into: &sink)
    }
    if mode.isInRow, !next.isInRow { guard try sink.endRow() else { return false } }
    if mode.isInSection, !next.isInSection {
      for range in spans.endSection(row: row) { try sink.merge(range) }
    }
    return true
  }
}

extension HTMLTableReader {
  private mutating func beginRow(isHidden: Bool, into sink: inout some CellSink) throws {
    row += 1
    nextColumn = 0
    try sink.beginRow(row, isHidden: isHidden)
  }

  /// Where the next cell of the row stands.
  func freeColumn() throws -> Int {
    let column = spans.free(from: nextColumn, row: row)
    guard column < HTMLSpans.mostColumns else {
      throw ContainerError(
        .tooLarge,
        "Row \(row) has more than \(HTMLSpans.mostColumns) columns, as none in Excel can.")
    }
    return column
  }

  private mutating func beginCell(_ bytes: Span<UInt8>, into sink: inout some CellSink) throws {
    text.clear()
    tag = HTMLCellTag(tokens, bytes)
    column = try freeColumn()
    nextColumn = column + tag.columns
    guard tag.columns > 1 || tag.rows != 1 else { return }
    if let range = spans.add(tag, row: row, column: column) { try sink.merge(range) }
  }

  private mutating func deliver(into sink: inout some CellSink) throws {
    text.trim()
    if let number = HTMLExcelNumber.text(of: tag.number, shownAs: text.bytes) {
      try sink.cell(column: column, kind: .number, text: number.span)
    } else if !text.bytes.isEmpty {
      try sink.cell(column: column, kind: .text, text: text.bytes.span)
    }
  }

  /// Ends the table with the page; a page that was cut short is refused.
  ///
  /// Where all other cells have their end tag, one that only the page's end ends was cut short.
  private mutating func finish(into sink: inout some CellSink) throws -> Outcome {
    let isCut = tokens.endedInTag || (mode == .cell && endsCells && !leavesCellsOpen)
    guard isLayout || !isCut else {
      throw ContainerError.truncated("The page ends in the middle of a table, in row \(row).")
    }
    return try close(to: .table, into: &sink) ? .finished : .stopped
  }
}

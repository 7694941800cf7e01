internal import Containers

/// Reads the rows and cells of one sheet out of a window that moves over the XML of all sheets.
///
/// A row is gathered before it is handed over, because rows without cells are nothing, however often
/// they are repeated. Elements that hold no cells are skipped, whatever they are.
struct ODSScanner {
  enum Outcome { case more, finished, stopped }

  var tokens = XMLTokenizer()
  /// How many sheets come before the one that is read.
  private var sheetsBefore: Int
  private var depth = 0
  private var isInSheet = false
  /// The depth of the row that is open; 0 for none.
  private var rowDepth = 0
  /// How many elements are open that are skipped with all they hold.
  private var skipped = 0
  /// How many elements are open that only group rows.
  private var groups = 0
  /// The row that was read last, repeats counted.
  private(set) var row = 0
  private var cells = ODSRow()

  init(sheet: Int) { sheetsBefore = sheet }

  /// Reads on as far as the window goes.
  mutating func scan(
    _ bytes: Span<UInt8>, count: Int, into sink: inout some CellSink
  ) throws -> Outcome {
    tokens.count = count
    while true {
      let start = tokens.place
      switch try tokens.next(bytes) {
      case .more: return .more
      case .text, .data: continue
      case .start:
        guard try open(bytes) else {
          tokens.place = start
          return .more
        }
      case .empty:
        if try openEmpty(bytes) { return .finished }
      case .end:
        guard depth > 0 else { throw XMLFault("a closing tag stands where none belongs") }
        if skipped == 0, depth == rowDepth {
          rowDepth = 0
          guard try deliver(into: &sink) else { return .stopped }
        } else if skipped == 0, groups == 0, isInSheet {
          return .finished
        } else if skipped > 0 {
          skipped -= 1
        } else if groups > 0 {
          groups -= 1
        }
        depth -= 1
        if depth == 0 { return .finished }
      }
    }
  }

  /// Takes a start tag; false when the window ends within a cell.
  private mutating func open(_ bytes: Span<UInt8>) throws -> Bool {
    let isCell = tokens.name == .tableCell || tokens.name == .coveredCell
    if skipped == 0, rowDepth > 0, isCell { return try readCell(bytes) }
    depth += 1
    if skipped > 0 {
      skipped += 1
    } else if !isInSheet {
      try openOutside()
    } else if rowDepth > 0 {
      skipped = 1
    } else if tokens.name == .tableRow {
      try beginRow(bytes)
      rowDepth = depth
    } else if [.tableRows, .tableRowGroup, .tableHeaderRows].contains(tokens.name) {
      groups += 1
    } else {
      skipped = 1
    }
    return true
  }

  /// Goes down to the sheet: content, body, spreadsheet, table.
  private mutating func openOutside() throws {
    let way: [XMLName] = [.documentContent, .body, .spreadsheet, .tableODS]
    guard depth <= way.count, tokens.name == way[depth - 1] else {
      if depth == 1 { throw XMLFault("it is no OpenDocument content") }
      skipped = 1
      return
    }
    guard depth == way.count else { return }
    if sheetsBefore == 0 { isInSheet = true } else { skipped = 1 }
    sheetsBefore -= 1
  }

  /// Takes a tag without content; true when it is the sheet itself.
  private mutating func openEmpty(_ bytes: Span<UInt8>) throws -> Bool {
    guard skipped == 0 else { return false }
    if !isInSheet {
      guard depth == 3, tokens.name == .tableODS else { return false }
      sheetsBefore -= 1
      return sheetsBefore < 0
    }
    if rowDepth > 0 {
      guard tokens.name == .tableCell || tokens.name == .coveredCell else { return false }
      let head = try ODSHead(tokens, bytes)
      cells.skip(head.repeated)
    } else if tokens.name == .tableRow {
      try beginRow(bytes)
      row += cells.repeated
    }
    return false
  }

  private mutating func beginRow(_ bytes: Span<UInt8>) throws {
    cells.begin()
    cells.repeated = try tokens.count(.rowsRepeated, bytes, of: "the repeats of a row")
    if let range = try tokens.local(.visibility, bytes) {
      cells.isHidden = !bytes.extracting(range).holds("visible", at: 0)
    }
  }

  private mutating func readCell(_ bytes: Span<UInt8>) throws -> Bool {
    let head = try ODSHead(tokens, bytes)
    let isCovered = tokens.name == .coveredCell
    let start = cells.textCount
    guard try ODSText.append(&tokens, bytes, to: &cells.texts) else {
      cells.texts.removeSubrange(start...)
      return false
    }
    guard tokens.name == (isCovered ? .coveredCell : .tableCell) else {
      throw XMLFault("a cell is not closed")
    }
    try cells.add(head, from: start, at: row + 1)
    return true
  }

  /// Hands the row over, as often as it is repeated; false when the sink wants no more.
  private mutating func deliver(into sink: inout some CellSink) throws -> Bool {
    guard !cells.isEmpty else {
      row += cells.repeated
      return true
    }
    guard row + cells.repeated <= CellHead.mostRows else {
      throw ContainerError(
        .tooLarge, "A row is repeated beyond row \(CellHead.mostRows), where every sheet ends.")
    }
    for _ in 0..<cells.repeated {
      row += 1
      guard try cells.deliver(row, into: &sink) else { return false }
    }
    return true
  }
}

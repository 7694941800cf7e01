internal import Containers

/// What a SpreadsheetML file says around its cells: the sheets, where they start, and the styles.
///
/// Cells are passed over by looking only at the letters behind each `<`.
struct SpreadsheetMLOutline {
  private enum Place {
    case outside, workbook, excelWorkbook, styles, style, sheet, table, options, visible, behind
  }

  private(set) var sheets: [(sheet: CellSheet, place: Int)] = []
  /// Of the styles that are not plain numbers.
  private(set) var styles: [XMLName: NumberFormats.Kind] = [:]
  private(set) var countsFrom1904 = false

  private var place = Place.outside
  /// How many elements are open that are skipped with all they hold.
  private var skipped = 0
  private var tokens = XMLTokenizer()
  private var style = XMLName()
  private var text: [UInt8] = []
  /// The places of all `<` in the window; `mark` is the next of them.
  private var marks: [UInt32] = []
  private var markCount = 0
  private var mark = 0

  private static let mostSheets = 4096
  private static let mostStyles = 65_536
  private static let namespace = "urn:schemas-microsoft-com:office:spreadsheet"

  /// Reads the whole file; throws `XMLFault` or `ContainerError`.
  mutating func read(_ window: consuming XMLWindow) throws {
    while true {
      tokens.count = window.count
      markCount = ByteSearch.find(0x3C, 0x3C, 0x3C, in: window.bytes, places: &marks)
      mark = 0
      let passed = window.passed
      if try scan(window.bytes.span, passed: passed) { return }
      try window.refill(from: tokens.place)
      tokens.place = 0
    }
  }

  /// Reads on as far as the window goes; true at the end of the workbook.
  private mutating func scan(_ bytes: Span<UInt8>, passed: Int) throws -> Bool {
    while place != .behind {
      if place == .table, try !passTable(bytes) { return false }
      let start = tokens.place
      switch try tokens.next(bytes) {
      case .more: return false
      case .text: if place == .visible { try XMLText.append(bytes, tokens.content, to: &text) }
      case .data: continue
      case .start: try open(bytes, at: passed + start)
      case .empty:
        try open(bytes, at: passed + start)
        try close()
      case .end: try close()
      }
    }
    return true
  }

  /// Passes over the cells; false when the window ends before the table does.
  private mutating func passTable(_ bytes: Span<UInt8>) throws -> Bool {
    while mark < markCount {
      let found = Int(marks[mark])
      guard found >= tokens.place else {
        mark += 1
        continue
      }
      // Zeros follow the window, so that looking two bytes on is allowed.
      let isEnd = bytes[found + 1] == UInt8(ascii: "/")
      let letter = bytes[found + (isEnd ? 2 : 1)]
      if letter &- UInt8(ascii: "A") < 26, letter != UInt8(ascii: "T") {
        mark += 1
        continue
      }
      tokens.place = found
      switch try tokens.next(bytes) {
      case .more: return false
      case .end where tokens.name == .table:
        place = .sheet
        return true
      // A comment or marked data may have hidden what stands between.
      case .start, .empty, .end, .text, .data: continue
      }
    }
    tokens.place = max(tokens.place, tokens.count)
    return false
  }

  private mutating func open(_ bytes: Span<UInt8>, at start: Int) throws {
    switch place {
    case _ where skipped > 0: skipped += 1
    case .outside:
      let attributes = bytes.extracting(tokens.attributes)
      guard tokens.name == .workbook, attributes.contains(Self.namespace) else {
        throw ContainerError(.unsupported, "The file is XML, but no workbook.")
      }
      place = .workbook
    case .workbook where tokens.name == .excelWorkbook: place = .excelWorkbook
    case .excelWorkbook where tokens.name == .date1904:
      countsFrom1904 = true
      skipped = 1
    case .workbook where tokens.name == .styles: place = .styles
    case .styles where tokens.name == .styleElement:
      try beginStyle(bytes)
      place = .style
    case .style where tokens.name == .numberFormat:
      try setFormat(bytes)
      skipped = 1
    case .workbook where tokens.name == .worksheet2003:
      try beginSheet(bytes, at: start)
      place = .sheet
    case .sheet where tokens.name == .table: place = .table
    case .sheet where tokens.name == .worksheetOptions: place = .options
    case .options where tokens.name == .visible:
      text.removeAll(keepingCapacity: true)
      place = .visible
    default: skipped = 1
    }
  }

  private mutating func close() throws {
    guard skipped == 0 else {
      skipped -= 1
      return
    }
    switch place {
    case .workbook: place = .behind
    case .excelWorkbook, .styles, .sheet: place = .workbook
    case .style: place = .styles
    case .table, .options: place = .sheet
    case .visible:
      hideSheet()
      place = .options
    case .outside, .behind: throw XMLFault("a closing tag stands where none belongs")
    }
  }

  private mutating func beginSheet(_ bytes: Span<UInt8>, at start: Int) throws {
    guard sheets.count < Self.mostSheets else {
      throw ContainerError(.tooLarge, "The workbook has more than \(Self.mostSheets) sheets.")
    }
    let name = String(decoding: try attribute(.name, bytes) ?? [], as: UTF8.self)
    sheets.append((CellSheet(name: name), start))
  }

  private mutating func hideSheet() {
    XMLText.trim(&text, from: 0)
    guard let last = sheets.indices.last, text.starts(with: "Sheet".utf8),
      !text.elementsEqual("SheetVisible".utf8)
    else { return }
    sheets[last].sheet = CellSheet(name: sheets[last].sheet.name, isHidden: true)
  }

  /// A style begins as what its parent is.
  private mutating func beginStyle(_ bytes: Span<UInt8>) throws {
    let identifier = try attribute(.identifier, bytes) ?? []
    style = XMLName(identifier.span)
    guard let parent = try attribute(.parent, bytes), let kind = styles[XMLName(parent.span)] else {
      return
    }
    try set(kind)
  }

  private mutating func setFormat(_ bytes: Span<UInt8>) throws {
    guard let format = try attribute(.format, bytes) else { return }
    try set(NumberFormats.kind(ofNamed: String(decoding: format, as: UTF8.self)))
  }

  private mutating func set(_ kind: NumberFormats.Kind) throws {
    guard styles.count < Self.mostStyles else {
      throw ContainerError(.tooLarge, "The workbook has more than \(Self.mostStyles) styles.")
    }
    styles[style] = kind == .number ? nil : kind
  }

  private func attribute(_ name: XMLName, _ bytes: Span<UInt8>) throws -> [UInt8]? {
    guard let range = try tokens.attribute(name, bytes, ignoringPrefix: true) else { return nil }
    var value: [UInt8] = []
    try XMLText.append(bytes, range, to: &value)
    return value
  }
}

extension Span<UInt8> {
  /// Whether a word stands anywhere.
  fileprivate func contains(_ word: String) -> Bool { indices.contains { holds(word, at: $0) } }
}

extension NumberFormats {
  /// The kind of a format that SpreadsheetML gives by a name of its own, or written out.
  static func kind(ofNamed format: String) -> Kind {
    switch format {
    case "General Date", "Short Date", "Medium Date", "Long Date", "Short Time", "Medium Time",
      "Long Time":
      .date
    case "General", "General Number", "Currency", "Euro Currency", "Fixed", "Standard", "Percent",
      "Scientific", "Yes/No", "True/False", "On/Off":
      .number
    default: kind(ofCode: format)
    }
  }
}

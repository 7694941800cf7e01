internal import Containers

/// The names of the sheets of an OpenDocument spreadsheet, and which are hidden.
struct ODSOutline {
  private(set) var sheets: [CellSheet] = []
  var tokens = XMLTokenizer()
  /// Styles of sheets that are not shown.
  private var hidden: Set<[UInt8]> = []
  private var style: [UInt8] = []
  private var depth = 0
  /// The depth of the sheet that is open; 0 for none.
  private var sheetDepth = 0

  private static let mostSheets = 4096

  /// Reads on as far as the window goes; true at the end of the part.
  mutating func scan(_ bytes: Span<UInt8>, count: Int) throws -> Bool {
    tokens.count = count
    while true {
      switch try tokens.next(bytes) {
      case .more: return false
      case .text, .data: continue
      case .start:
        depth += 1
        try open(bytes)
      case .empty:
        depth += 1
        try open(bytes)
        if try close() { return true }
      case .end: if try close() { return true }
      }
    }
  }

  private mutating func open(_ bytes: Span<UInt8>) throws {
    guard sheetDepth == 0 else { return }
    if depth == 1, tokens.name != .documentContent {
      throw XMLFault("it is no OpenDocument content")
    }
    if depth == 4, tokens.name == .tableODS {
      try addSheet(bytes)
    } else if depth == 3, tokens.name == .styleODS {
      style = try value(.nameODS, bytes)
    } else if depth == 4, tokens.name == .tableProperties,
      try value(.display, bytes) == Array("false".utf8), hidden.count < 100_000
    {
      hidden.insert(style)
    }
  }

  /// True when the outermost element is closed.
  private mutating func close() throws -> Bool {
    guard depth > 0 else { throw XMLFault("a closing tag stands where none belongs") }
    if depth == sheetDepth { sheetDepth = 0 }
    depth -= 1
    return depth == 0
  }

  private mutating func addSheet(_ bytes: Span<UInt8>) throws {
    guard sheets.count < Self.mostSheets else {
      throw ContainerError(.tooLarge, "The spreadsheet has more than \(Self.mostSheets) sheets.")
    }
    sheetDepth = depth
    sheets.append(
      CellSheet(
        name: String(decoding: try value(.nameODS, bytes), as: UTF8.self),
        isHidden: hidden.contains(try value(.styleName, bytes))))
  }

  private func value(_ name: XMLName, _ bytes: Span<UInt8>) throws -> [UInt8] {
    var value: [UInt8] = []
    if let range = try tokens.local(name, bytes) {
      try XMLText.append(bytes, range, to: &value)
    }
    return value
  }
}

/// Reads the text that a cell shows (ODF 1.3, part 3, 6.1).
///
/// Paragraphs are joined by line ends. Blanks in a row would melt into one by the standard, but count
/// here: LibreOffice writes and reads them as they are. Notes, drawings and whatever else lies in a cell
/// are left out.
struct ODSText {
  /// How many elements are open, the cell itself among them.
  private var depth = 1
  /// The depth of an element whose content is left out; 0 for none.
  private var ignored = 0
  /// The depth of the paragraph that is open; 0 for none.
  private var paragraph = 0
  private var hasParagraph = false

  private static let mostBlanks = 32_767

  /// Appends the text up to the closing tag of the cell that was just opened; false when the window
  /// ends first.
  static func append(
    _ tokens: inout XMLTokenizer, _ bytes: Span<UInt8>, to text: inout [UInt8]
  ) throws -> Bool {
    var reading = ODSText()
    while reading.depth > 0 {
      switch try tokens.next(bytes) {
      case .more: return false
      case .start:
        reading.depth += 1
        try reading.open(tokens, bytes, &text)
      case .empty:
        reading.depth += 1
        try reading.open(tokens, bytes, &text)
        reading.close()
      case .end: reading.close()
      case .text where reading.isInText:
        try XMLText.append(bytes, tokens.content, to: &text)
      case .data where reading.isInText:
        XMLText.appendData(bytes, tokens.content, to: &text)
      case .text, .data: continue
      }
    }
    return true
  }

  private var isInText: Bool { paragraph > 0 && ignored == 0 }

  private mutating func open(
    _ tokens: XMLTokenizer, _ bytes: Span<UInt8>, _ text: inout [UInt8]
  ) throws {
    guard ignored == 0 else { return }
    switch tokens.name {
    case .paragraph where depth == 2:
      if hasParagraph { text.append(UInt8(ascii: "\n")) }
      (paragraph, hasParagraph) = (depth, true)
    case .blanks where isInText:
      let what = "the number of blanks"
      let count = try tokens.number(.blankCount, bytes, most: Self.mostBlanks, of: what) ?? 1
      text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: count))
    case .tab where isInText: text.append(UInt8(ascii: "\t"))
    case .lineBreak where isInText: text.append(UInt8(ascii: "\n"))
    case .spanODS where isInText, .link where isInText: break
    default: ignored = depth
    }
  }

  private mutating func close() {
    if depth == paragraph { paragraph = 0 }
    if depth == ignored { ignored = 0 }
    depth -= 1
  }
}

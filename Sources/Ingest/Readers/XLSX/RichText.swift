/// Reads the text of a shared or an inline string (ECMA-376-1 18.4.8 and 18.3.1.53).
///
/// The pieces of a text in several fonts are joined; readings for Japanese (`rPh`) are left out. As
/// in Excel, blanks around a piece count only when it says `xml:space="preserve"`.
struct RichText {
  /// How many elements are open, the string itself among them.
  private var depth = 1
  /// The depth of an element whose content is left out; 0 for none.
  private var ignored = 0
  /// The depth of the `t` that is open, where its text starts, and whether its blanks count.
  private var textDepth = 0
  private var start = 0
  private var keepsSpace = false

  /// Appends the text up to the closing tag of the element that was just opened; false when the
  /// window ends first.
  static func append(
    _ tokens: inout XMLTokenizer, _ bytes: Span<UInt8>, to text: inout [UInt8]
  ) throws -> Bool {
    var reading = RichText()
    while reading.depth > 0 {
      switch try tokens.next(bytes) {
      case .more: return false
      case .empty: continue
      case .start: try reading.open(tokens, bytes, text)
      case .end: reading.close(&text)
      case .text where reading.isInText: try XMLText.append(bytes, tokens.content, to: &text)
      case .data where reading.isInText: XMLText.appendData(bytes, tokens.content, to: &text)
      case .text, .data: continue
      }
    }
    return true
  }

  private var isInText: Bool { textDepth == depth }

  private mutating func open(
    _ tokens: XMLTokenizer, _ bytes: Span<UInt8>, _ text: [UInt8]
  ) throws {
    depth += 1
    guard ignored == 0 else { return }
    if tokens.name == .text, textDepth == 0 {
      (textDepth, start) = (depth, text.count)
      let space = try tokens.attribute(.space, bytes)
      keepsSpace = space.map { bytes.extracting($0).holds("preserve", at: 0) } ?? false
    } else if tokens.name != .run {
      ignored = depth
    }
  }

  private mutating func close(_ text: inout [UInt8]) {
    if depth == textDepth {
      if !keepsSpace { XMLText.trim(&text, from: start) }
      XMLText.unescape(&text, from: start)
      textDepth = 0
    }
    if depth == ignored { ignored = 0 }
    depth -= 1
  }
}

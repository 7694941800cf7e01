/// Cuts the bytes of a window into tags and text, without copying any.
///
/// Only what a workbook needs: it checks that tags are closed and quoted right, not that names are
/// allowed. Comments and instructions are skipped; a DTD is refused. Names of elements are taken
/// without their prefix. A piece that does not end within the window is not taken: the place stays
/// before it, and the answer is `more`.
struct XMLTokenizer {
  enum Token { case start, empty, end, text, data, more }

  /// The next byte to look at.
  var place = 0
  /// Where the bytes of the window end; zeros may follow.
  var count = 0
  /// Of the last tag: its name without prefix, and where its attributes stand.
  private(set) var name = XMLName()
  private(set) var attributes = 0..<0
  /// Where the last text stands.
  private(set) var content = 0..<0

  mutating func next(_ bytes: Span<UInt8>) throws -> Token {
    while place < count {
      guard bytes[place] == UInt8(ascii: "<") else { return text(bytes) }
      guard place + 1 < count else { return .more }
      switch bytes[place + 1] {
      case UInt8(ascii: "!"):
        guard let token = try skipComment(bytes) else { continue }
        return token
      case UInt8(ascii: "?"):
        guard let end = first(UInt8(ascii: "?"), ">", bytes, from: place + 2) else { return .more }
        place = end
      case UInt8(ascii: "/"): return try endTag(bytes)
      default: return try startTag(bytes)
      }
    }
    return .more
  }

  private mutating func text(_ bytes: Span<UInt8>) -> Token {
    var end = place
    while end < count, bytes[end] != UInt8(ascii: "<") { end &+= 1 }
    guard end < count else { return .more }
    content = place..<end
    place = end
    return .text
  }

  /// Skips a comment (nil), or takes marked data.
  private mutating func skipComment(_ bytes: Span<UInt8>) throws -> Token? {
    // The longest opening, <![CDATA[, has nine bytes.
    guard place + 9 <= count else { return .more }
    if bytes.holds("<!--", at: place) {
      guard let end = first(UInt8(ascii: "-"), "->", bytes, from: place + 4) else { return .more }
      place = end
      return nil
    }
    guard bytes.holds("<![CDATA[", at: place) else {
      throw XMLFault("it holds a DTD or a mark that no workbook has")
    }
    guard let end = first(UInt8(ascii: "]"), "]>", bytes, from: place + 9) else { return .more }
    content = place + 9..<end - 3
    place = end
    return .data
  }

  /// Where a sequence ends that starts with a byte and goes on with a word.
  private func first(
    _ byte: UInt8, _ word: String, _ bytes: Span<UInt8>, from start: Int
  ) -> Int? {
    let length = word.utf8.count
    var place = start
    while place + length < count {
      if bytes[place] == byte, bytes.holds(word, at: place + 1) { return place + 1 + length }
      place &+= 1
    }
    return nil
  }

  private mutating func endTag(_ bytes: Span<UInt8>) throws -> Token {
    guard var end = try readName(bytes, from: place + 2) else { return .more }
    while end < count, bytes[end].isXMLSpace { end += 1 }
    guard end < count else { return .more }
    guard bytes[end] == UInt8(ascii: ">") else { throw XMLFault("a closing tag is not closed") }
    place = end + 1
    return .end
  }

  private mutating func startTag(_ bytes: Span<UInt8>) throws -> Token {
    guard let start = try readName(bytes, from: place + 1) else { return .more }
    var end = start
    while end < count, bytes[end] != UInt8(ascii: ">") {
      let byte = bytes[end]
      guard byte != UInt8(ascii: "<") else { throw XMLFault("a tag stands inside of a tag") }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        end += 1
        while end < count, bytes[end] != byte { end += 1 }
      }
      end += 1
    }
    guard end < count else { return .more }
    let isEmpty = bytes[end - 1] == UInt8(ascii: "/")
    attributes = start..<(isEmpty ? end - 1 : end)
    place = end + 1
    return isEmpty ? .empty : .start
  }

  /// Reads a name up to what cannot be in one; nil when the window ends first.
  private mutating func readName(_ bytes: Span<UInt8>, from start: Int) throws -> Int? {
    name = XMLName()
    var end = start
    while end < count {
      let byte = bytes[end]
      if byte.isXMLSpace || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") {
        guard end > start else { throw XMLFault("a tag has no name") }
        return end
      }
      guard byte != 0, byte != UInt8(ascii: "<") else { throw XMLFault("a tag is not closed") }
      if byte == UInt8(ascii: ":") { name = XMLName() } else { name.append(byte) }
      end += 1
    }
    return nil
  }
}

extension XMLTokenizer {
  /// Where the value of an attribute of the last start tag stands; names are with their prefix, unless
  /// only the local part counts.
  func attribute(
    _ wanted: XMLName, _ bytes: Span<UInt8>, ignoringPrefix: Bool = false
  ) throws -> Range<Int>? {
    var place = attributes.lowerBound
    let end = attributes.upperBound
    while true {
      while place < end, bytes[place].isXMLSpace { place += 1 }
      guard place < end else { return nil }
      var name = XMLName()
      while place < end, bytes[place] != UInt8(ascii: "="), !bytes[place].isXMLSpace {
        if ignoringPrefix, bytes[place] == UInt8(ascii: ":") {
          name = XMLName()
        } else {
          name.append(bytes[place])
        }
        place += 1
      }
      while place < end, bytes[place] != UInt8(ascii: "="), bytes[place].isXMLSpace { place += 1 }
      guard place < end, bytes[place] == UInt8(ascii: "=") else { throw Self.withoutValue }
      place += 1
      while place < end, bytes[place].isXMLSpace { place += 1 }
      guard place < end, bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "'")
      else { throw Self.withoutValue }
      let (quote, start) = (bytes[place], place + 1)
      place = start
      while place < end, bytes[place] != quote { place += 1 }
      guard place < end else { throw Self.withoutValue }
      if name == wanted { return start..<place }
      place += 1
    }
  }

  private static var withoutValue: XMLFault { XMLFault("an attribute has no value in quotes") }
}

extension UInt8 {
  /// Blank, tab, line feed or carriage return.
  var isXMLSpace: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }
}

extension Span<UInt8> {
  /// Whether a word stands at a place.
  func holds(_ word: String, at place: Int) -> Bool {
    var place = place
    for byte in word.utf8 {
      guard place < count, self[place] == byte else { return false }
      place += 1
    }
    return true
  }
}

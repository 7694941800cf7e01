/// Walks over the attributes of a tag, as written: in any case, with or without quotes or values.
///
/// Source: HTML Living Standard 13.2.5.32–39. A `>` inside of quotes does not end the tag; a quote
/// counts only behind an `=`.
struct HTMLAttributes {
  /// Where the next attribute is looked for; after the last one, where the tag's `>` stands.
  private(set) var place: Int
  private let end: Int
  /// Of the last attribute: its name, and where its value stands.
  private(set) var name = HTMLName()
  private(set) var value = 0..<0
  private(set) var hasValue = false
  /// Whether the bytes ended before the tag did.
  private(set) var isCut = false

  /// `place` is behind the tag's name, `end` where the bytes end.
  init(from place: Int, end: Int) {
    self.place = place
    self.end = end
  }

  /// Takes the next attribute; false at the end of the tag, or of the bytes.
  mutating func next(_ bytes: Span<UInt8>) -> Bool {
    var at = place
    while at < end, bytes[at].isHTMLSpace || bytes[at] == UInt8(ascii: "/") { at &+= 1 }
    place = at
    guard at < end else { return cut() }
    guard bytes[at] != UInt8(ascii: ">") else { return false }
    name = HTMLName()
    repeat {
      name.append(bytes[at])
      at &+= 1
    } while at < end && !bytes[at].endsName && bytes[at] != UInt8(ascii: "=")
    let nameEnd = at
    while at < end, bytes[at].isHTMLSpace { at &+= 1 }
    guard at < end else { return cut() }
    value = at..<at
    hasValue = bytes[at] == UInt8(ascii: "=")
    guard hasValue else {
      place = nameEnd
      return true
    }
    at &+= 1
    while at < end, bytes[at].isHTMLSpace { at &+= 1 }
    guard at < end else { return cut() }
    return readValue(bytes, from: at)
  }

  private mutating func readValue(_ bytes: Span<UInt8>, from start: Int) -> Bool {
    let quote = bytes[start]
    var at = start
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      at &+= 1
      while at < end, bytes[at] != quote { at &+= 1 }
      guard at < end else { return cut() }
      value = start + 1..<at
      place = at &+ 1
    } else {
      while at < end, !bytes[at].isHTMLSpace, bytes[at] != UInt8(ascii: ">") { at &+= 1 }
      guard at < end else { return cut() }
      value = start..<at
      place = at
    }
    return true
  }

  private mutating func cut() -> Bool {
    isCut = true
    return false
  }
}

extension UInt8 {
  /// Ends the name of a tag, and of an attribute.
  var endsName: Bool { isHTMLSpace || self == UInt8(ascii: ">") || self == UInt8(ascii: "/") }
}

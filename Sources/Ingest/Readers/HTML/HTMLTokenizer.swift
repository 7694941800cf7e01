internal import Containers

/// Cuts the bytes of a window into tags and text as browsers do, without copying any.
///
/// Source: HTML Living Standard 13.2.5. It never fails: what is written wrongly is read as a browser
/// reads it. Comments, instructions and scripts are passed over, however long they are; a tag must
/// lie in the window, and text may come in several pieces. The bytes end with zeros behind `count`.
struct HTMLTokenizer {
  enum Token { case start, end, text, more, finished }

  private enum State { case data, comment, bogusComment, rawText }

  /// The next byte to look at.
  var place = 0
  /// Where the bytes of the window end.
  var count = 0
  /// No bytes follow behind the window.
  var isLast = false
  /// Where the last tag begins; comments may stand before it.
  private(set) var start = 0
  /// Of the last tag.
  private(set) var element = HTMLElement.other
  /// Where the attributes of the last start tag stand.
  private(set) var attributes = 0..<0
  /// Where the last text stands.
  private(set) var content = 0..<0
  /// The element whose text is being read that holds no tags.
  private(set) var rawText: HTMLElement?
  /// The file ended inside of a tag.
  private(set) var endedInTag = false
  private var state = State.data
  private var rawName = HTMLName()
  private var script = HTMLScriptText()

  /// The longest character reference that is looked for, and more.
  private static let longestReference = 40

  var isInData: Bool { state == .data }

  mutating func next(_ bytes: Span<UInt8>) -> Token {
    while true {
      switch state {
      case .data: if let token = data(bytes) { return token }
      case .comment: if let token = comment(bytes) { return token }
      case .bogusComment: if let token = bogusComment(bytes) { return token }
      case .rawText: if let token = raw(bytes) { return token }
      }
    }
  }

  private var atEnd: Token { isLast ? .finished : .more }

  /// Reads text or a tag, or begins a comment (nil).
  private mutating func data(_ bytes: Span<UInt8>) -> Token? {
    guard place < count else { return atEnd }
    guard bytes[place] == UInt8(ascii: "<") else { return text(bytes) }
    // The longest opening of a comment, <!--->, has six bytes.
    if place + 6 > count, !isLast { return .more }
    switch bytes[place + 1] {
    case UInt8(ascii: "!"): beginComment(bytes)
    case UInt8(ascii: "?"): begin(.bogusComment, behind: 2)
    case UInt8(ascii: "/"):
      if bytes[place + 2].isLetter { return tag(bytes, name: place + 2) }
      if place + 2 == count { return text(bytes) }
      if bytes[place + 2] == UInt8(ascii: ">") {
        place += 3
      } else {
        begin(.bogusComment, behind: 2)
      }
    case let byte where byte.isLetter: return tag(bytes, name: place + 1)
    default: return text(bytes)
    }
    return nil
  }

  private mutating func begin(_ state: State, behind length: Int) {
    self.state = state
    place = min(count, place + length)
  }

  private mutating func beginComment(_ bytes: Span<UInt8>) {
    guard bytes.holds("<!--", at: place) else { return begin(.bogusComment, behind: 2) }
    // <!--> and <!---> are whole comments.
    if bytes[place + 4] == UInt8(ascii: ">") {
      place += 5
    } else if bytes.holds("->", at: place + 4) {
      place += 6
    } else {
      begin(.comment, behind: 4)
    }
  }

  /// Skips a comment to its `-->` or `--!>`.
  private mutating func comment(_ bytes: Span<UInt8>) -> Token? {
    while let dash = ByteSearch.first(UInt8(ascii: "-"), in: bytes, from: place, to: count) {
      place = dash
      if dash + 4 > count, !isLast { return .more }
      let isEnd = bytes.holds("-->", at: dash)
      if isEnd || bytes.holds("--!>", at: dash) {
        place = dash + (isEnd ? 3 : 4)
        state = .data
        return nil
      }
      place += 1
    }
    place = count
    return atEnd
  }

  private mutating func bogusComment(_ bytes: Span<UInt8>) -> Token? {
    guard let end = ByteSearch.first(UInt8(ascii: ">"), in: bytes, from: place, to: count) else {
      place = count
      return atEnd
    }
    place = end + 1
    state = .data
    return nil
  }

  /// Takes text up to the next `<`, or as far as it is sure; the first byte is text in any case.
  private mutating func text(_ bytes: Span<UInt8>) -> Token {
    let start = place
    let end = ByteSearch.first(UInt8(ascii: "<"), in: bytes, from: start + 1, to: count)
    return take(end ?? sureEnd(bytes, from: start))
  }

  private mutating func take(_ end: Int) -> Token {
    guard end > place else { return atEnd }
    content = place..<end
    place = end
    return .text
  }

  /// How far text goes that does not end within the window: references and characters stay whole.
  private func sureEnd(_ bytes: Span<UInt8>, from start: Int) -> Int {
    guard !isLast else { return count }
    var end = count
    for place in stride(from: count - 1, through: max(start, count - Self.longestReference), by: -1)
    where bytes[place] == UInt8(ascii: "&") { end = place }
    // The first byte of a no-break space.
    return end > start && bytes[end - 1] == 0xC2 ? end - 1 : end
  }

  private mutating func tag(_ bytes: Span<UInt8>, name nameStart: Int) -> Token {
    let isEnd = nameStart == place + 2
    start = place
    var name = HTMLName()
    var end = nameStart
    while end < count, !bytes[end].endsName {
      name.append(bytes[end])
      end &+= 1
    }
    var walk = HTMLAttributes(from: end, end: count)
    while walk.next(bytes) {}
    guard !walk.isCut else {
      guard isLast else { return .more }
      endedInTag = true
      place = count
      return .finished
    }
    element = HTMLElement(name)
    attributes = end..<walk.place
    place = walk.place + 1
    if !isEnd, element.isRawText {
      (state, rawText, rawName) = (.rawText, element, name)
      script = HTMLScriptText()
    }
    return isEnd ? .end : .start
  }
}

extension HTMLTokenizer {
  /// Passes over text without tags up to its end tag; that of titles and text fields is handed over.
  private mutating func raw(_ bytes: Span<UInt8>) -> Token? {
    let (end, isFound) =
      rawText == .script
      ? script.end(bytes, from: place, to: count, isLast: isLast) : endOfRawText(bytes)
    if end > place, rawText == .title || rawText == .textarea { return take(end) }
    place = end
    guard isFound else { return atEnd }
    state = .data
    rawText = nil
    return tag(bytes, name: place + 2)
  }

  private func endOfRawText(_ bytes: Span<UInt8>) -> (end: Int, isFound: Bool) {
    var at = place
    while let next = ByteSearch.first(UInt8(ascii: "<"), in: bytes, from: at, to: count) {
      if !isLast, next + rawName.length + 3 > count { return (next, false) }
      if isEndTag(bytes, at: next) { return (next, true) }
      at = next + 1
    }
    return (sureEnd(bytes, from: place), false)
  }

  private func isEndTag(_ bytes: Span<UInt8>, at place: Int) -> Bool {
    let end = place + 2 + rawName.length
    guard bytes[place + 1] == UInt8(ascii: "/"), end < count, bytes[end].endsName else {
      return false
    }
    var name = HTMLName()
    for index in place + 2..<end { name.append(bytes[index]) }
    return name == rawName
  }
}

/// The text of a cell as a person reads it on the page.
///
/// White space, with line ends and no-break spaces, is one space, and none at the ends; `<br>` begins
/// a new line, and blocks stand in lines of their own. Bytes that mean nothing in the file's encoding
/// stay, or become, bytes that are no UTF-8, so that whoever keeps the text can tell them.
struct HTMLCellText {
  private(set) var bytes: [UInt8] = []
  private let isWindows874: Bool
  /// White space, or the end of a block, that counts only if text follows.
  private var hasSpace = false
  private var beginsLine = false
  private var preDepth = 0
  private var endedWithReturn = false

  init(_ encoding: TextEncoding) { isWindows874 = encoding == .windows874 }

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    hasSpace = false
    beginsLine = false
    preDepth = 0
    endedWithReturn = false
  }

  /// Takes the white space at both ends away, of which only `<br>` and `<pre>` leave some.
  mutating func trim() {
    while let last = bytes.last, last.isHTMLSpace { bytes.removeLast() }
    guard let first = bytes.first, first.isHTMLSpace else { return }
    bytes.removeFirst(bytes.firstIndex { !$0.isHTMLSpace } ?? 0)
  }

  /// Appends a piece of text of the page.
  mutating func append(_ source: Span<UInt8>, _ range: Range<Int>) {
    var place = range.lowerBound
    while place < range.upperBound {
      let byte = source[place]
      if byte.isHTMLSpace {
        space(byte)
        place &+= 1
      } else if byte == UInt8(ascii: "&") {
        place = appendReference(source, place + 1..<range.upperBound)
      } else if isNoBreakSpace(source, place..<range.upperBound) {
        space(0x20)
        place &+= isWindows874 ? 1 : 2
      } else if byte == 0 {
        place &+= 1
      } else {
        beginText()
        place = appendWord(source, place..<range.upperBound)
      }
    }
  }

  /// Appends plain text, which holds nothing but characters.
  mutating func appendPlain(_ source: Span<UInt8>, _ range: Range<Int>) {
    guard isWindows874 else {
      bytes.append(addingCapacity: range.count) { output in
        for index in range { output.append(source[index]) }
      }
      return
    }
    Windows874.append(source, range, to: &bytes)
  }

  private mutating func appendWord(_ source: Span<UInt8>, _ range: Range<Int>) -> Int {
    var end = range.lowerBound + 1
    while end < range.upperBound, source[end] > 0x20, source[end] != UInt8(ascii: "&"),
      !isNoBreakSpace(source, end..<range.upperBound)
    {
      end &+= 1
    }
    appendPlain(source, range.lowerBound..<end)
    return end
  }

  private func isNoBreakSpace(_ source: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let byte = source[range.lowerBound]
    if isWindows874 { return byte == 0xA0 }
    return byte == 0xC2 && range.count > 1 && source[range.lowerBound + 1] == 0xA0
  }

  private mutating func appendReference(_ source: Span<UInt8>, _ range: Range<Int>) -> Int {
    guard let (scalar, end) = HTMLReference.read(source, range) else {
      beginText()
      bytes.append(UInt8(ascii: "&"))
      return range.lowerBound
    }
    if scalar == "\u{A0}" {
      space(0x20)
    } else if scalar.isASCII, UInt8(scalar.value).isHTMLSpace {
      space(UInt8(scalar.value))
    } else {
      beginText()
      bytes.append(contentsOf: Array(String(scalar).utf8))
    }
    return end
  }

  private mutating func space(_ byte: UInt8) {
    guard preDepth > 0 else {
      hasSpace = true
      return
    }
    let isSecondOfPair = byte == 0x0A && endedWithReturn
    beginText()
    endedWithReturn = byte == 0x0D
    if !isSecondOfPair { bytes.append(byte == 0x0D ? 0x0A : byte) }
  }

  /// Writes what was put off until text follows.
  private mutating func beginText() {
    endedWithReturn = false
    if !bytes.isEmpty, bytes[bytes.count - 1] != 0x0A {
      if beginsLine { bytes.append(0x0A) } else if hasSpace { bytes.append(0x20) }
    }
    hasSpace = false
    beginsLine = false
  }
}

extension HTMLCellText {
  /// Takes a tag that stands within a cell.
  mutating func take(_ element: HTMLElement, isEnd: Bool) {
    switch element {
    case .lineBreak:
      if beginsLine { beginText() }
      hasSpace = false
      if !bytes.isEmpty { bytes.append(0x0A) }
    case .block: beginsLine = true
    case .pre:
      beginsLine = true
      preDepth = isEnd ? max(0, preDepth - 1) : preDepth + 1
    default: break
    }
  }

  /// What stands before is a line of its own, as before a table inside of the cell.
  mutating func breakLine() { beginsLine = true }
}

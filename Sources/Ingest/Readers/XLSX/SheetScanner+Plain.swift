/// Cells as nearly all programs write them: `<c r="B7" s="1" t="s"><v>12</v></c>`.
///
/// A fast path that only accepts: whatever is written otherwise, or does not end within the window, is
/// left to the exact reading. It stops at the zeros behind the window, so it need not count bytes.
extension SheetScanner {
  /// Reads plain cells, and stops before the first piece that is none.
  mutating func scanPlainCells(_ bytes: Span<UInt8>, into sink: inout some CellSink) throws {
    var place = tokens.place
    while bytes[place] == UInt8(ascii: "<"), bytes[place + 1] == UInt8(ascii: "c"),
      bytes[place + 2] == UInt8(ascii: " ")
    {
      var head = PlainHead()
      place += 3
      guard head.read(bytes, &place), head.row == row || head.row < 0 else { return }
      let column = head.column == 0 ? nextColumn : head.column - 1
      guard column >= nextColumn, column < CellHead.mostColumns else { return }
      if bytes[place] == UInt8(ascii: "/") {
        guard bytes[place + 1] == UInt8(ascii: ">") else { return }
        place += 2
      } else {
        guard bytes[place] == UInt8(ascii: ">") else { return }
        place += 1
        guard try readPlain(bytes, &place, head, column, into: &sink) else { return }
      }
      nextColumn = column + 1
      tokens.place = place
    }
  }

  @inline(__always)
  private mutating func readPlain(
    _ bytes: Span<UInt8>, _ place: inout Int, _ head: PlainHead, _ column: Int,
    into sink: inout some CellSink
  ) throws -> Bool {
    switch head.type {
    case UInt8(ascii: "s"): try readPlainShared(bytes, &place, column, into: &sink)
    case UInt8(ascii: "n"): try readPlainNumber(bytes, &place, head, column, into: &sink)
    case UInt8(ascii: "i"):
      try readPlainText(bytes, &place, "<is><t>", "</t></is></c>", column, into: &sink)
    default: try readPlainText(bytes, &place, "<v>", "</v></c>", column, into: &sink)
    }
  }

  @inline(__always)
  private func readPlainShared(
    _ bytes: Span<UInt8>, _ place: inout Int, _ column: Int, into sink: inout some CellSink
  ) throws -> Bool {
    guard bytes.opensValue(at: place) else { return false }
    let start = place + 3
    var end = start
    var number = 0
    while bytes[end].isDigit {
      number = number &* 10 &+ Int(bytes[end] & 15)
      end &+= 1
    }
    guard end > start, end - start <= 10, number < sharedStrings, bytes.closesValue(at: end) else {
      return false
    }
    try sink.cell(column: column, sharedString: number)
    place = end + 8
    return true
  }

  @inline(__always)
  private mutating func readPlainNumber(
    _ bytes: Span<UInt8>, _ place: inout Int, _ head: PlainHead, _ column: Int,
    into sink: inout some CellSink
  ) throws -> Bool {
    guard bytes.opensValue(at: place) else { return false }
    let start = place + 3
    var end = start
    // Digits, signs, points and exponents stand between + and e; nothing else that matters does.
    while bytes[end] >= UInt8(ascii: "+"), bytes[end] <= UInt8(ascii: "e"),
      bytes[end] != UInt8(ascii: "<")
    {
      end &+= 1
    }
    guard end > start, bytes.closesValue(at: end) else { return false }
    let stored = bytes.extracting(start..<end)
    if value.isPlainNumber(style: head.style), NumberText.isShortest(stored) {
      try sink.cell(column: column, kind: .number, text: stored)
    } else {
      text.removeAll(keepingCapacity: true)
      let kind = value.append(stored, type: .number, style: head.style, to: &text)
      try sink.cell(column: column, kind: kind, text: text.span)
    }
    place = end + 8
    return true
  }

  private func readPlainText(
    _ bytes: Span<UInt8>, _ place: inout Int, _ opening: String, _ closing: String, _ column: Int,
    into sink: inout some CellSink
  ) throws -> Bool {
    guard bytes.holds(opening, at: place) else { return false }
    let start = place + opening.utf8.count
    var end = start
    var isASCII = true
    while bytes[end] != UInt8(ascii: "<") {
      let byte = bytes[end]
      guard byte != 0, byte != UInt8(ascii: "&"), byte != UInt8(ascii: "_"), byte != 0x0D else {
        return false
      }
      if byte >= 0x80 { isASCII = false }
      end &+= 1
    }
    guard end > start, !bytes[start].isXMLSpace, !bytes[end - 1].isXMLSpace,
      bytes.holds(closing, at: end)
    else { return false }
    let text = bytes.extracting(start..<end)
    if !isASCII { try XMLText.validate(text) }
    try sink.cell(column: column, kind: .text, text: text)
    place = end + closing.utf8.count
    return true
  }
}

/// The attributes of a plain cell: only `r`, `s` and `t`, each without surprises.
private struct PlainHead {
  /// From 1; 0 when it is not said.
  var column = 0
  /// -1 when it is not said.
  var row = -1
  var style = 0
  /// The letter of the type; `t` for the result of a formula, `i` for an inline string.
  var type = UInt8(ascii: "n")
  /// A bit for each attribute that was read, by the last five bits of its letter.
  private var seen: UInt32 = 0

  /// Reads up to the end of the tag; false when anything is written otherwise.
  @inline(__always)
  mutating func read(_ bytes: Span<UInt8>, _ place: inout Int) -> Bool {
    while true {
      guard bytes[place + 1] == UInt8(ascii: "="), bytes[place + 2] == UInt8(ascii: "\"") else {
        return false
      }
      let name = bytes[place]
      let bit = UInt32(1) << UInt32(name & 31)
      guard seen & bit == 0 else { return false }
      seen |= bit
      place &+= 3
      switch name {
      case UInt8(ascii: "r"): guard readReference(bytes, &place) else { return false }
      case UInt8(ascii: "s"): guard readDigits(bytes, &place, &style) else { return false }
      case UInt8(ascii: "t"): guard readType(bytes, &place) else { return false }
      default: return false
      }
      guard bytes[place] == UInt8(ascii: "\"") else { return false }
      place &+= 1
      guard bytes[place] == UInt8(ascii: " ") else { return true }
      place &+= 1
    }
  }

  @inline(__always)
  private mutating func readReference(_ bytes: Span<UInt8>, _ place: inout Int) -> Bool {
    let start = place
    while bytes[place] &- UInt8(ascii: "A") < 26 {
      column = column &* 26 &+ Int(bytes[place] & 31)
      place &+= 1
    }
    let letters = place - start
    row = 0
    return letters > 0 && letters <= 3 && readDigits(bytes, &place, &row)
  }

  @inline(__always)
  private func readDigits(_ bytes: Span<UInt8>, _ place: inout Int, _ number: inout Int) -> Bool {
    let start = place
    while bytes[place].isDigit {
      number = number &* 10 &+ Int(bytes[place] & 15)
      place &+= 1
    }
    return place > start && place - start <= 7
  }

  /// Types of one letter but `b`, `e` and `d`, which are rare; and `str` and `inlineStr`.
  @inline(__always)
  private mutating func readType(_ bytes: Span<UInt8>, _ place: inout Int) -> Bool {
    type = bytes[place]
    if type == UInt8(ascii: "s"), bytes[place + 1] == UInt8(ascii: "t") {
      type = UInt8(ascii: "t")
      place &+= 3
      return bytes[place - 1] == UInt8(ascii: "r")
    }
    if type == UInt8(ascii: "i") {
      place &+= 9
      return bytes.holds("inlineStr", at: place - 9)
    }
    place &+= 1
    return type == UInt8(ascii: "s") || type == UInt8(ascii: "n")
  }
}

extension Span<UInt8> {
  @inline(__always)
  fileprivate func opensValue(at place: Int) -> Bool {
    self[place] == UInt8(ascii: "<") && self[place + 1] == UInt8(ascii: "v")
      && self[place + 2] == UInt8(ascii: ">")
  }

  /// Whether `</v></c>` stands at a place.
  @inline(__always)
  fileprivate func closesValue(at place: Int) -> Bool {
    self[place] == UInt8(ascii: "<") && self[place + 1] == UInt8(ascii: "/")
      && self[place + 2] == UInt8(ascii: "v") && self[place + 3] == UInt8(ascii: ">")
      && self[place + 4] == UInt8(ascii: "<") && self[place + 5] == UInt8(ascii: "/")
      && self[place + 6] == UInt8(ascii: "c") && self[place + 7] == UInt8(ascii: ">")
  }
}

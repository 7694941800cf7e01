/// Cells as nearly all programs write them: `<Cell ss:StyleID="s1"><Data ss:Type="Number">1</Data></Cell>`.
///
/// A fast path that only accepts: whatever is written otherwise, or does not end within the window, is
/// left to the exact reading. It stops at the zeros behind the window, so it need not count bytes.
extension SpreadsheetMLScanner {
  /// Reads plain cells, and stops before the first piece that is none.
  mutating func scanPlainCells(_ bytes: Span<UInt8>, into sink: inout some CellSink) throws {
    var place = tokens.place
    while true {
      while bytes[place].isXMLSpace { place &+= 1 }
      guard bytes.holds("<Cell", at: place) else { return }
      place &+= 5
      var style: XMLName?
      guard readPlainHead(bytes, &place, &style), nextColumn < CellHead.mostColumns else { return }
      if bytes[place] == UInt8(ascii: "/") {
        guard bytes[place + 1] == UInt8(ascii: ">") else { return }
        place &+= 2
      } else {
        guard bytes[place] == UInt8(ascii: ">") else { return }
        place &+= 1
        guard try readPlainData(bytes, &place, style, into: &sink) else { return }
      }
      nextColumn += 1
      tokens.place = place
    }
  }

  /// Reads at most a style; false when anything else is written.
  @inline(__always)
  private func readPlainHead(
    _ bytes: Span<UInt8>, _ place: inout Int, _ style: inout XMLName?
  ) -> Bool {
    guard bytes.holds(" ss:StyleID=\"", at: place) else { return true }
    place &+= 13
    let start = place
    while bytes[place] != UInt8(ascii: "\""), bytes[place] > UInt8(ascii: "&"),
      bytes[place] != UInt8(ascii: "<")
    {
      place &+= 1
    }
    guard bytes[place] == UInt8(ascii: "\"") else { return false }
    if !value.hasOnlyNumbers { style = XMLName(bytes.extracting(start..<place)) }
    place &+= 1
    return true
  }

  @inline(__always)
  private mutating func readPlainData(
    _ bytes: Span<UInt8>, _ place: inout Int, _ style: XMLName?, into sink: inout some CellSink
  ) throws -> Bool {
    guard bytes.holds("<Data ss:Type=\"", at: place) else { return false }
    place &+= 15
    let isText = bytes.holds("String\">", at: place)
    guard isText || bytes.holds("Number\">", at: place) else { return false }
    let start = place + 8
    var end = start
    var all: UInt8 = 0
    while bytes[end] != UInt8(ascii: "<") {
      let byte = bytes[end]
      guard byte != 0, byte != UInt8(ascii: "&"), byte != 0x0D else { return false }
      all |= byte
      end &+= 1
    }
    guard end > start, bytes.holds("</Data></Cell>", at: end) else { return false }
    place = end + 14
    let stored = bytes.extracting(start..<end)
    if isText {
      if all >= 0x80 { try XMLText.validate(stored) }
      try sink.cell(column: nextColumn, kind: .text, text: stored)
    } else {
      return try readPlainNumber(stored, style ?? rowStyle, into: &sink)
    }
    return true
  }

  @inline(__always)
  private mutating func readPlainNumber(
    _ stored: Span<UInt8>, _ style: XMLName, into sink: inout some CellSink
  ) throws -> Bool {
    let kind = value.kind(ofStyle: style)
    if kind == .number, NumberText.isShortest(stored) {
      try sink.cell(column: nextColumn, kind: .number, text: stored)
      return true
    }
    // What is no number may be anything; the exact reading looks at it.
    guard NumberText.parse(stored) != nil else { return false }
    text.removeAll(keepingCapacity: true)
    let found = value.append(stored, type: .number, style: style, to: &text)
    try sink.cell(column: nextColumn, kind: found, text: text.span)
    return true
  }
}

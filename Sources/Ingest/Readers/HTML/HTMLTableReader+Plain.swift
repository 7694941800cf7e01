internal import Containers

/// Cells as nearly all programs write them: `<td class="a">text</td>`.
///
/// A fast path that only accepts: a cell with spans, tags, references or white space to be put right, or
/// one that does not end within the window, is left to the exact reading.
extension HTMLTableReader {
  /// Reads the plain cells that follow, and the end of their row; false when the sink wants no more.
  mutating func readPlainCells(
    _ bytes: Span<UInt8>, into sink: inout some CellSink
  ) throws -> Bool {
    var place = tokens.place
    while true {
      while bytes[place].isHTMLSpace { place &+= 1 }
      guard bytes[place] == UInt8(ascii: "<") else { return true }
      let kind = bytes[place + 2] | 0x20
      guard bytes[place + 1] | 0x20 == UInt8(ascii: "t"),
        kind == UInt8(ascii: "d") || kind == UInt8(ascii: "h")
      else {
        guard bytes.endsRow(at: place) else { return true }
        tokens.place = place + 5
        return try close(to: .section, into: &sink)
      }
      guard let start = skipPlainAttributes(bytes, from: place + 3) else { return true }
      let end = ByteSearch.plainText(
        in: bytes, from: start, to: tokens.count, noBreakSpace: isWindows874 ? 0xA0 : 0xC2)
      guard bytes.endsCell(at: end, kind) else { return true }
      let column = try freeColumn()
      try deliverPlain(bytes, start..<end, column, into: &sink)
      nextColumn = column + 1
      endsCells = true
      place = end + 5
      tokens.place = place
    }
  }

  /// The place behind a start tag whose attributes are of no account; nil for any other.
  @inline(__always)
  private func skipPlainAttributes(_ bytes: Span<UInt8>, from place: Int) -> Int? {
    if bytes[place] == UInt8(ascii: ">") { return place &+ 1 }
    guard bytes[place].isHTMLSpace else { return nil }
    var attributes = HTMLAttributes(from: place, end: tokens.count)
    while attributes.next(bytes) {
      if HTMLCellTag.counts(attributes.name) { return nil }
    }
    return attributes.isCut ? nil : attributes.place + 1
  }

  @inline(__always)
  private mutating func deliverPlain(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ column: Int, into sink: inout some CellSink
  ) throws {
    let start = range.lowerBound + (bytes[range.lowerBound] == 0x20 ? 1 : 0)
    let end = range.upperBound - (bytes[range.upperBound - 1] == 0x20 ? 1 : 0)
    guard start < end else { return }
    guard isWindows874 else {
      return try sink.cell(column: column, kind: .text, text: bytes.extracting(start..<end))
    }
    text.clear()
    text.appendPlain(bytes, start..<end)
    try sink.cell(column: column, kind: .text, text: text.bytes.span)
  }
}

extension Span<UInt8> {
  /// Whether `</td>` or `</th>` stands at a place.
  @inline(__always)
  fileprivate func endsCell(at place: Int, _ kind: UInt8) -> Bool {
    self[place] == UInt8(ascii: "<") && self[place + 1] == UInt8(ascii: "/")
      && self[place + 2] | 0x20 == UInt8(ascii: "t") && self[place + 3] | 0x20 == kind
      && self[place + 4] == UInt8(ascii: ">")
  }

  /// Whether `</tr>` stands at a place.
  @inline(__always)
  fileprivate func endsRow(at place: Int) -> Bool {
    self[place] == UInt8(ascii: "<") && self[place + 1] == UInt8(ascii: "/")
      && self[place + 2] | 0x20 == UInt8(ascii: "t") && self[place + 3] | 0x20 == UInt8(ascii: "r")
      && self[place + 4] == UInt8(ascii: ">")
  }
}

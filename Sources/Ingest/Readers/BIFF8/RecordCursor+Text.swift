/// Reading a body from front to back, on into the records that continue it (MS-XLS 2.5.293).
extension RecordCursor {
  mutating func number8() throws -> Int {
    while place == body.upperBound { try goOn() }
    place += 1
    return Int(bytes[place - 1])
  }

  mutating func number16() throws -> Int {
    let low = try number8()
    return try low | number8() << 8
  }

  mutating func number32() throws -> Int {
    let low = try number16()
    return try low | number16() << 16
  }

  /// Whether nothing is left of the record and of those that continue it.
  mutating func isAtEnd() throws -> Bool {
    while place == body.upperBound {
      guard try peek() == .continuation else { return true }
      _ = try next()
    }
    return false
  }

  /// Appends a text as UTF-8: its length, which is a number of one or two bytes, how it is written, its
  /// letters; fonts and readings behind them are passed over.
  mutating func appendText(lengthBytes: Int, to text: inout [UInt8]) throws {
    let count = try lengthBytes == 1 ? number8() : number16()
    let form = try number8()
    let fonts = try form & 8 == 0 ? 0 : number16()
    let readings = try form & 4 == 0 ? 0 : number32()
    try appendLetters(count, isWide: form & 1 == 1, to: &text)
    try skip(fonts * 4 + readings)
  }

  /// Letters are numbers of two bytes, or of one when all are below 256; a record that continues a
  /// text says anew which.
  private mutating func appendLetters(
    _ count: Int, isWide: Bool, to text: inout [UInt8]
  ) throws {
    var (left, isWide) = (count, isWide)
    var units = UnitsToUTF8()
    while left > 0 {
      if place == body.upperBound {
        try goOn()
        isWide = try number8() & 1 == 1
        continue
      }
      let available = body.upperBound - place
      let taken = min(left, isWide ? available / 2 : available)
      guard taken > 0 else { throw RecordFault("a letter is cut in two") }
      units.append(bytes.span.extracting(place..<body.upperBound), taken, isWide, to: &text)
      place += isWide ? taken * 2 : taken
      left -= taken
    }
    units.finish(&text)
  }

  private mutating func skip(_ count: Int) throws {
    var left = count
    while left > 0 {
      if place == body.upperBound { try goOn() }
      let taken = min(left, body.upperBound - place)
      place += taken
      left -= taken
    }
  }

  private mutating func goOn() throws {
    guard try peek() == .continuation, try next() else {
      throw RecordFault("a text is longer than its records")
    }
  }
}

/// Turns UTF-16, in pieces, into UTF-8; a half of a pair without the other becomes U+FFFD.
private struct UnitsToUTF8 {
  private var high: UInt32 = 0

  mutating func append(
    _ bytes: Span<UInt8>, _ count: Int, _ isWide: Bool, to text: inout [UInt8]
  ) {
    for index in 0..<count {
      append(
        isWide
          ? UInt32(bytes[index &* 2]) | UInt32(bytes[index &* 2 &+ 1]) << 8 : UInt32(bytes[index]),
        to: &text)
    }
  }

  private mutating func append(_ unit: UInt32, to text: inout [UInt8]) {
    if high != 0 {
      let first = high
      high = 0
      if 0xDC00...0xDFFF ~= unit {
        let scalar = 0x10000 + (first - 0xD800) << 10 + (unit - 0xDC00)
        text.append(UInt8(0xF0 | scalar >> 18))
        text.append(UInt8(0x80 | scalar >> 12 & 0x3F))
        text.append(UInt8(0x80 | scalar >> 6 & 0x3F))
        text.append(UInt8(0x80 | scalar & 0x3F))
        return
      }
      Self.appendThree(0xFFFD, to: &text)
    }
    switch unit {
    case ..<0x80: text.append(UInt8(unit))
    case ..<0x800:
      text.append(UInt8(0xC0 | unit >> 6))
      text.append(UInt8(0x80 | unit & 0x3F))
    case 0xD800...0xDBFF: high = unit
    case 0xDC00...0xDFFF: Self.appendThree(0xFFFD, to: &text)
    default: Self.appendThree(unit, to: &text)
    }
  }

  mutating func finish(_ text: inout [UInt8]) {
    if high != 0 { Self.appendThree(0xFFFD, to: &text) }
    high = 0
  }

  private static func appendThree(_ unit: UInt32, to text: inout [UInt8]) {
    text.append(UInt8(0xE0 | unit >> 12))
    text.append(UInt8(0x80 | unit >> 6 & 0x3F))
    text.append(UInt8(0x80 | unit & 0x3F))
  }
}

/// Text as it is written in XML, and as Excel writes it inside of XML.
enum XMLText {
  /// Appends text with its entities resolved and its line ends made one (XML 1.0, 2.11 and 4.6).
  static func append(
    _ bytes: Span<UInt8>, _ range: Range<Int>, to text: inout [UInt8]
  ) throws {
    var place = range.lowerBound
    while place < range.upperBound {
      let byte = bytes[place]
      if byte == UInt8(ascii: "&") {
        place = try appendEntity(bytes, place + 1..<range.upperBound, to: &text)
      } else {
        place = appendByte(byte, bytes, place, range, to: &text)
      }
    }
  }

  /// Appends marked data: only line ends are changed.
  static func appendData(_ bytes: Span<UInt8>, _ range: Range<Int>, to text: inout [UInt8]) {
    var place = range.lowerBound
    while place < range.upperBound {
      place = appendByte(bytes[place], bytes, place, range, to: &text)
    }
  }

  private static func appendByte(
    _ byte: UInt8, _ bytes: Span<UInt8>, _ place: Int, _ range: Range<Int>, to text: inout [UInt8]
  ) -> Int {
    text.append(byte == 0x0D ? 0x0A : byte)
    let isPair = byte == 0x0D && place + 1 < range.upperBound && bytes[place + 1] == 0x0A
    return place + (isPair ? 2 : 1)
  }

  /// Appends the character an entity stands for; gives the place after its semicolon.
  private static func appendEntity(
    _ bytes: Span<UInt8>, _ range: Range<Int>, to text: inout [UInt8]
  ) throws -> Int {
    var end = range.lowerBound
    // The longest that makes sense, &#x0010FFFF;, has ten bytes; some programs write more zeros.
    let limit = min(range.upperBound, end + 16)
    while end < limit, bytes[end] != UInt8(ascii: ";") { end += 1 }
    guard end < limit else { throw XMLFault("an & begins no entity") }
    let name = bytes.extracting(range.lowerBound..<end)
    guard let scalar = scalar(name) else {
      throw XMLFault("it names an entity that is not known")
    }
    text.append(contentsOf: Array(String(scalar).utf8))
    return end + 1
  }

  private static func scalar(_ name: Span<UInt8>) -> Unicode.Scalar? {
    if name.count > 1, name[0] == UInt8(ascii: "#") {
      let isHex = name[1] == UInt8(ascii: "x")
      let digits = name.extracting((isHex ? 2 : 1)..<name.count)
      return number(digits, radix: isHex ? 16 : 10).flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
    }
    let known: [(String, Unicode.Scalar)] = [
      ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"),
    ]
    for (word, scalar) in known where name.count == word.utf8.count && name.holds(word, at: 0) {
      return scalar
    }
    return nil
  }

  private static func number(_ digits: Span<UInt8>, radix: UInt32) -> UInt32? {
    guard !digits.isEmpty else { return nil }
    var number: UInt32 = 0
    for index in digits.indices {
      guard let digit = hexDigit(digits[index]), digit < radix else { return nil }
      number = number * radix + digit
      guard number <= 0x10FFFF else { return nil }
    }
    return number
  }

  private static func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    default: nil
    }
  }
}

extension XMLText {
  /// Resolves Excel's own escapes, such as `_x000D_` for a carriage return, from a place on
  /// (ECMA-376-1 22.9.2.19).
  static func unescape(_ text: inout [UInt8], from start: Int) {
    guard text[start...].contains(UInt8(ascii: "_")) else { return }
    let escaped = Array(text[start...])
    text.removeSubrange(start...)
    var place = 0
    while place < escaped.count {
      if let unit = codeUnit(escaped, at: place), let scalar = Unicode.Scalar(UInt32(unit)) {
        text.append(contentsOf: Array(String(scalar).utf8))
        place += 7
      } else if let high = codeUnit(escaped, at: place), UTF16.isLeadSurrogate(high),
        let low = codeUnit(escaped, at: place + 7), UTF16.isTrailSurrogate(low)
      {
        let pair = String(decoding: [high, low], as: UTF16.self)
        text.append(contentsOf: Array(pair.utf8))
        place += 14
      } else {
        text.append(escaped[place])
        place += 1
      }
    }
  }

  /// The number of an escape `_xHHHH_` at a place.
  private static func codeUnit(_ text: [UInt8], at place: Int) -> UInt16? {
    guard place + 7 <= text.count, text[place] == UInt8(ascii: "_"),
      text[place + 1] == UInt8(ascii: "x"), text[place + 6] == UInt8(ascii: "_")
    else { return nil }
    let digits = Array(text[place + 2..<place + 6])
    return number(digits.span, radix: 16).map { UInt16($0) }
  }

  /// Takes blanks and line ends away on both sides of the text from a place on.
  static func trim(_ text: inout [UInt8], from start: Int) {
    while text.count > start, text[text.count - 1].isXMLSpace { text.removeLast() }
    let first = text[start...].firstIndex { !$0.isXMLSpace } ?? text.count
    text.removeSubrange(start..<first)
  }

  /// Throws unless the bytes are UTF-8.
  static func validate(_ bytes: Span<UInt8>) throws {
    do {
      _ = try UTF8Span(validating: bytes)
    } catch {
      throw XMLFault("it holds bytes that are not UTF-8")
    }
  }
}

extension Span<UInt8> {
  /// Whether bytes say yes as XML writes it.
  var isTrue: Bool {
    (count == 1 && self[0] == UInt8(ascii: "1")) || (count == 4 && holds("true", at: 0))
  }
}

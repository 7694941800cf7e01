/// Bytes of HTML or XML, appended in order.
///
/// Text is escaped byte by byte. It must not be done by `Character`: a `<` or `"` that is followed by
/// a combining mark is a Character of its own, and a comparison with "<" would let it pass.
package struct Markup: Sendable {
  /// What is written for a character that the format cannot hold.
  package enum Unwritable: Sendable {
    /// U+FFFD, as an HTML parser would.
    case replaced
    /// `_xHHHH_` (ECMA-376 part 1, 22.9.2.19 ST_Xstring).
    case spelled
  }

  package private(set) var bytes: [UInt8] = []
  private let unwritable: Unwritable

  package init(_ unwritable: Unwritable) { self.unwritable = unwritable }

  /// Appends markup as it is.
  mutating func raw(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  mutating func raw(_ markup: [UInt8]) { bytes.append(contentsOf: markup) }

  mutating func raw(_ markup: ArraySlice<UInt8>) { bytes.append(contentsOf: markup) }

  mutating func byte(_ byte: UInt8) { bytes.append(byte) }

  /// Hands over what was written, and begins anew.
  mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Appends a number's digits.
  mutating func number(_ number: Int) {
    guard number >= 10 || number < 0 else {
      bytes.append(UInt8(ascii: "0") + UInt8(number))
      return
    }
    bytes.append(contentsOf: String(number).utf8)
  }

  /// Appends text from data, so that it reads as text inside an element or a quoted attribute.
  package mutating func text(_ text: String) { self.text(text.utf8) }

  mutating func text(_ text: some Sequence<UInt8>) {
    var underscore: Int?
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): raw("&amp;")
      case UInt8(ascii: "<"): raw("&lt;")
      case UInt8(ascii: ">"): raw("&gt;")
      case UInt8(ascii: "\""): raw("&quot;")
      case UInt8(ascii: "'"): raw("&#39;")
      case 0x00...0x08, 0x0B...0x1F, 0x7F: control(byte)
      case 0xBE, 0xBF: lastOfNoncharacter(byte)
      case UInt8(ascii: "_"):
        if let start = underscore { protect(from: start) }
        underscore = bytes.count
        bytes.append(byte)
      default: bytes.append(byte)
      }
    }
  }

  private mutating func control(_ byte: UInt8) {
    switch unwritable {
    case .replaced: raw("\u{FFFD}")
    case .spelled:
      raw("_x00")
      bytes.append(Self.hexadecimal[Int(byte >> 4)])
      bytes.append(Self.hexadecimal[Int(byte & 15)])
      bytes.append(UInt8(ascii: "_"))
    }
  }

  /// U+FFFE and U+FFFF are the only three-byte characters that XML cannot hold.
  private mutating func lastOfNoncharacter(_ byte: UInt8) {
    guard bytes.count >= 2, bytes[bytes.count - 1] == 0xBF, bytes[bytes.count - 2] == 0xEF else {
      bytes.append(byte)
      return
    }
    bytes.removeLast(2)
    switch unwritable {
    case .replaced: raw("\u{FFFD}")
    case .spelled: raw(byte == 0xBE ? "_xFFFE_" : "_xFFFF_")
    }
  }

  /// Spells the underscore that opens what a reader would take for `_xHHHH_`.
  private mutating func protect(from start: Int) {
    guard unwritable == .spelled, bytes.count == start + 6,
      bytes[start + 1] == UInt8(ascii: "x"),
      bytes[(start + 2)...].allSatisfy({ Self.isHexadecimal($0) })
    else { return }
    bytes.insert(contentsOf: Array("_x005F".utf8), at: start)
  }

  private static let hexadecimal = Array("0123456789ABCDEF".utf8)

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "F") ~= byte
      || UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte
  }
}

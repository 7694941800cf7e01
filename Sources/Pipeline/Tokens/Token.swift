/// 128 bits that stand for a value; all zero for none.
struct Token: Sendable, Hashable, Comparable {
  static let none = Token(high: 0, low: 0)

  let high: UInt64
  let low: UInt64

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Of the first sixteen bytes of a digest.
  init(_ digest: [UInt8]) {
    high = digest[0..<8].reduce(0) { $0 << 8 | UInt64($1) }
    low = digest[8..<16].reduce(0) { $0 << 8 | UInt64($1) }
  }

  static func < (left: Token, right: Token) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }

  var text: String { String(decoding: Hexadecimal.digits(of: [high, low]), as: UTF8.self) }
}

/// Words as sixteen digits each, in small letters.
enum Hexadecimal {
  static func digits(of words: some Sequence<UInt64>) -> [UInt8] {
    var digits: [UInt8] = []
    for word in words { append(word, to: &digits) }
    return digits
  }

  static func append(_ word: UInt64, to bytes: inout [UInt8]) {
    for place in 0..<16 as Range<UInt64> {
      let digit = UInt8(truncatingIfNeeded: word >> (60 - 4 * place) & 15)
      bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
  }

  /// Reads a word from sixteen digits; nil where one is none.
  @inline(__always)
  static func word(_ bytes: Span<UInt8>, at place: Int) -> UInt64? {
    var word: UInt64 = 0
    for index in place..<place + 16 {
      let byte = bytes[index]
      switch byte {
      case 0x30...0x39: word = word << 4 | UInt64(byte &- 0x30)
      case 0x61...0x66: word = word << 4 | UInt64(byte &- 0x57)
      default: return nil
      }
    }
    return word
  }
}

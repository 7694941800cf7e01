/// Numbers as zip files and compound files hold them: the lowest byte first.
extension [UInt8] {
  mutating func append16(_ value: Int) { appendNumber(UInt64(value), bytes: 2) }
  mutating func append32(_ value: Int) { appendNumber(UInt64(value), bytes: 4) }
  mutating func append64(_ value: Int) { appendNumber(UInt64(value), bytes: 8) }

  private mutating func appendNumber(_ value: UInt64, bytes: Int) {
    for byte in 0..<bytes { append(UInt8(truncatingIfNeeded: value >> (8 * byte))) }
  }

  /// The number of 16 bits at a place, which must lie inside.
  func number16(at place: Int) -> Int { Int(self[place]) | Int(self[place + 1]) << 8 }

  /// The number of 32 bits at a place, which must lie inside.
  func number32(at place: Int) -> Int { number16(at: place) | number16(at: place + 2) << 16 }

  /// The number of 64 bits at a place, which must lie inside; nil when it passes 63 bits.
  func number64(at place: Int) -> Int? {
    let upper = number32(at: place + 4)
    guard upper < 1 << 31 else { return nil }
    return number32(at: place) | upper << 32
  }
}

extension [UInt32] {
  /// Appends the numbers of 32 bits that bytes hold one after another; an odd end is left out.
  mutating func append(numbersIn bytes: [UInt8]) {
    for place in stride(from: 0, to: bytes.count - 3, by: 4) {
      append(UInt32(bytes.number32(at: place)))
    }
  }
}

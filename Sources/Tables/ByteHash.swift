extension Span<UInt8> {
  /// A 64-bit hash of the bytes, the same in every run.
  ///
  /// Sixteen bytes a step, each step one 128-bit product folded in half (the multiply–fold that wyhash
  /// made known); the last step overlaps the one before, so no byte is read alone.
  var hash: UInt64 {
    // Safe: bytes have no other form than themselves.
    let words = unsafe bytes
    let length = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: count)
    if count > 16 {
      var state = length
      var offset = 0
      while offset &+ 16 < count {
        state = Self.fold(
          state ^ words.word(at: offset), 0xA076_1D64_78BD_642F ^ words.word(at: offset &+ 8))
        offset &+= 16
      }
      return Self.fold(
        state ^ words.word(at: count &- 16), 0xE703_7ED1_A0B4_28DB ^ words.word(at: count &- 8))
    }
    if count >= 8 {
      return Self.fold(
        length ^ words.word(at: 0), 0xE703_7ED1_A0B4_28DB ^ words.word(at: count &- 8))
    }
    return Self.fold(length ^ words.shortWord, 0xE703_7ED1_A0B4_28DB)
  }

  /// Whether both hold the same bytes.
  func holdsSame(as other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    // Safe: as above.
    let (left, right) = unsafe (bytes, other.bytes)
    if count >= 8 {
      var offset = 0
      while offset &+ 8 < count {
        if left.word(at: offset) != right.word(at: offset) { return false }
        offset &+= 8
      }
      return left.word(at: count &- 8) == right.word(at: count &- 8)
    }
    return left.shortWord == right.shortWord
  }

  private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}

extension RawSpan {
  /// Eight bytes from a place on, which the caller knows to lie inside.
  fileprivate func word(at place: Int) -> UInt64 {
    assert(place >= 0 && place &+ 8 <= byteCount, "eight bytes outside of the span")
    // Safe: the callers above ask only for places up to eight before the end of at least eight bytes.
    return unsafe unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self)
  }

  /// All of fewer than eight bytes in one word; another word for every other text of that length.
  fileprivate var shortWord: UInt64 {
    if byteCount >= 4 {
      // Safe: four bytes stand at the front and four before the end.
      let front = unsafe unsafeLoadUnaligned(fromUncheckedByteOffset: 0, as: UInt32.self)
      let back = unsafe unsafeLoadUnaligned(
        fromUncheckedByteOffset: byteCount &- 4, as: UInt32.self)
      return UInt64(front) << 32 | UInt64(back)
    }
    guard byteCount > 0 else { return 0 }
    // Safe: with one to three bytes the first, the middle and the last are all there are.
    let first = unsafe unsafeLoadUnaligned(fromUncheckedByteOffset: 0, as: UInt8.self)
    let middle = unsafe unsafeLoadUnaligned(fromUncheckedByteOffset: byteCount / 2, as: UInt8.self)
    let last = unsafe unsafeLoadUnaligned(fromUncheckedByteOffset: byteCount &- 1, as: UInt8.self)
    return UInt64(first) << 16 | UInt64(middle) << 8 | UInt64(last)
  }
}

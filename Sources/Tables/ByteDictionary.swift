/// Every distinct byte string once, numbered in the order it was first seen.
///
/// The bytes stand one after another in one arena; a text column holds only the numbers ("codes").
/// So cleaning, checking and comparing are paid per distinct value, not per row. Look-up is O(1) and
/// costs one hash of the bytes and, as a rule, one comparison.
package struct ByteDictionary: Sendable {
  /// The bytes of all values, one after another.
  package private(set) var arena: [UInt8] = []
  /// The end of each value in the arena; a value starts where the one before it ends.
  private var ends: [UInt32] = []
  /// Open addressing: the upper half of the hash, and the code plus one; 0 is a free slot.
  private var slots: [UInt64] = Array(repeating: 0, count: 64)

  package init() {}

  /// Makes a dictionary of values that are all different, in their order.
  package init(_ values: some Sequence<String>) {
    for value in values { _ = code(for: Array(value.utf8)) }
  }

  package var count: Int { ends.count }

  /// Where the value with this code stands in the arena.
  package func range(of code: UInt32) -> Range<Int> {
    let code = Int(code)
    return (code == 0 ? 0 : Int(ends[code - 1]))..<Int(ends[code])
  }

  package func isEmpty(_ code: UInt32) -> Bool { range(of: code).isEmpty }

  package func bytes(of code: UInt32) -> [UInt8] { Array(arena[range(of: code)]) }

  /// The value as text; bytes that are not UTF-8 are shown as U+FFFD.
  package func string(of code: UInt32) -> String {
    String(decoding: arena[range(of: code)], as: UTF8.self)
  }

  /// The code of a value that is known already.
  package func find(_ value: String) -> UInt32? {
    let bytes = Array(value.utf8)
    return find(bytes.span, hash: Self.hash(bytes.span))
  }

  /// The code of a value; a new value gets the next code.
  package mutating func code(for bytes: [UInt8]) -> UInt32 { code(for: bytes.span) }

  /// The code of a value; a new value gets the next code.
  package mutating func code(for bytes: Span<UInt8>) -> UInt32 {
    let hash = Self.hash(bytes)
    return find(bytes, hash: hash) ?? insert(bytes, hash: hash)
  }

  private func find(_ bytes: Span<UInt8>, hash: UInt64) -> UInt32? {
    let mask = slots.count - 1
    let tag = hash >> 32
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let entry = slots[slot]
      if entry == 0 { return nil }
      if entry >> 32 == tag {
        let code = UInt32(truncatingIfNeeded: entry) &- 1
        if holds(code, bytes) { return code }
      }
      slot = (slot &+ 1) & mask
    }
  }

  private func holds(_ code: UInt32, _ bytes: Span<UInt8>) -> Bool {
    let code = Int(code)
    let start = code == 0 ? 0 : Int(ends[code &- 1])
    let count = Int(ends[code]) &- start
    guard count == bytes.count else { return false }
    return Self.equal(arena.span.extracting(start..<(start &+ count)), bytes)
  }

  private mutating func insert(_ bytes: Span<UInt8>, hash: UInt64) -> UInt32 {
    precondition(
      arena.count + bytes.count <= Int(UInt32.max), "a column's distinct values pass 4 GB")
    let code = UInt32(ends.count)
    for index in bytes.indices { arena.append(bytes[index]) }
    ends.append(UInt32(arena.count))
    if ends.count * 2 > slots.count { grow() }
    place(hash, code)
    return code
  }

  private mutating func place(_ hash: UInt64, _ code: UInt32) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 { slot = (slot &+ 1) & mask }
    slots[slot] = (hash >> 32) << 32 | UInt64(code &+ 1)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 4)
    let arena = self.arena
    var start = 0
    for code in 0..<(ends.count - 1) {
      let end = Int(ends[code])
      place(Self.hash(arena.span.extracting(start..<end)), UInt32(code))
      start = end
    }
  }
}

extension ByteDictionary {
  /// A 64-bit hash of bytes, the same in every run.
  ///
  /// Eight bytes a step, each step one 128-bit product folded in half (the multiply–fold that wyhash
  /// made known); the last step overlaps the one before, so no byte is read alone.
  static func hash(_ bytes: Span<UInt8>) -> UInt64 {
    let count = bytes.count
    var state = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: count)
    if count >= 8 {
      var offset = 0
      while offset &+ 8 < count {
        state = fold(state ^ load(bytes, offset), 0xA076_1D64_78BD_642F)
        offset &+= 8
      }
      return fold(state ^ load(bytes, count &- 8), 0xE703_7ED1_A0B4_28DB)
    }
    var word: UInt64 = 0
    for index in 0..<count { word = word << 8 | UInt64(bytes[index]) }
    return fold(state ^ word, 0xE703_7ED1_A0B4_28DB)
  }

  static func equal(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    let count = left.count
    if count >= 8 {
      var offset = 0
      while offset &+ 8 < count {
        if load(left, offset) != load(right, offset) { return false }
        offset &+= 8
      }
      return load(left, count &- 8) == load(right, count &- 8)
    }
    for index in 0..<count where left[index] != right[index] { return false }
    return true
  }

  private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }

  private static func load(_ bytes: Span<UInt8>, _ offset: Int) -> UInt64 {
    // Safe: the caller reads eight bytes that lie inside the span, and every bit pattern is a number;
    // the load itself checks its bounds.
    unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }
}

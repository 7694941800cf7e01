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

  /// Files come sorted by school and class, so that in some columns a cell often equals the one above.
  private var looksAbove = false

  /// The most bytes that all values together may have.
  private let mostBytes: Int
  /// A value came for which there was no room: it got the code of another, so the codes are of no use.
  ///
  /// Whoever fills a dictionary from a file asks this at the end.
  package private(set) var isOverfull = false

  /// Four gigabytes are what places of four bytes can tell apart; tests take less.
  package init(mostBytes: Int = Int(UInt32.max)) { self.mostBytes = mostBytes }

  /// Makes a dictionary of values that are all different, in their order.
  package init(_ values: some Sequence<String>) {
    self.init()
    for value in values { _ = code(for: Array(value.utf8)) }
  }

  package var count: Int { ends.count }

  /// The bytes of all values together.
  package var byteCount: Int { arena.count }

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
    return find(bytes.span, hash: bytes.span.hash)
  }

  /// The code of a value; a new value gets the next code.
  package mutating func code(for bytes: [UInt8]) -> UInt32 { code(for: bytes.span) }

  /// The code of a value; a new value gets the next code.
  package mutating func code(for bytes: Span<UInt8>) -> UInt32 {
    let hash = bytes.hash
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
    return arena.span.extracting(start..<(start &+ count)).holdsSame(as: bytes)
  }

  private mutating func insert(_ bytes: Span<UInt8>, hash: UInt64) -> UInt32 {
    guard arena.count + bytes.count <= mostBytes else {
      isOverfull = true
      // The first value, so that the code is one of a value; without any there is an empty one.
      return count > 0 ? 0 : insert(Span(), hash: Span<UInt8>().hash)
    }
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
    slots = Array(repeating: 0, count: slots.count * (slots.count < 1 << 14 ? 4 : 2))
    let arena = self.arena
    var start = 0
    for code in 0..<(ends.count - 1) {
      let end = Int(ends[code])
      place(arena.span.extracting(start..<end).hash, UInt32(code))
      start = end
    }
  }
}

extension ByteDictionary {
  /// Writes the codes of cells until one is met that is new or quoted; gives the place of that one.
  ///
  /// Nothing changes meanwhile, so the arrays are looked up once for a run of cells and not for each.
  private func findRun(
    of cells: Span<FieldBlock.Cell>, from first: Int, in bytes: Span<UInt8>,
    codes: inout MutableSpan<UInt32>
  ) -> Int {
    let (arena, ends, slots) = (self.arena.span, self.ends.span, self.slots.span)
    let mask = slots.count &- 1
    let looksAbove = self.looksAbove
    var index = first
    while index < cells.count {
      let cell = cells[index]
      if cell.isQuoted { return index }
      let text = bytes.extracting(cell.range)
      if looksAbove, index > first, cells[index &- 1].length == cell.length,
        bytes.extracting(cells[index &- 1].range).holdsSame(as: text)
      {
        codes[index] = codes[index &- 1]
        index &+= 1
        continue
      }
      let hash = text.hash
      var slot = Int(truncatingIfNeeded: hash) & mask
      while true {
        let entry = slots[slot]
        if entry == 0 { return index }
        if entry >> 32 == hash >> 32 {
          let code = UInt32(truncatingIfNeeded: entry) &- 1
          let start = code == 0 ? 0 : Int(ends[Int(code) &- 1])
          let end = Int(ends[Int(code)])
          if end &- start == text.count, arena.extracting(start..<end).holdsSame(as: text) {
            codes[index] = code
            break
          }
        }
        slot = (slot &+ 1) & mask
      }
      index &+= 1
    }
    return index
  }

  /// The codes of cells of a block; new values get the next codes.
  mutating func codes(of cells: [FieldBlock.Cell], in block: FieldBlock) -> [UInt32] {
    var codes = [UInt32](repeating: 0, count: cells.count)
    let bytes = block.bytes.span
    var index = 0
    while true {
      var span = codes.mutableSpan
      index = findRun(of: cells.span, from: index, in: bytes, codes: &span)
      guard index < cells.count else { break }
      let cell = cells[index]
      codes[index] =
        cell.isQuoted
        ? code(for: block.unquoted(cell.range)) : code(for: bytes.extracting(cell.range))
      index += 1
    }
    let repeats = zip(codes, codes.dropFirst()).count { $0 == $1 }
    looksAbove = 4 * repeats > 3 * codes.count
    return codes
  }
}

internal import Containers

/// The bytes of a page without its byte-order mark, UTF-16 as UTF-8.
struct HTMLSource: Sendable {
  let bytes: ByteSource
  let encoding: TextEncoding
  /// UTF-16: for each block of the file where it begins, and how many bytes came of those before.
  private var blocks: [(place: Int, position: Int)] = []

  private static let blockSize = 32 << 10

  init(_ bytes: ByteSource, encoding: TextEncoding) throws {
    self.bytes = bytes
    self.encoding = encoding
    guard encoding.isUTF16 else { return }
    var position = encoding.markLength
    var place = 0
    var block: [UInt8] = []
    while position < bytes.count {
      blocks.append((place, position))
      block.removeAll(keepingCapacity: true)
      _ = try read(&position, upTo: 1, appendingTo: &block)
      place += block.count
    }
  }

  /// Where reading may begin to come to a place.
  func start(before place: Int) -> (place: Int, position: Int) {
    guard encoding.isUTF16 else { return (place, encoding.markLength + place) }
    var low = 0
    var high = blocks.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if blocks[middle].place <= place { low = middle } else { high = middle }
    }
    return low < blocks.count ? blocks[low] : (0, encoding.markLength)
  }

  /// Appends the next bytes, of UTF-16 a whole block; true when they were the last.
  func read(_ position: inout Int, upTo room: Int, appendingTo text: inout [UInt8]) throws -> Bool {
    if encoding.isUTF16 {
      try appendBlock(&position, to: &text)
    } else {
      position += try bytes.read(position..<position + room, appendingTo: &text)
    }
    return position >= bytes.count
  }

  private func appendBlock(_ position: inout Int, to text: inout [UInt8]) throws {
    let block = try bytes.read(position..<position + Self.blockSize)
    position += block.count
    var lead: UInt16?
    for place in stride(from: 0, to: block.count - 1, by: 2) {
      append(unit(block, place), after: &lead, to: &text)
    }
    // A pair is not cut in two.
    if lead != nil {
      let next = try bytes.read(position..<position + 2)
      if next.count == 2 { append(unit(next, 0), after: &lead, to: &text) }
      if lead != nil { text.append(Self.noCharacter) }
      position += next.count
    }
    if block.count % 2 == 1 { text.append(Self.noCharacter) }
  }

  /// Halves of a surrogate pair, and an odd last byte, become a byte that is no UTF-8.
  private static let noCharacter: UInt8 = 0xFF

  private func unit(_ bytes: [UInt8], _ place: Int) -> UInt16 {
    let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
    return encoding.isBigEndian ? first << 8 | second : second << 8 | first
  }

  private func append(_ unit: UInt16, after lead: inout UInt16?, to text: inout [UInt8]) {
    if let high = lead {
      lead = nil
      if UTF16.isTrailSurrogate(unit) {
        let scalar = 0x10000 + UInt32(high & 0x3FF) << 10 + UInt32(unit & 0x3FF)
        text.append(UInt8(0xF0 | scalar >> 18))
        text.append(UInt8(0x80 | scalar >> 12 & 0x3F))
        text.append(UInt8(0x80 | scalar >> 6 & 0x3F))
        text.append(UInt8(0x80 | scalar & 0x3F))
        return
      }
      text.append(Self.noCharacter)
    }
    switch unit {
    case 0..<0x80: text.append(UInt8(unit))
    case 0x80..<0x800:
      text.append(UInt8(0xC0 | unit >> 6))
      text.append(UInt8(0x80 | unit & 0x3F))
    case 0xD800..<0xDC00: lead = unit
    case 0xDC00..<0xE000: text.append(Self.noCharacter)
    default:
      text.append(UInt8(0xE0 | unit >> 12))
      text.append(UInt8(0x80 | unit >> 6 & 0x3F))
      text.append(UInt8(0x80 | unit & 0x3F))
    }
  }
}

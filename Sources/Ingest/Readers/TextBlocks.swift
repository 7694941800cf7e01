internal import Containers

/// A text file in blocks of half a megabyte, as UTF-8 or in its own single-byte encoding.
struct TextBlocks {
  /// A block fits the second-level cache together with the places of its fields.
  private static let blockSize = 512 * 1024

  private let source: ByteSource
  private let encoding: TextEncoding
  private var position: Int
  private let end: Int

  init(_ source: ByteSource, encoding: TextEncoding, range: Range<Int>) {
    self.source = source
    self.encoding = encoding
    position = range.lowerBound
    end = range.upperBound
  }

  /// Appends the next block; false when it was the last.
  mutating func fill(_ bytes: inout [UInt8]) throws -> Bool {
    let next = min(end, position + Self.blockSize)
    if encoding.isUTF16 {
      position += appendUTF16(try source.read(position..<next), isLast: next == end, to: &bytes)
    } else {
      try source.read(position..<next, appendingTo: &bytes)
      position = next
    }
    return next < end
  }

  /// Halves of a surrogate pair and an odd last byte become U+FFFD.
  ///
  /// Gives how many bytes were taken: a pair that the block's end cuts is left for the next one.
  private func appendUTF16(_ raw: [UInt8], isLast: Bool, to bytes: inout [UInt8]) -> Int {
    let bigEndian = encoding.isBigEndian
    var units = stride(from: 0, to: raw.count, by: 2).map { index -> UInt16 in
      guard index + 1 < raw.count else { return 0xFFFD }
      return bigEndian
        ? UInt16(raw[index]) << 8 | UInt16(raw[index + 1])
        : UInt16(raw[index + 1]) << 8 | UInt16(raw[index])
    }
    let isCut = !isLast && units.last.map { 0xD800...0xDBFF ~= $0 } ?? false
    if isCut { units.removeLast() }
    bytes.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
    return isCut ? raw.count - 2 : raw.count
  }
}

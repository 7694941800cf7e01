internal import Containers

/// The text of a file as UTF-8, piece by piece, whatever its encoding.
///
/// Strict: what is no character in UTF-16 or windows-874 is an error that names its place. UTF-8 goes
/// through as it is; whoever takes it apart checks what is handed on.
struct TextStream {
  private let source: ByteSource
  private let encoding: TextEncoding
  /// The next byte of the source.
  private var position: Int
  /// Text that is decoded and not yet taken, from `taken` on.
  private var pending: [UInt8] = []
  private var taken = 0
  private static let pieceSize = 64 << 10

  /// Starts behind the byte-order mark, if there is one.
  init(_ source: ByteSource, encoding: TextEncoding) throws {
    self.source = source
    self.encoding = encoding
    let mark: [UInt8] =
      switch encoding {
      case .utf8, .utf8WithMark: [0xEF, 0xBB, 0xBF]
      case .windows874, .utf16LittleEndianWithoutMark, .utf16BigEndianWithoutMark: []
      case .utf16LittleEndian: [0xFF, 0xFE]
      case .utf16BigEndian: [0xFE, 0xFF]
      }
    position = try source.read(0..<mark.count) == mark ? mark.count : 0
  }

  /// The text has no more bytes than this: a Thai letter takes one in windows-874, three in UTF-8.
  var mostBytes: Int { (source.count - min(position, source.count)) * (isDecoded ? 3 : 1) }

  /// Passes over so many bytes of text.
  mutating func skip(_ count: Int) throws {
    guard isDecoded else {
      position += count
      return
    }
    var (left, dropped) = (count, [UInt8](repeating: 0, count: Self.pieceSize))
    while left > 0 {
      let step = try fill(&dropped, in: 0..<min(left, dropped.count))
      guard step > 0 else { return }
      left -= step
    }
  }

  /// Fills a range of a buffer; gives how many bytes, fewer than there is room for only at the end.
  mutating func fill(_ buffer: inout [UInt8], in range: Range<Int>) throws -> Int {
    guard isDecoded else {
      let step = try source.read(
        position..<position + range.count, into: &buffer, at: range.lowerBound)
      position += step
      return step
    }
    var end = range.lowerBound
    while end < range.upperBound {
      if taken == pending.count, try !decode() { break }
      let step = min(range.upperBound - end, pending.count - taken)
      for index in 0..<step { buffer[end + index] = pending[taken + index] }
      taken += step
      end += step
    }
    return end - range.lowerBound
  }

  private var isDecoded: Bool { encoding.isUTF16 || encoding == .windows874 }

  /// Decodes the next piece; false at the end.
  private mutating func decode() throws -> Bool {
    let bytes = try source.read(position..<position + Self.pieceSize)
    pending.removeAll(keepingCapacity: true)
    taken = 0
    guard !bytes.isEmpty else { return false }
    if encoding == .windows874 {
      if let place = bytes.firstIndex(where: { !Windows874.isDefined($0) }) {
        throw damaged(at: position + place)
      }
      pending = Windows874.decode(bytes)
      position += bytes.count
    } else {
      try decodeUTF16(bytes)
    }
    return true
  }

  /// A character that the piece cuts in two is left for the next piece.
  private mutating func decodeUTF16(_ bytes: [UInt8]) throws {
    let high = encoding.isBigEndian ? 0 : 1
    let unit = { (place: Int) in
      UInt16(bytes[place + high]) << 8 | UInt16(bytes[place + 1 - high])
    }
    let isLast = position + bytes.count >= source.count
    var place = 0
    while place + 2 <= bytes.count {
      let first = unit(place)
      var length = 2
      var scalar = Unicode.Scalar(first)
      if UTF16.isLeadSurrogate(first) {
        guard place + 4 <= bytes.count || isLast else { break }
        guard place + 4 <= bytes.count, UTF16.isTrailSurrogate(unit(place + 2)) else {
          throw damaged(at: position + place)
        }
        length = 4
        scalar = Unicode.Scalar(
          0x10000 + (UInt32(first) & 0x3FF) << 10 + UInt32(unit(place + 2)) & 0x3FF)
      }
      guard let scalar else { throw damaged(at: position + place) }
      append(scalar.value)
      place += length
    }
    guard place > 0 else { throw damaged(at: position) }
    position += place
  }

  private mutating func append(_ scalar: UInt32) {
    let last = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
    let middle = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
    switch scalar {
    case 0..<0x80: pending.append(UInt8(scalar))
    case 0x80..<0x800:
      pending.append(UInt8(0xC0 | scalar >> 6))
      pending.append(last)
    case 0x800..<0x10000:
      pending.append(UInt8(0xE0 | scalar >> 12))
      pending.append(middle)
      pending.append(last)
    default:
      pending.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      pending.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
      pending.append(middle)
      pending.append(last)
    }
  }

  private func damaged(at place: Int) -> ContainerError {
    .damaged("The file is written in \(encoding.rawValue), but byte \(place + 1) is no character.")
  }
}

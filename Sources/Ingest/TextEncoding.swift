/// How the bytes of a text file stand for characters.
package enum TextEncoding: String, Sendable {
  case utf8 = "utf-8"
  case utf8WithMark = "utf-8-bom"
  case windows874 = "windows-874"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case utf16LittleEndianWithoutMark = "utf-16le-no-bom"
  case utf16BigEndianWithoutMark = "utf-16be-no-bom"

  /// The number of bytes of the byte-order mark.
  package var markLength: Int {
    switch self {
    case .utf8, .windows874, .utf16LittleEndianWithoutMark, .utf16BigEndianWithoutMark: 0
    case .utf8WithMark: 3
    case .utf16LittleEndian, .utf16BigEndian: 2
    }
  }

  package var isUTF16: Bool {
    self == .utf16LittleEndian || self == .utf16LittleEndianWithoutMark || isBigEndian
  }

  package var isBigEndian: Bool { self == .utf16BigEndian || self == .utf16BigEndianWithoutMark }

  /// The encoding of a file, told from its first bytes; nil when they are no text at all.
  ///
  /// Strict UTF-8, else windows-874, as the programs do that read these exports. A file whose Thai
  /// is nearly all well-formed UTF-8 is UTF-8 with damage, not windows-874.
  package init?(head: [UInt8]) {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { self = .utf8WithMark; return }
    if head.starts(with: [0xFF, 0xFE]) { self = .utf16LittleEndian; return }
    if head.starts(with: [0xFE, 0xFF]) { self = .utf16BigEndian; return }
    // A zero now and then is damage; text without a mark in UTF-16, or no text, has many.
    let zeros = head.count { $0 == 0 }
    guard zeros <= max(head.count >= 64 ? 1 : 0, head.count / 200) else {
      guard let unmarked = UnmarkedUTF16.find(head) else { return nil }
      self = unmarked
      return
    }
    let sequences = UTF8Sequences(head)
    if sequences.damaged == 0 || sequences.sound > 9 * sequences.damaged { self = .utf8; return }
    let undefined = head.count { !Windows874.isDefined($0) }
    guard undefined * 20 <= head.count else { return nil }
    self = .windows874
  }

  /// The bytes of a text in this encoding; nil when it cannot be written so.
  package func encode(_ text: String) -> [UInt8]? {
    self == .windows874 ? Windows874.encode(text) : Array(text.utf8)
  }

  /// A field's bytes, as blocks hold them, in UTF-8 with U+FFFD for what is not a character.
  ///
  /// UTF-16 is turned into UTF-8 before it is cut into fields.
  package func decode(_ field: [UInt8]) -> [UInt8] {
    if self == .windows874 { return Windows874.decode(field) }
    let text = Array(String(decoding: field, as: UTF8.self).utf8)
    guard text.contains(0) else { return text }
    return text.flatMap { $0 == 0 ? Array("\u{FFFD}".utf8) : [$0] }
  }

  /// Nothing but ASCII and Thai, told at a glance; what is not plain may be sound all the same.
  func isPlain(_ field: Span<UInt8>) -> Bool {
    var index = 0
    while index < field.count {
      let byte = field[index]
      if byte < 0x80 {
        guard byte != 0 else { return false }
        index &+= 1
      } else if self == .windows874 {
        // The code page's letters, without the gap before the sign of the baht.
        guard 0xA1...0xDA ~= byte || 0xDF...0xFB ~= byte else { return false }
        index &+= 1
      } else {
        // U+0E00…U+0E7F: E0, B8 or B9, and any byte that goes on.
        guard byte == 0xE0, index &+ 2 < field.count, field[index &+ 1] | 1 == 0xB9,
          field[index &+ 2] & 0xC0 == 0x80
        else { return false }
        index &+= 3
      }
    }
    return true
  }

  /// Some byte of the field stands for no character.
  package func isDamaged(_ field: [UInt8]) -> Bool {
    self == .windows874
      ? !field.allSatisfy(Windows874.isDefined)
      : field.contains(0) || String(validating: field, as: UTF8.self) == nil
  }
}

/// How much of a file's beyond-ASCII part is well-formed UTF-8.
private struct UTF8Sequences {
  var sound = 0
  var damaged = 0

  /// The last three bytes may be a character cut in two, and do not count.
  init(_ bytes: [UInt8]) {
    var index = 0
    while index < bytes.count {
      let length = Self.length(at: index, in: bytes)
      if bytes[index] >= 0x80 {
        if length > 0 { sound += 1 } else if index + 3 < bytes.count { damaged += 1 }
      }
      index += max(1, length)
    }
  }

  /// The length of the sequence that starts here; 0 when it is ill-formed.
  private static func length(at index: Int, in bytes: [UInt8]) -> Int {
    let lead = bytes[index]
    let length =
      lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
    guard length > 0, index + length <= bytes.count else { return 0 }
    for next in bytes[(index + 1)..<(index + length)] where next & 0xC0 != 0x80 { return 0 }
    return length
  }
}

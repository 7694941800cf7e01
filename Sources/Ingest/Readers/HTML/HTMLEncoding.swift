internal import Containers

/// Tells the encoding of a page: what its bytes are goes before what it says they are.
///
/// Pages say utf-8 and hold windows-874, and the other way about, as templates and data come from
/// different hands.
enum HTMLEncoding {
  /// So many bytes beyond ASCII are looked at in each block.
  private static let telling = 1024
  private static let headSize = 4096
  private static let blockSize = 64 << 10
  private static let mostBlocks = 64

  static func find(_ source: ByteSource) throws -> TextEncoding {
    let head = try source.read(0..<headSize)
    if let encoding = TextEncoding(head: Array(head.prefix(3))), encoding.markLength > 0 {
      return encoding
    }
    if let encoding = UnmarkedUTF16.find(head) { return encoding }
    let sample = try self.sample(source)
    guard !sample.isEmpty else { return saysThai(head) ? .windows874 : .utf8 }
    return TextEncoding(head: sample) ?? (saysThai(head) ? .windows874 : .utf8)
  }

  /// Stretches of the file that are not ASCII, with the words around them.
  private static func sample(_ source: ByteSource) throws -> [UInt8] {
    var sample: [UInt8] = []
    let blocks = (source.count + blockSize - 1) / blockSize
    // A large file is looked at from its beginning, and then at steps.
    let step = max(1, (blocks - mostBlocks / 2) / (mostBlocks / 2))
    var block = 0
    while block < blocks {
      let bytes = try source.read(block * blockSize..<(block + 1) * blockSize)
      let most = sample.count + telling
      var isBeyond = false
      for byte in bytes where sample.count < most {
        // An ASCII byte after others ends a character that was cut short.
        if byte >= 0x80 || isBeyond { sample.append(byte) }
        isBeyond = byte >= 0x80
      }
      block += block < mostBlocks / 2 ? 1 : step
    }
    return sample
  }

  /// Whether the page says that it is written in a Thai code page.
  private static func saysThai(_ head: [UInt8]) -> Bool {
    var tokens = HTMLTokenizer()
    (tokens.count, tokens.isLast) = (head.count, true)
    let bytes = head + Array(repeating: 0, count: HTMLWindow.padding)
    while true {
      switch tokens.next(bytes.span) {
      case .finished, .more: return false
      case .start where tokens.element == .meta:
        var attributes = HTMLAttributes(from: tokens.attributes.lowerBound, end: tokens.count)
        while attributes.next(bytes.span) {
          let value = String(decoding: bytes[attributes.value], as: UTF8.self).lowercased()
          if thai.contains(where: { value.contains($0) }) { return true }
        }
      case .start, .end, .text: continue
      }
    }
  }

  private static let thai = ["windows-874", "tis-620", "tis620", "iso-8859-11", "cp874", "x-cp874"]
}

internal import Containers

/// The text of a page in UTF-8, whatever it says of its own encoding.
///
/// Pages that went through a mail or an editor name an encoding that is no longer theirs, so the
/// bytes decide.
struct PageText {
  let bytes: [UInt8]
  let encoding: TextEncoding

  init(_ source: ByteSource) throws {
    let raw = try source.read(0..<source.count)
    // A zero byte stands in UTF-16 only; elsewhere it is dirt, and says nothing of the encoding.
    let isUTF16 =
      raw.starts(with: [0xFF, 0xFE]) || raw.starts(with: [0xFE, 0xFF])
      || UnmarkedUTF16.find(raw) != nil
    let seen = isUTF16 ? raw : raw.filter { $0 != 0 }
    guard let encoding = TextEncoding(head: seen) else { throw Refusal(.fileUnknown) }
    self.encoding = encoding
    if encoding.isUTF16 {
      var blocks = TextBlocks(source, encoding: encoding, range: encoding.markLength..<raw.count)
      var bytes: [UInt8] = []
      while try blocks.fill(&bytes) {}
      self.bytes = bytes
    } else {
      bytes = encoding.decode(Array(seen.dropFirst(encoding.markLength)))
    }
  }
}

/// Tells text in UTF-16 without a byte-order mark, as programs write it that leave the mark to others.
///
/// Nearly all of a Thai export is ASCII and Thai, so that every other byte is 00 or 0E.
enum UnmarkedUTF16 {
  /// So many of ten characters are ASCII, Latin-1 or Thai.
  private static let knownOfTen = 9

  /// Nil for other encodings, and for what is no text.
  static func find(_ head: [UInt8]) -> TextEncoding? {
    if isText(head, high: 1) { return .utf16LittleEndianWithoutMark }
    return isText(head, high: 0) ? .utf16BigEndianWithoutMark : nil
  }

  /// Whether the high bytes of the characters are those at odd places, or at even ones.
  private static func isText(_ bytes: [UInt8], high: Int) -> Bool {
    let units = bytes.count / 2
    guard units >= 4 else { return false }
    var known = 0
    for place in stride(from: 0, to: units * 2, by: 2) {
      let (page, letter) = (bytes[place + high], bytes[place + 1 - high])
      if page == 0 {
        // Programs and pictures have zeros too, and beside them bytes that are no characters.
        guard letter >= 0x20 || lineBytes.contains(letter) else { return false }
        known += 1
      } else if page == 0x0E {
        known += 1
      }
    }
    return known * 10 >= units * knownOfTen
  }

  private static let lineBytes: [UInt8] = [0x09, 0x0A, 0x0D]
}

/// What ends the lines of a text: LF, also after CR, or CR alone as old Macintosh programs write.
enum LineEnd {
  private static let lineFeed: UInt8 = 10
  private static let carriageReturn: UInt8 = 13

  /// Told from the front of a text by what is more frequent outside of quotes; cells may hold either.
  static func find(in text: [UInt8]) -> UInt8 {
    var feeds = 0
    var returns = 0
    var isQuoted = false
    for (index, byte) in text.enumerated() {
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if isQuoted {
        continue
      } else if byte == lineFeed {
        feeds += 1
      } else if byte == carriageReturn, index + 1 == text.count || text[index + 1] != lineFeed {
        returns += 1
      }
    }
    return returns > feeds ? carriageReturn : lineFeed
  }
}

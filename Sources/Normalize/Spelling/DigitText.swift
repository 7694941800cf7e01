/// A code of digits as people and spreadsheets write it, with what they add taken away.
enum DigitText {
  /// Without leading apostrophes, spaces and hyphens, a decimal part of zeros, and in digits 0–9.
  ///
  /// The rest, letters for instance, stays, so that the caller can tell what it is.
  static func mended(_ text: [UInt8]) -> [UInt8] {
    if text.isDigits { return text }
    var result = text
    result.foldThaiDigits()
    result = withoutJoiners(result)
    dropZeroDecimals(&result)
    return result
  }

  /// Drops apostrophes at the start, and spaces, hyphens and dashes anywhere.
  private static func withoutJoiners(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      let width = joinerWidth(text, index, atStart: result.isEmpty)
      if width == 0 {
        result.append(text[index])
        index += 1
      } else {
        index += width
      }
    }
    return result
  }

  private static func joinerWidth(_ text: [UInt8], _ index: Int, atStart: Bool) -> Int {
    switch text[index] {
    case UInt8(ascii: " "), UInt8(ascii: "-"): return 1
    case UInt8(ascii: "'"), UInt8(ascii: "`"): return atStart ? 1 : 0
    case 0xE2 where index + 2 < text.count:
      // U+2010…U+2015 are dashes, U+2018 and U+2019 quotes (E2 80 xx); U+2212 is the minus sign.
      let (second, third) = (text[index + 1], text[index + 2])
      if second == 0x80, 0x90...0x95 ~= third { return 3 }
      if second == 0x88, third == 0x92 { return 3 }
      return second == 0x80 && 0x98...0x99 ~= third && atStart ? 3 : 0
    default: return 0
    }
  }

  /// Drops `.0`, `.00` and so on behind digits, which a numeric cell leaves behind.
  private static func dropZeroDecimals(_ text: inout [UInt8]) {
    guard let dot = text.lastIndex(of: UInt8(ascii: ".")), dot > 0, dot + 1 < text.count else {
      return
    }
    for index in (dot + 1)..<text.count where text[index] != UInt8(ascii: "0") { return }
    text.removeLast(text.count - dot)
  }
}

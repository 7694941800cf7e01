internal import Tables

/// A code of digits as people and spreadsheets write it, with what they add taken away.
enum DigitText {
  /// Takes away apostrophes, quotes and `=` at the ends, spaces, hyphens and dashes anywhere, commas of
  /// thousands and a decimal part of zeros, and writes the digits as 0–9.
  ///
  /// The rest, letters for instance, stays, so that the caller can tell what it is.
  static func mended(_ text: [UInt8]) -> Mending {
    var mending = Mending(text)
    if text.isDigits { return mending }
    mending.step(.thaiDigits) { $0.foldThaiDigits() }
    mending.step(.joiners) { $0 = withoutJoiners($0) }
    mending.step(.thousands) { dropThousands(&$0) }
    mending.step(.emptyZeros) { dropZeroDecimals(&$0) }
    return mending
  }

  /// Drops apostrophes, quotes and `=` at the ends, and spaces, hyphens and dashes anywhere.
  ///
  /// `="110…"` is how a text file keeps a spreadsheet from rounding a number.
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
    while let last = result.last, Array("'\"`".utf8).contains(last) { result.removeLast() }
    return result
  }

  private static func joinerWidth(_ text: [UInt8], _ index: Int, atStart: Bool) -> Int {
    switch text[index] {
    case UInt8(ascii: " "), UInt8(ascii: "-"): return 1
    case UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "\""), UInt8(ascii: "="):
      return atStart ? 1 : 0
    case 0xE2 where index + 2 < text.count:
      // U+2010…U+2015 are dashes, U+2018 and U+2019 quotes (E2 80 xx); U+2212 is the minus sign.
      let (second, third) = (text[index + 1], text[index + 2])
      if second == 0x80, 0x90...0x95 ~= third { return 3 }
      if second == 0x88, third == 0x92 { return 3 }
      return second == 0x80 && 0x98...0x99 ~= third && atStart ? 3 : 0
    default: return 0
    }
  }

  /// Drops commas that stand before every three digits, as a cell's number format puts them.
  private static func dropThousands(_ text: inout [UInt8]) {
    guard text.contains(UInt8(ascii: ",")) else { return }
    let end = text.firstIndex(of: UInt8(ascii: ".")) ?? text.count
    let groups = text[..<end].split(
      separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard groups.allSatisfy({ Array($0).isDigits }), 1...3 ~= groups[0].count,
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return }
    text = groups.flatMap { $0 } + text[end...]
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

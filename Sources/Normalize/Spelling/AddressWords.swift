/// The words that stand before the parts of an address, and what is done with them.
enum AddressWords {
  static let house = ["บ้านเลขที่", "เลขที่บ้าน", "เลขที่"].map { Array($0.utf8) }
  static let village = ["หมู่ที่", "หมู่", "ม."].map { Array($0.utf8) }
  static let tambon = ["ตำบล", "แขวง", "ต.", "ต "].map { Array($0.utf8) }
  static let amphoe = ["กิ่งอำเภอ", "อำเภอ", "เขต", "กิ่งอ.", "อ.", "อ "].map { Array($0.utf8) }
  static let province = ["จังหวัด", "จ.", "จ "].map { Array($0.utf8) }

  /// A word in full and the others that mean it.
  struct Word {
    let full: [UInt8]
    let spellings: [[UInt8]]
    /// Only a number may follow, for the spelling may also be the start of another word.
    let needsNumber: Bool

    init(_ full: String, _ spellings: String..., needsNumber: Bool = false) {
      self.full = Array(full.utf8)
      self.spellings = spellings.map { Array($0.utf8) } + [self.full]
      self.needsNumber = needsNumber
    }
  }

  static let road = [Word("ถนน", "ถ."), Word("ซอย", "ซ.")]
  static let whole =
    [
      Word("หมู่", "หมู่ที่", "ม.", needsNumber: true), Word("ตำบล", "ต."), Word("อำเภอ", "อ."),
      Word("จังหวัด", "จ."),
    ] + road

  enum Follower { case anything, digit }

  /// Takes away words at the start while something is left behind them.
  static func strip(
    _ words: [[UInt8]], from text: inout [UInt8], before follower: Follower = .anything
  ) {
    for word in words where text.starts(with: word) {
      let rest = text[word.count...].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ".") }
      guard let next = rest.first, !ThaiMarks.startsWithMark(rest) else { return }
      if follower == .digit, next &- UInt8(ascii: "0") > 9 { return }
      text = Array(rest)
      return
    }
  }

  /// Writes words in full where they stand at the start, or behind a space or a comma.
  ///
  /// A number stands apart from the word before it, and a name does not.
  static func spellOut(_ words: [Word], in text: inout [UInt8]) {
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      let isStart = result.last.map { Array(" ,".utf8).contains($0) } ?? true
      if isStart, let (word, next) = match(words, text, at: index) {
        result += word.full
        if text[next] &- UInt8(ascii: "0") <= 9 { result.append(UInt8(ascii: " ")) }
        index = next
      } else {
        result.append(text[index])
        index += 1
      }
    }
    text = result
  }

  /// The word that stands here, and where what follows it begins.
  private static func match(_ words: [Word], _ text: [UInt8], at index: Int) -> (Word, Int)? {
    for word in words {
      for spelling in word.spellings where text[index...].starts(with: spelling) {
        let rest = text[(index + spelling.count)...].drop { $0 == UInt8(ascii: " ") }
        guard let first = rest.first, !ThaiMarks.startsWithMark(rest) else { continue }
        if word.needsNumber, first &- UInt8(ascii: "0") > 9 { continue }
        return (word, rest.startIndex)
      }
    }
    return nil
  }

  /// `12 / 3` is `12/3`.
  static func closeSlashes(_ text: inout [UInt8]) {
    let space = UInt8(ascii: " ")
    var result: [UInt8] = []
    for byte in text {
      if byte == UInt8(ascii: "/") {
        while result.count > 1, result.last == space { result.removeLast() }
      } else if byte == space, result.last == UInt8(ascii: "/") {
        continue
      }
      result.append(byte)
    }
    text = result
  }

  private static let capital = Array("กรุงเทพมหานคร".utf8)
  private static let capitals = ["กรุงเทพ", "กรุงเทพฯ", "กทม", "กทม.", "กรุงเทพมหานครฯ"].map {
    Array($0.utf8)
  }

  static func spellOutCapital(_ text: inout [UInt8]) {
    if capitals.contains(text) { text = capital }
  }
}

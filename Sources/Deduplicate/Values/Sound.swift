/// A name as it sounds, so that the usual ways to spell it are one.
///
/// For comparison only, never for display: tone marks, thanthakhat, repetition marks, dots and spaces go;
/// letters of one sound become one letter (ณ→น, ศ ษ ซ→ส, …); long vowels become short; ใ and ไ–ย become
/// ไ; รร becomes ั. Latin letters lose their case. Thai phonetic codes reach no more than this fold
/// with a distance in letters behind it.
package struct Sound {
  /// The letters, one byte each: ASCII as it is, Thai from 0x80 on, all others spread over the rest.
  package private(set) var letters: [UInt8] = []
  /// A hash of the letters; 0 where there are none.
  package private(set) var hash: UInt64 = 0
  /// The sum of the hashes of the words, the same in whichever order they stand; its lowest bits count them.
  package private(set) var words: UInt64 = 0

  private var word: UInt64 = 0

  package init() {}

  /// Reads a clean text; what it held before is gone.
  package mutating func read(_ text: Span<UInt8>) {
    letters.removeAll(keepingCapacity: true)
    (hash, words, word) = (0, 0, 0)
    var place = 0
    while place < text.count {
      let scalar = Self.scalar(in: text, at: &place)
      switch scalar {
      case 0x30...0x39, 0x61...0x7A: append(scalar)
      case 0x41...0x5A: append(scalar + 0x20)
      case 0x20, 0xA0: endWord()
      case 0..<0x80: break
      case 0x0E50...0x0E59: append(scalar - 0x0E50 + 0x30)
      case 0x0E00...0x0E5B: appendThai(scalar)
      default: append(scalar)
      }
    }
    endWord()
    for letter in letters { hash = Self.mixed(hash, UInt64(letter)) }
    hash = letters.isEmpty ? 0 : Hash.finished(hash)
  }

  private static let countBits: UInt64 = 255

  /// How many words a sum of words holds, modulo 256.
  @inline(__always)
  package static func wordCount(of sum: UInt64) -> UInt64 { sum & countBits }

  private mutating func append(_ scalar: UInt32) {
    letters.append(Self.byte(of: scalar))
    word = Self.mixed(word, UInt64(letters[letters.count - 1]))
  }

  private mutating func endWord() {
    guard word != 0 else { return }
    words &+= Hash.finished(word) & ~Self.countBits | 1
    word = 0
  }

  private mutating func appendThai(_ scalar: UInt32) {
    let folded = Self.table[Int(scalar - 0x0E00)]
    guard folded != 0 else { return }
    let count = letters.count
    // ไ and a consonant, then ย that is not heard.
    if scalar == 0x0E22, count >= 2, letters[count - 2] == Self.byte(of: 0x0E44) { return }
    // The second ร of two.
    if scalar == 0x0E23, count >= 2, letters[count - 1] == Self.byte(of: 0x0E23) {
      letters.removeLast()
      append(0x0E31)
      return
    }
    append(UInt32(folded) + 0x0E00)
  }

  private static func byte(of scalar: UInt32) -> UInt8 {
    switch scalar {
    case 0..<0x80: UInt8(scalar)
    case 0x0E00...0x0E5B: UInt8(0x80 + (scalar - 0x0E00))
    default: 0xDC + UInt8(Hash.finished(UInt64(scalar)) % 36)
    }
  }

  private static func mixed(_ state: UInt64, _ letter: UInt64) -> UInt64 {
    (state ^ (letter &+ 1)) &* 0x9E37_79B9_7F4A_7C15 ^ (state >> 29)
  }

  /// The next scalar of valid UTF-8; bytes that are none count as themselves.
  private static func scalar(in text: Span<UInt8>, at place: inout Int) -> UInt32 {
    let first = UInt32(text[place])
    place += 1
    let length = first < 0xC0 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3
    guard length > 0, place + length <= text.count else { return first }
    var scalar = first & (0x3F >> UInt32(length))
    for _ in 0..<length {
      scalar = scalar << 6 | UInt32(text[place]) & 0x3F
      place += 1
    }
    return scalar
  }

  /// For each Thai letter the one that it is heard as, both from U+0E00 on; 0 for one that is not heard.
  private static let table: [UInt8] = {
    var table = (0..<0x5C as Range<UInt8>).map { $0 }
    for (heard, letters) in [
      ("น", "ณ"), ("ส", "ศษซ"), ("ด", "ฎ"), ("ต", "ฏ"), ("ท", "ฑฒธ"), ("ถ", "ฐ"), ("ค", "ฆฅ"),
      ("ช", "ฌ"), ("ร", "ฤ"), ("ล", "ฬฦ"), ("ย", "ญ"), ("พ", "ภ"), ("ไ", "ใ"),
      ("\u{0E34}", "\u{0E35}"), ("\u{0E36}", "\u{0E37}"), ("\u{0E38}", "\u{0E39}"),
      ("\u{0E30}", "\u{0E32}\u{0E45}"),
    ] {
      guard let sound = heard.unicodeScalars.first else { continue }
      for letter in letters.unicodeScalars {
        table[Int(letter.value - 0x0E00)] = UInt8(sound.value - 0x0E00)
      }
    }
    let silent = [
      0x2F, 0x3A, 0x46, 0x47, 0x48, 0x49, 0x4A, 0x4B, 0x4C, 0x4D, 0x4E, 0x4F, 0x5A, 0x5B,
    ]
    for letter in silent { table[letter] = 0 }
    return table
  }()
}

internal import Tables

/// Puts the marks of Thai letters into the one order and form in which they are kept.
///
/// Unicode's own forms do not do this: NFC leaves U+0E4D U+0E32 apart and never moves a tone behind
/// sara i, and NFKC takes sara am apart. So the rules are our own (Unicode chapter 16.1 gives the
/// order in which the marks are typed and stored):
/// a vowel below or above stands before a tone or thanthakhat; nikhahit and sara aa, with or without a
/// tone, are sara am; sara e twice is sara ae; a mark that is repeated counts once.
enum ThaiMarks {
  /// Where a scalar stands around its consonant.
  enum Rank { case base, vowel, tone }

  static let nikhahit: UInt32 = 0x0E4D
  static let saraAa: UInt32 = 0x0E32
  static let saraAm: UInt32 = 0x0E33
  static let saraE: UInt32 = 0x0E40
  static let saraAe: UInt32 = 0x0E41

  /// The marks as bits, counted from U+0E30: one look-up where a name has a mark for every other letter.
  private static let vowelBits: UInt32 = 1 << 0x01 | 0x7F << 0x04 | 1 << 0x17 | 1 << 0x1D
  private static let toneBits: UInt32 = 0x1F << 0x18 | 1 << 0x1E

  static func rank(_ scalar: UInt32) -> Rank {
    let place = scalar &- 0x0E30
    guard place < 32 else { return .base }
    if vowelBits &>> place & 1 == 1 { return .vowel }
    return toneBits &>> place & 1 == 1 ? .tone : .base
  }

  static func isMark(_ scalar: UInt32) -> Bool { rank(scalar) != .base }

  /// Whether a mark above or below a letter stands first, which no word begins with.
  static func startsWithMark(_ text: ArraySlice<UInt8>) -> Bool {
    let bytes = Array(text.prefix(3))
    guard bytes.count == 3, bytes[0] == 0xE0 else { return false }
    return isMark(0x0E00 | UInt32(bytes[1] & 1) << 6 | UInt32(bytes[2] & 0x3F))
  }

  /// Whether a scalar may follow another as it stands; never true where `ordered` would change something.
  static func mayFollow(_ scalar: UInt32, _ previous: UInt32) -> Bool {
    switch rank(scalar) {
    case .base: scalar != previous || scalar != saraE && scalar != saraAm
    case .vowel:
      scalar != nikhahit && scalar != previous && rank(previous) != .tone && previous != saraAm
    case .tone: scalar != previous && previous != saraAm
    }
  }

  /// The scalars in the order in which they are kept; what was changed is added to `changes`.
  static func ordered(_ scalars: [UInt32], _ changes: inout Changes) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(scalars.count)
    var index = 0
    while index < scalars.count {
      if rank(scalars[index]) != .base || scalars[index] == saraAm {
        index = appendMarks(of: scalars, from: index, to: &result, &changes)
      } else if scalars[index] == saraE, index + 1 < scalars.count, scalars[index + 1] == saraE {
        result.append(saraAe)
        changes.insert(.saraAe)
        index += 2
      } else {
        result.append(scalars[index])
        index += 1
      }
    }
    return result
  }

  /// Appends a run of marks with the sara am that may end it, and gives the place behind them.
  private static func appendMarks(
    of scalars: [UInt32], from start: Int, to result: inout [UInt32], _ changes: inout Changes
  ) -> Int {
    var end = start
    var (vowels, tones) = ([UInt32](), [UInt32]())
    func collect() {
      while end < scalars.count, rank(scalars[end]) != .base {
        let mark = scalars[end]
        if rank(mark) == .vowel { vowels.append(mark) } else { tones.append(mark) }
        end += 1
      }
    }
    collect()
    let closingPlace = end
    var (saraAms, isApart) = (0, false)
    func dropNikhahit() {
      if vowels.contains(nikhahit) { isApart = true }
      vowels.removeAll { $0 == nikhahit }
    }
    while end < scalars.count,
      scalars[end] == saraAm || scalars[end] == saraAa && vowels.contains(nikhahit)
    {
      dropNikhahit()
      saraAms += 1
      end += 1
      collect()
    }
    if saraAms > 0 { dropNikhahit() }
    if saraAms > 1 { changes.insert(.doubledMark) }
    if isApart || saraAms > 0 && end > closingPlace + saraAms {
      changes.insert(.saraAm)
    } else if !scalars[start..<closingPlace].elementsEqual(vowels + tones) {
      changes.insert(.markOrder)
    }
    for mark in vowels + tones {
      if rank(result.last ?? 0) == .base || result.last != mark {
        result.append(mark)
      } else {
        changes.insert(.doubledMark)
      }
    }
    if saraAms > 0 { result.append(saraAm) }
    return end
  }
}

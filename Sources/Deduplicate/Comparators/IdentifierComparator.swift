internal import Settings
internal import Tables

/// How two personal numbers agree.
///
/// A check digit that agrees says little (one random number in ten passes, and an error in the third
/// digit always does), but two numbers that both pass and are not one slip apart are two persons' numbers.
struct IdentifierComparator: Comparator {
  static let name = "identifier"
  static let summary =
    "Thirteen-digit numbers and G-codes: equal, one slip apart, zeros lost, a G-code against a number, different."
  static let levels = [
    Level("equal", 84), Level("equal-unsound", 1), Level("one-slip", 6),
    Level("one-slip-both-sound", 1), Level("zeros-lost", 1), Level("g-code-and-number", 4),
    Level("two-g-codes", 2), Level("different", 0.9), Level("two-numbers", 0.1),
    Level("slip-at-end", 1),
  ]

  static let rareLevels: ClosedRange<Int>? = 1...5

  private let column: Int

  init(_ settings: Settings, _ uses: inout ColumnUses, shelf: Shelf) throws {
    column = try uses.place(of: settings.required("of"), kinds: .identifier)
  }

  func compare(
    _ pairs: ArraySlice<UInt64>, _ data: MatchData, _ levels: inout [UInt8],
    _ scratch: inout EditDistance
  ) {
    let offset = data.columns[column].offset
    for pair in pairs {
      let (left, right) = pair.rows
      let one = UInt64(data.word(left, offset)) << 32 | UInt64(data.word(left, offset + 1))
      let other = UInt64(data.word(right, offset)) << 32 | UInt64(data.word(right, offset + 1))
      levels.append(Self.level(one, other))
    }
  }

  /// A bit that no number of sixteen digits needs: the number passes its check, or is a whole G-code.
  private static let soundBit: UInt64 = 1 << 53

  /// What a row of the matrix holds of an identifier; its check digit is reckoned once a row.
  static func word(_ identifier: PackedIdentifier) -> UInt64 {
    guard isNumber(identifier), identifier.value < soundBit else { return 0 }
    return identifier.word | (identifier.isCertain ? soundBit : 0)
  }

  /// The level of two words of the matrix.
  static func level(_ one: UInt64, _ other: UInt64) -> UInt8 {
    if one == 0 || other == 0 { return 0 }
    let areSound = one & other & soundBit != 0
    if one == other { return areSound ? 1 : 2 }
    return level(
      PackedIdentifier(word: one & ~soundBit), PackedIdentifier(word: other & ~soundBit), areSound)
  }

  private static func level(
    _ one: PackedIdentifier, _ other: PackedIdentifier, _ areSound: Bool
  ) -> UInt8 {
    if one.isGCode || other.isGCode { return one.isGCode && other.isGCode ? 7 : 6 }
    if one.value == other.value { return 5 }
    // Numbers given out one after the other, as twins' are, differ in the last two digits.
    let areNeighbours = one.value / 100 == other.value / 100
    if areSound, areNeighbours { return 9 }
    if isOneSlip(one, other) { return areNeighbours ? 10 : areSound ? 4 : 3 }
    return areSound ? 9 : 8
  }

  /// Whether it can be a person's number, and not a word of the clerk's such as 0 or 99.
  static func isNumber(_ word: PackedIdentifier) -> Bool {
    (word.isDigits || word.isGCode) && word.length >= 9 && word.value >= 1_000_000
  }

  /// Whether one digit was exchanged, left out or put in, or two neighbours were swapped.
  static func isOneSlip(_ one: PackedIdentifier, _ other: PackedIdentifier) -> Bool {
    let (short, long) = one.length <= other.length ? (one, other) : (other, one)
    if short.length == long.length {
      // The difference of the values tells most pairs at once: k·10ⁱ, or 9·k·10ⁱ for a swap.
      var difference =
        short.value > long.value ? short.value - long.value : long.value - short.value
      while difference % 10 == 0, difference > 0 { difference /= 10 }
      guard difference < 90 || startsWithZero(short) || startsWithZero(long) else { return false }
      let (left, right) = (short.digits, long.digits)
      let places = left.indices.filter { left[$0] != right[$0] }
      if places.count == 1 { return true }
      // A number that lacks a digit was taken for one that lost the zero in front.
      if isOneLeftOut(left.drop { $0 == 0 }, right) || isOneLeftOut(right.drop { $0 == 0 }, left) {
        return true
      }
      return places.count == 2 && places[1] == places[0] + 1
        && left[places[0]] == right[places[1]] && left[places[1]] == right[places[0]]
    }
    return isOneLeftOut(short.digits[...], long.digits)
  }

  private static func startsWithZero(_ word: PackedIdentifier) -> Bool {
    word.length == 13 && word.value < 1_000_000_000_000
  }

  /// Whether a number is another without one of its digits.
  private static func isOneLeftOut(_ left: ArraySlice<UInt8>, _ right: [UInt8]) -> Bool {
    guard right.count == left.count + 1 else { return false }
    let left = Array(left)
    let same = left.indices.prefix { left[$0] == right[$0] }.count
    return left.suffix(left.count - same).elementsEqual(right.suffix(left.count - same))
  }
}

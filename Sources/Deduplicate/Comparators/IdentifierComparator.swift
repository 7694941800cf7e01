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
      levels.append(Self.level(PackedIdentifier(word: one), PackedIdentifier(word: other)))
    }
  }

  static func level(_ one: PackedIdentifier, _ other: PackedIdentifier) -> UInt8 {
    if one == other {
      if one.form == .empty || one.form == .other { return 0 }
      return one.isCertain ? 1 : 2
    }
    switch (one.form, other.form) {
    case (.empty, _), (.other, _), (_, .empty), (_, .other): return 0
    case (.gCode, .gCode): return 7
    case (.gCode, _), (_, .gCode): return 6
    default: break
    }
    if one.value == other.value { return 5 }
    let areSound = one.hasValidCheckDigit && other.hasValidCheckDigit
    if isOneSlip(one, other) { return areSound ? 4 : 3 }
    return areSound ? 9 : 8
  }

  /// Whether one digit was exchanged, left out or put in, or two neighbours were swapped.
  static func isOneSlip(_ one: PackedIdentifier, _ other: PackedIdentifier) -> Bool {
    let (short, long) = one.length <= other.length ? (one, other) : (other, one)
    if short.length == long.length {
      // The difference of the values tells most pairs at once: k·10ⁱ, or 9·k·10ⁱ for a swap.
      var difference = short.value > long.value ? short.value - long.value : long.value - short.value
      while difference % 10 == 0, difference > 0 { difference /= 10 }
      guard difference < 90 else { return false }
      let (left, right) = (short.digits, long.digits)
      let places = left.indices.filter { left[$0] != right[$0] }
      if places.count == 1 { return true }
      return places.count == 2 && places[1] == places[0] + 1
        && left[places[0]] == right[places[1]] && left[places[1]] == right[places[0]]
    }
    guard long.length == short.length + 1, short.length >= 6 else { return false }
    let (left, right) = (short.digits, long.digits)
    let same = left.indices.prefix { left[$0] == right[$0] }.count
    return left.suffix(left.count - same).elementsEqual(right.suffix(left.count - same))
  }
}

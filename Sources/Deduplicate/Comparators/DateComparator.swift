internal import Settings
internal import Tables

/// How two dates of birth agree, with the slips that clerks make.
struct DateComparator: Comparator {
  static let name = "date"
  static let summary =
    "Dates: equal, day and month swapped, 543 years apart, one part or digit wrong, 1 January on one side."
  static let levels = [
    Level("equal", 93), Level("equal-new-year", 1), Level("swapped", 1), Level("other-era", 0.6),
    Level("one-part", 2.5), Level("new-year", 0.9), Level("different", 1),
  ]

  private let column: Int

  init(_ settings: Settings, _ uses: inout ColumnUses, shelf: Shelf) throws {
    column = try uses.place(of: settings.required("of"), kinds: .date)
  }

  var countedColumns: [Int] { [column] }

  func compare(
    _ pairs: ArraySlice<UInt64>, _ data: MatchData, _ levels: inout [UInt8],
    _ scratch: inout EditDistance
  ) {
    let offset = data.columns[column].offset
    for pair in pairs {
      let (left, right) = pair.rows
      levels.append(Self.level(data.word(left, offset), data.word(right, offset)))
    }
  }

  private static let firstOfYear: UInt32 = 1 << 5 | 1

  static func level(_ left: UInt32, _ right: UInt32) -> UInt8 {
    if left == 0 || right == 0 { return 0 }
    if left == right { return left & 511 == firstOfYear ? 2 : 1 }
    let (one, other) = (CivilWord(word: left), CivilWord(word: right))
    if one.year == other.year, one.month == other.day, one.day == other.month { return 3 }
    if one.month == other.month, one.day == other.day {
      if abs(one.year - other.year) == 543 { return 4 }
      return isOneDigit(one.year, other.year) ? 5 : 7
    }
    if one.year == other.year {
      if left & 511 == firstOfYear || right & 511 == firstOfYear { return 6 }
      if one.month == other.month { return isOneDigit(one.day, other.day) ? 5 : 7 }
      if one.day == other.day { return 5 }
    }
    return 7
  }

  /// Whether two numbers differ in one decimal digit, or by two that are swapped.
  private static func isOneDigit(_ left: Int, _ right: Int) -> Bool {
    var (left, right) = (left, right)
    while left % 10 == right % 10 {
      left /= 10
      right /= 10
    }
    if left / 10 == right / 10 { return true }
    return left / 100 == right / 100 && left % 10 == right / 10 % 10
      && left / 10 % 10 == right % 10
  }

  func chances(_ data: MatchData) -> [Int: Double] { [1: data.columns[column].chanceOfEqual] }
}

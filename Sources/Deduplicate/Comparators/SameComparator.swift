internal import Settings
internal import Tables

/// Two values are the same, or they are not.
struct SameComparator: Comparator {
  static let name = "same"
  static let summary = "Whether two values are the same."
  static let levels = [Level("equal", 96), Level("different", 4)]

  private let column: Int

  init(_ settings: Settings, _ uses: inout ColumnUses, shelf: Shelf) throws {
    column = try uses.place(
      of: settings.required("of"), kinds: .text, .date, .integer, .decimal, .flag)
  }

  var countedColumns: [Int] { [column] }

  func compare(
    _ pairs: ArraySlice<UInt64>, _ data: MatchData, _ levels: inout [UInt8],
    _ scratch: inout EditDistance
  ) {
    let offset = data.columns[column].offset
    for pair in pairs {
      let (left, right) = pair.rows
      let (one, other) = (data.word(left, offset), data.word(right, offset))
      levels.append(one == 0 || other == 0 ? 0 : one == other ? 1 : 2)
    }
  }

  func chances(_ data: MatchData) -> [Int: Double] {
    let equal = data.columns[column].chanceOfEqual
    return [1: equal, 2: 1 - equal]
  }
}

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
    data.appendSameness(of: pairs, at: data.columns[column].offset, to: &levels)
  }

  func chances(_ data: MatchData) -> [Int: Double] {
    let equal = data.columns[column].chanceOfEqual
    return [1: equal, 2: 1 - equal]
  }
}

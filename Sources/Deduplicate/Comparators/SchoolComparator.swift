internal import Settings
internal import Tables

/// Whether two rows are of one school, by whichever code they name it.
struct SchoolComparator: Comparator {
  static let name = "school"
  static let summary = "Whether two rows are of one school, by whichever code they name it."
  static let levels = [Level("same", 50), Level("other", 50)]

  static let keys: [String] = []

  private let column: Int

  init(_ settings: Settings, _ uses: inout ColumnUses, shelf: Shelf) throws {
    column = uses.place(of: .school)
  }

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
}

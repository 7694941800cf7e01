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
    data.appendSameness(of: pairs, at: data.columns[column].offset, to: &levels)
  }
}

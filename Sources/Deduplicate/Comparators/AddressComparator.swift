internal import Settings
internal import Tables

/// How far two addresses agree: the columns from the house outwards.
struct AddressComparator: Comparator {
  static let name = "address"
  static let summary =
    "How far two addresses agree; 'of' names the columns from the house outwards."
  static let levels = [
    Level("house", 55), Level("village", 10), Level("outermost", 20), Level("different", 15),
  ]

  /// House, village, and the outermost.
  private let columns: [Int]

  init(_ settings: Settings, _ uses: inout ColumnUses, shelf: Shelf) throws {
    let names = try settings.required("of").items
    guard names.count == 3 else {
      throw try settings.required("of").expected("three columns: house, village and sub-district")
    }
    columns = try names.map { try uses.place(of: $0) }
  }

  func compare(
    _ pairs: ArraySlice<UInt64>, _ data: MatchData, _ levels: inout [UInt8],
    _ scratch: inout EditDistance
  ) {
    let offsets = columns.map { data.columns[$0].offset }
    let (house, village, outermost) = (offsets[0], offsets[1], offsets[2])
    for pair in pairs {
      let (left, right) = pair.rows
      let (one, other) = (data.word(left, outermost), data.word(right, outermost))
      if one == 0 || other == 0 {
        levels.append(0)
      } else if one != other {
        levels.append(4)
      } else if data.word(left, village) != data.word(right, village) {
        levels.append(3)
      } else {
        let (one, other) = (data.word(left, house), data.word(right, house))
        levels.append(one != 0 && one == other ? 1 : 2)
      }
    }
  }
}

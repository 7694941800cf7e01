internal import Settings
internal import Tables

/// How many steps apart two values stand in an ordered list, as grades do.
struct StepsComparator: Comparator {
  static let name = "steps"
  static let summary = "How many steps apart two values stand in the list 'order'."
  static let levels = [Level("equal", 80), Level("one-step", 17), Level("further", 3)]

  static let keys = ["of", "order"]

  private let column: Int

  init(_ settings: Settings, _ uses: inout ColumnUses, shelf: Shelf) throws {
    let list = try shelf.codeList(named: settings.required("order"))
    let codes = list.column("code") ?? []
    let steps = list.column("step") ?? []
    var ranks: [String: UInt32] = [:]
    for (row, code) in codes.enumerated() {
      ranks[code] = row < steps.count ? UInt32(steps[row]).map { $0 + 1 } : nil
    }
    column = try uses.place(of: settings.required("of"), kinds: .text, reading: .rank(ranks))
  }

  func compare(
    _ pairs: ArraySlice<UInt64>, _ data: MatchData, _ levels: inout [UInt8],
    _ scratch: inout EditDistance
  ) {
    let offset = data.columns[column].offset
    for pair in pairs {
      let (left, right) = pair.rows
      let (one, other) = (data.word(left, offset), data.word(right, offset))
      guard one != 0, other != 0 else {
        levels.append(0)
        continue
      }
      let distance = one > other ? one - other : other - one
      levels.append(UInt8(min(distance, 2)) + 1)
    }
  }
}

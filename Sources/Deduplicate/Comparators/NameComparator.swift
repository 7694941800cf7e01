internal import Settings
internal import Tables

/// How two names agree: as they sound, by a slip of the hand, or not at all.
///
/// Two spellings that differ by a letter are a slip as a rule only where one of them is rare: twins are
/// called ธนพล and ธนพร, and both names are usual ones.
struct NameComparator: Comparator {
  static let name = "name"
  static let summary =
    "Names as they sound: equal, one sound, a slip of the hand, alike, one in the other, swapped with the column 'with'."
  static let levels = [
    Level("equal", 86), Level("same-sound", 6), Level("slip", 3), Level("alike", 0.7),
    Level("part", 0.6), Level("swapped", 0.7), Level("different", 3),
  ]

  static let keys = ["of", "with", "second", "unless"]

  private let column: Int
  /// The other half of the name, with which this may be swapped or share a cell.
  private let partner: Int?
  /// Weighs nothing where the names are swapped, for the other half has said it.
  private let isSecond: Bool
  /// Other columns of the row: a name that one of them holds has been compared there.
  private let others: [Int]

  init(_ settings: Settings, _ uses: inout ColumnUses, shelf: Shelf) throws {
    column = try uses.place(of: settings.required("of"), kinds: .text)
    partner = try settings["with"].map { try uses.place(of: $0, kinds: .text) }
    isSecond = try settings["second"]?.flag ?? false
    others = try settings["unless"]?.items.map { try uses.place(of: $0, kinds: .text) } ?? []
  }

  var countedColumns: [Int] { [column] }

  func compare(
    _ pairs: ArraySlice<UInt64>, _ data: MatchData, _ levels: inout [UInt8],
    _ scratch: inout EditDistance
  ) {
    guard case .text(let values) = data.columns[column].content else {
      levels.append(contentsOf: pairs.map { _ in 0 })
      return
    }
    let offset = data.columns[column].offset
    let elsewhere = others.compactMap { Sounds(data.columns[$0]) }
    let second = partner.flatMap { Sounds(data.columns[$0]) }
    for pair in pairs {
      let (left, right) = pair.rows
      let (one, other) = (data.word(left, offset), data.word(right, offset))
      if !elsewhere.isEmpty,
        isElsewhere(values.sounds[Int(one)], left, elsewhere, data)
          || isElsewhere(values.sounds[Int(other)], right, elsewhere, data)
      {
        levels.append(0)
        continue
      }
      if one == other, one != 0 {
        levels.append(1)
        continue
      }
      var level = one == 0 || other == 0 ? 0 : Self.level(one, other, values, &scratch)
      if level == 0 || level > 3, let second,
        isSwapped((left, one), (right, other), values, second, data)
      {
        level = isSecond ? 0 : 6
      }
      levels.append(level)
    }
  }

  /// What is needed of another column of the row.
  private struct Sounds {
    let sounds: [UInt64]
    let words: [UInt64]
    let offset: Int

    init?(_ column: ColumnValues) {
      guard case .text(let values) = column.content else { return nil }
      sounds = values.sounds
      words = values.words
      offset = column.offset
    }
  }

  private static func level(
    _ one: UInt32, _ other: UInt32, _ values: TextValues, _ distance: inout EditDistance
  ) -> UInt8 {
    let (left, right) = (values.entries[Int(one)], values.entries[Int(other)])
    if left.sound == right.sound { return 2 }
    let shorter = Int(min(left.length, right.length))
    let longer = Int(max(left.length, right.length))
    let most = max(1, shorter / 3)
    // A letter put in, left out or exchanged changes at most two bits.
    let changed = (left.signature ^ right.signature).nonzeroBitCount
    if longer - shorter <= most, changed <= 2 * most {
      let steps = distance.between(left.letters, right.letters, in: values.letters.span)
      if steps == 1 || steps == 2 && shorter >= 8 {
        let rare = min(left.frequency, right.frequency)
        let usual = max(left.frequency, right.frequency)
        if shorter < 3 { return 4 }
        return rare <= 2 || rare &* 8 <= usual ? 3 : 4
      }
      if steps <= most, shorter >= 4 { return 4 }
    }
    let (short, long) = left.length < right.length ? (left, right) : (right, left)
    guard shorter >= 3, short.signature & ~long.signature == 0 else { return 7 }
    return isPart(short.letters, long.letters, values.letters.span) ? 5 : 7
  }

  /// Whether the shorter of two names opens or ends the longer, with three letters or more.
  private static func isPart(
    _ short: Range<Int>, _ long: Range<Int>, _ letters: Span<UInt8>
  ) -> Bool {
    func agrees(from start: Int) -> Bool {
      for place in 0..<short.count
      where letters[short.lowerBound &+ place] != letters[start &+ place] { return false }
      return true
    }
    return agrees(from: long.lowerBound) || agrees(from: long.upperBound - short.count)
  }

  /// Whether another column of the row holds the name.
  private func isElsewhere(
    _ sound: UInt64, _ row: Int, _ others: [Sounds], _ data: MatchData
  ) -> Bool {
    for other in others where other.sounds[Int(data.word(row, other.offset))] == sound {
      return true
    }
    return false
  }

  /// Whether both rows hold the same words in this column and its partner, shared out otherwise.
  private func isSwapped(
    _ left: (row: Int, value: UInt32), _ right: (row: Int, value: UInt32), _ values: TextValues,
    _ second: Sounds, _ data: MatchData
  ) -> Bool {
    let mine = Int(data.word(left.row, second.offset))
    let others = Int(data.word(right.row, second.offset))
    let words = values.words[Int(left.value)] &+ second.words[mine]
    guard words == values.words[Int(right.value)] &+ second.words[others] else { return false }
    return Sound.wordCount(of: words) >= 2
  }

  func chances(_ data: MatchData) -> [Int: Double] { [1: data.columns[column].chanceOfEqual] }

  func addRarities(
    _ levels: [UInt8], _ pairs: ArraySlice<UInt64>, _ data: MatchData, to rarities: inout [Int32],
    from first: Int
  ) {
    guard case .text(let values) = data.columns[column].content else { return }
    let offset = data.columns[column].offset
    for (place, level) in levels.enumerated() where level == 1 || level == 2 {
      let (left, right) = pairs[pairs.startIndex + place].rows
      rarities[first + place] += min(
        values.rarities[Int(data.word(left, offset))],
        values.rarities[Int(data.word(right, offset))])
    }
  }
}

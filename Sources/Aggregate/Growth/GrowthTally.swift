internal import Growth
internal import Tables

/// Pupils counted once for every combination of level, state and classes that occurs.
struct GrowthTally {
  struct Cell {
    let level: Int
    let state: Int
    /// The class in each part; nil where the pupil was not assessed.
    let classes: [Int?]
    let persons: Int
    /// The number that says all this, which every row of the cell has.
    let key: Int
  }

  let isComputed: [Bool]
  private let cells: [Cell]
  /// The cell of every row, and which rows are counted.
  private let keys: [Int]
  private let isCounted: @Sendable (Int) -> Bool

  /// Takes each accepted row that is not a further registration.
  init(
    _ rows: GrowthRows, _ states: [UInt8], _ parts: [GrowthPart], by reference: GrowthReference?,
    levels: Dimension, accepted: Bitmap, further: Bitmap
  ) {
    var isComputed: [Bool] = []
    // For each part sorted by score the classes of the rows, and how many there are in all.
    var sorted: [(classes: [UInt8], radix: Int)] = []
    // The place of each part among those; nil for one that joins others or is not computed.
    var columns: [Int?] = []
    for part in parts {
      guard case .scores(let measure, let cuts) = part.sorting else {
        isComputed.append(part.sources.allSatisfy { isComputed[$0] })
        columns.append(nil)
        continue
      }
      let own = reference.flatMap { $0.covers(measure) ? $0 : nil }
      isComputed.append(own != nil)
      guard let own else {
        columns.append(nil)
        continue
      }
      columns.append(sorted.count)
      sorted.append((rows.classes(measure, cuts: cuts, by: own), cuts.count + 2))
    }
    self.isComputed = isComputed

    // One plain number a row says level, state and classes; each loop reads one plain array.
    var radices = [levels.groups.count + 1, states.reduce(0) { max($0, Int($1)) } + 1]
    let groups = Self.groups(of: levels)
    var keys = levels.rows.map { groups[Int($0)] }
    for row in keys.indices { keys[row] = keys[row] &* radices[1] &+ Int(states[row]) }
    for (classes, radix) in sorted {
      radices.append(radix)
      for row in classes.indices {
        keys[row] = keys[row] &* radix &+ min(Int(classes[row]), radix - 1)
      }
    }
    var counts = [Int](repeating: 0, count: radices.reduce(1, *))
    for row in keys.indices where accepted[row] && !further[row] { counts[keys[row]] += 1 }
    self.keys = keys
    isCounted = { accepted[$0] && !further[$0] }
    cells = counts.indices.filter { counts[$0] > 0 }.map { key in
      Self.cell(key, counts[key], parts, columns, radices)
    }
  }

  /// The place of the level of each member; members of no level come last.
  private static func groups(of levels: Dimension) -> [Int] {
    var groups = [Int](repeating: levels.groups.count, count: levels.members.count)
    for (place, group) in levels.groups.enumerated() {
      for member in group.members { groups[member] = place }
    }
    return groups
  }

  private static func cell(
    _ key: Int, _ persons: Int, _ parts: [GrowthPart], _ columns: [Int?], _ radices: [Int]
  ) -> Cell {
    var rest = key
    let places = Array(
      radices.reversed().map { radix in
        defer { rest /= radix }
        return rest % radix
      }.reversed())
    var classes: [Int?] = []
    for (part, column) in zip(parts, columns) {
      guard let column else {
        classes.append(part.joined(classes))
        continue
      }
      // The first cut and the last are those of what can be; the classes lie between them.
      let place = places[2 + column] - 1
      classes.append(part.classes.indices.contains(place) ? place : nil)
    }
    return Cell(level: places[0], state: places[1], classes: classes, persons: persons, key: key)
  }

  var persons: Int { count(nil) { _ in true } }

  /// The pupils of some levels, nil taking all, whose cell is wanted.
  func count(_ levels: Set<Int>?, where isWanted: (Cell) -> Bool) -> Int {
    cells.reduce(0) { sum, cell in
      (levels?.contains(cell.level) ?? true) && isWanted(cell) ? sum + cell.persons : sum
    }
  }

  /// The rows of the same pupils.
  func rows(_ levels: Set<Int>?, where isWanted: (Cell) -> Bool) -> [Int] {
    let wanted = Set(
      cells.filter { (levels?.contains($0.level) ?? true) && isWanted($0) }.map { $0.key })
    return keys.indices.filter { isCounted($0) && wanted.contains(keys[$0]) }
  }
}

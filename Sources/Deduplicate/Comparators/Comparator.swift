internal import Settings
internal import Tables

/// Says how far two rows agree in one respect.
///
/// A level is a small number: 0 where one of the rows says nothing, then the comparator's levels in the
/// order of its list.
protocol Comparator: Sendable {
  static var name: String { get }
  static var summary: String { get }
  /// From level 1 on: what it is called, and how many of a hundred pairs of registrations of one
  /// child have it where the data cannot tell.
  static var levels: [Level] { get }

  /// What its part of a model file may hold besides what every comparison may.
  static var keys: [String] { get }

  init(_ settings: Settings, _ uses: inout ColumnUses, shelf: Shelf) throws

  /// The columns whose values' frequencies matter.
  var countedColumns: [Int] { get }

  /// Appends the level of each pair; pairs are of rows of the matrix.
  func compare(
    _ pairs: ArraySlice<UInt64>, _ data: MatchData, _ levels: inout [UInt8],
    _ scratch: inout EditDistance)

  /// Levels that strangers hardly ever have, so that only compared pairs can tell how seldom.
  static var rareLevels: ClosedRange<Int>? { get }

  /// The chances of levels between two rows taken at random, as far as they are known from the columns.
  func chances(_ data: MatchData) -> [Int: Double]

  /// Adds how much rarer than usual is what two rows have in common, in hundredths of a bit.
  func addRarities(
    _ levels: [UInt8], _ pairs: ArraySlice<UInt64>, _ data: MatchData, to rarities: inout [Int32],
    from first: Int)
}

struct Level: Sendable {
  let name: String
  /// Per hundred.
  let usual: Double

  init(_ name: String, _ usual: Double) {
    self.name = name
    self.usual = usual
  }
}

extension Comparator {
  static var keys: [String] { ["of"] }
  static var rareLevels: ClosedRange<Int>? { nil }
  var countedColumns: [Int] { [] }
  func chances(_ data: MatchData) -> [Int: Double] { [:] }
  func addRarities(
    _ levels: [UInt8], _ pairs: ArraySlice<UInt64>, _ data: MatchData, to rarities: inout [Int32],
    from first: Int
  ) {}

  /// The level of a name; 0 is `missing`.
  static func level(named name: String) -> Int? {
    name == Self.missing ? 0 : levels.firstIndex { $0.name == name }.map { $0 + 1 }
  }

  static var missing: String { "missing" }
}

/// The room's kinds of comparator.
let allComparators: [any Comparator.Type] = [
  IdentifierComparator.self,
  NameComparator.self,
  DateComparator.self,
  SameComparator.self,
  StepsComparator.self,
  AddressComparator.self,
  SchoolComparator.self,
]

/// What comparators look at: the matrix of rows, and the columns that gave its words their meaning.
struct MatchData: Sendable {
  let columns: [ColumnValues]
  let matrix: RowMatrix

  /// Appends 1 for each pair that has one word at a place of the matrix, 2 for one that has two.
  func appendSameness(of pairs: ArraySlice<UInt64>, at offset: Int, to levels: inout [UInt8]) {
    for pair in pairs {
      let (left, right) = pair.rows
      let (one, other) = (word(left, offset), word(right, offset))
      levels.append(one == 0 || other == 0 ? 0 : one == other ? 1 : 2)
    }
  }

  @inline(__always)
  func word(_ row: Int, _ offset: Int) -> UInt32 { matrix.words[row &* matrix.stride &+ offset] }
}

extension UInt64 {
  /// The rows of a packed pair.
  @inline(__always)
  var rows: (left: Int, right: Int) {
    (Int(truncatingIfNeeded: self >> 32), Int(truncatingIfNeeded: self & 0xFFFF_FFFF))
  }
}

internal import Tables

/// What is paid for registrations, or for the persons or the further registrations among them.
///
/// Who has no rate has no part in the sum; where nobody has one there is no sum, and of nobody it is 0.
struct MoneyTally: Tally {
  /// In satang, wider than one number.
  private var sums: [Int128]
  /// How many rows have a rate, and how many rows there are.
  private var rated: [Int32]
  private var all: [Int32]

  /// - Parameter rates: of every row, below 0 where it has none.
  init(_ what: CountTally.What, _ rows: TallyRows, rates: [Int32]) {
    var sums = [Int128](repeating: 0, count: rows.grid.count)
    var rated = [Int32](repeating: 0, count: rows.grid.count)
    var all = rated
    rows.forEach { row, cell in
      all[cell] &+= 1
      guard rates[row] >= 0 else { return }
      rated[cell] &+= 1
      sums[cell] += Int128(Self.amount(what, rates[row], isFurther: rows.links.further[row]))
    }
    self.sums = sums
    self.rated = rated
    self.all = all
  }

  /// What a row with a rate gives.
  static func amount(_ what: CountTally.What, _ rate: Int32, isFurther: Bool) -> Int {
    let rate = Int(rate)
    return switch what {
    case .rows, .registrations: rate
    case .further: isFurther ? rate : 0
    case .persons: isFurther ? 0 : rate
    }
  }

  func rows(_ cells: [Int]) -> Int { cells.reduce(0) { $0 + Int(rated[$1]) } }

  func value(_ cells: [Int]) -> Figure.Value? {
    guard rows(cells) > 0 || cells.allSatisfy({ all[$0] == 0 }) else { return nil }
    return Int(exactly: cells.reduce(Int128(0)) { $0 + sums[$1] }).map { .amount(hundredths: $0) }
  }
}

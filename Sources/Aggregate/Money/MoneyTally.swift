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
  /// How many rows are paid for.
  private var paid: [Int32]

  /// - Parameter rates: of every row, below 0 where it has none.
  init(_ what: CountTally.What, _ rows: TallyRows, rates: [Int32]) {
    var sums = [Int128](repeating: 0, count: rows.grid.count)
    var rated = [Int32](repeating: 0, count: rows.grid.count)
    var all = rated
    var paid = rated
    rows.forEach { row, cell in
      all[cell] &+= 1
      guard rates[row] >= 0 else { return }
      rated[cell] &+= 1
      let isFurther = rows.links.further[row]
      sums[cell] += Int128(Self.amount(what, rates[row], isFurther: isFurther))
      if Self.isPaid(what, isFurther: isFurther) { paid[cell] &+= 1 }
    }
    self.sums = sums
    self.rated = rated
    self.all = all
    self.paid = paid
  }

  /// What a row with a rate gives.
  static func amount(_ what: CountTally.What, _ rate: Int32, isFurther: Bool) -> Int {
    isPaid(what, isFurther: isFurther) ? Int(rate) : 0
  }

  private static func isPaid(_ what: CountTally.What, isFurther: Bool) -> Bool {
    switch what {
    case .rows, .registrations: true
    case .further: isFurther
    case .persons: !isFurther
    }
  }

  func rows(_ cells: [Int]) -> Int { cells.reduce(0) { $0 + Int(rated[$1]) } }

  func count(_ cell: Int) -> Int { Int(paid[cell]) }

  func value(_ cells: [Int]) -> Figure.Value? {
    guard rows(cells) > 0 || cells.allSatisfy({ all[$0] == 0 }) else { return nil }
    return Int(exactly: cells.reduce(Int128(0)) { $0 + sums[$1] }).map { .amount(hundredths: $0) }
  }
}

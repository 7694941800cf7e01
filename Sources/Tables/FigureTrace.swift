/// The rows behind a figure, and what each gives to it.
package struct FigureTrace: Sendable {
  /// Of a share, a ratio or a mean both parts are told apart.
  package enum Part: String, Sendable { case value, numerator, denominator }

  package enum Place: Sendable, Hashable {
    case row(RowReference)
    /// A row that is in no table, or a whole sheet, whose row is 0.
    case input(Origin)
  }

  package struct Line: Sendable {
    package let part: Part
    package let place: Place
    /// What the row gives, in units of the figure or, of decimals, in hundredths.
    package let amount: Int

    package init(_ part: Part = .value, _ place: Place, _ amount: Int) {
      self.part = part
      self.place = place
      self.amount = amount
    }
  }

  package let lines: [Line]
  /// 100 where amounts are hundredths.
  package let scale: Int
  /// The figure is the middle of the amounts, and not their sum.
  package let isMedian: Bool

  package init(_ lines: [Line], scale: Int = 1, isMedian: Bool = false) {
    self.lines = lines
    self.scale = scale
    self.isMedian = isMedian
  }

  /// The sum of what the rows of a part give; wide, for a file may hold any number.
  package func sum(_ part: Part) -> Int128 {
    lines.reduce(0) { $1.part == part ? $0 + Int128($1.amount) : $0 }
  }

  /// Whether the rows add up to the figure: then and only then it is traced.
  package func addsUp(to figure: Figure) -> Bool {
    let scale = Int128(scale)
    return switch figure.value {
    case .count(let count): sum(.value) == Int128(count) * scale
    case .amount(let hundredths) where isMedian: medianInHundredths == Int128(hundredths)
    case .amount(let hundredths): sum(.value) * 100 == Int128(hundredths) * scale
    case .share(let part, let whole), .ratio(let part, let whole):
      sum(.numerator) == part && sum(.denominator) == whole
    case .mean(let total, let count, _): sum(.numerator) == total && sum(.denominator) == count
    // A part of it is a figure of another run.
    case .change: false
    case .noData, .notComputed, .suppressed: true
    }
  }

  /// The middle of the amounts, or of two in the middle their mean, rounded half up; nil for no rows.
  private var medianInHundredths: Int128? {
    guard !lines.isEmpty else { return nil }
    let sorted = lines.map { Int128($0.amount) }.sorted()
    let twice = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) * 100 / Int128(scale)
    return (twice + 1) >> 1
  }
}

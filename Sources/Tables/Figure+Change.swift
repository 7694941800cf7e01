extension Figure.Value {
  /// What has become of a figure since an earlier round; nil there is no data.
  ///
  /// A change from or to what is hidden is hidden, and one from or to what was not computed or not
  /// collected is that.
  package func change(since before: Figure.Value?) -> Figure.Value {
    let before = before ?? .noData
    for gap in [Figure.Value.suppressed, .notComputed, .noData] where self == gap || before == gap {
      return gap
    }
    guard let (now, before, scale) = Self.comparable(self, before),
      !now.subtractingReportingOverflow(before).overflow
    else { return .noData }
    return .change(now, from: before, in: scale)
  }

  private static func comparable(_ now: Self, _ before: Self) -> (Int, Int, Figure.Scale)? {
    switch (now, before) {
    case (.count(let now), .count(let before)): (now, before, .whole)
    case (.share, .share):
      if let now = now.quotient(in: 10_000), let before = before.quotient(in: 10_000) {
        (now, before, .points)
      } else {
        nil
      }
    case (.ratio, .ratio), (.mean, .mean):
      if let now = now.quotient(in: 100), let before = before.quotient(in: 100) {
        (now, before, .hundredths)
      } else {
        nil
      }
    default:
      if let now = now.hundredths, let before = before.hundredths {
        (now, before, .hundredths)
      } else {
        nil
      }
    }
  }

  /// A sum of decimals that happens to be whole is compared with one that is not.
  private var hundredths: Int? {
    switch self {
    case .amount(let hundredths): return hundredths
    case .count(let count):
      let (hundredths, overflow) = count.multipliedReportingOverflow(by: 100)
      return overflow ? nil : hundredths
    default: return nil
    }
  }

  private func quotient(in parts: Int) -> Int? {
    switch self {
    case .share(let part, let whole), .ratio(let part, let whole):
      return FixedPoint.quotient(part, of: whole, times: parts)
    case .mean(let sum, let count, let scale):
      let (all, overflow) = count.multipliedReportingOverflow(by: scale)
      return overflow ? nil : FixedPoint.quotient(sum, of: all, times: parts)
    default: return nil
    }
  }

  /// What a share, a ratio or a mean comes to; nil for anything else, and of nothing.
  package var quotient: Double? {
    switch self {
    case .share(let part, let whole), .ratio(let part, let whole):
      whole == 0 ? nil : Double(part) / Double(whole)
    case .mean(let sum, let count, let scale):
      count == 0 ? nil : Double(sum) / Double(scale) / Double(count)
    default: nil
    }
  }
}

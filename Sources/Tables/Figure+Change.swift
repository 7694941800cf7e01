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
      if let now = now.points, let before = before.points { (now, before, .points) } else { nil }
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

  /// A share in hundredths of a percent.
  private var points: Int? {
    guard case .share(let part, let whole) = self, whole != 0 else { return nil }
    return Int(exactly: (Double(part) / Double(whole) * 10_000).rounded())
  }
}

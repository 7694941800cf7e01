internal import Tables

/// An axis from a round number to a round number, in steps of 1, 2 or 5 and their tens.
///
/// It holds 0, for a length that begins elsewhere tells of more change than there is.
package struct ChartScale: Sendable, Equatable {
  package let low: Double
  package let high: Double
  package let step: Double

  /// - Parameters:
  ///   - steps: about so many steps.
  ///   - isWhole: what is counted has no halves, and neither has the axis.
  package init(covering numbers: [Double], steps: Int, isWhole: Bool) {
    let largest = max(0, numbers.max() ?? 0)
    let smallest = min(0, numbers.min() ?? 0)
    let range = largest - smallest
    var step = range > 0 ? Self.step(atLeast: range / Double(max(1, steps))) : 1
    if isWhole { step = max(1, step) }
    self.step = step
    low = (smallest / step).rounded(.down) * step
    high = max((largest / step).rounded(.up) * step, low + step)
  }

  /// An axis that ends where the numbers end, for marks that carry their numbers themselves.
  package init(exactly numbers: [Double]) {
    low = min(0, numbers.min() ?? 0)
    let largest = max(0, numbers.max() ?? 0)
    high = largest > low ? largest : low + 1
    step = high - low
  }

  /// Where a number lies between the ends, from 0 to 1.
  package func place(_ number: Double) -> Double { (number - low) / (high - low) }

  package var ticks: [Double] {
    (0...Int(((high - low) / step).rounded())).map { low + Double($0) * step }
  }

  /// The smallest 1, 2 or 5 times a power of ten that is no less.
  private static func step(atLeast size: Double) -> Double {
    var power = 1.0
    while power > size { power /= 10 }
    while power * 10 <= size { power *= 10 }
    return [1, 2, 5].map { $0 * power }.first { $0 >= size } ?? power * 10
  }
}

/// What the numbers of a chart are, so that an axis can write them.
package enum ChartUnit: Sendable {
  case whole, decimal, percent

  package init(_ table: DocumentTable) {
    let first = table.rows.flatMap { $0.cells }.first { $0.number != nil }
    self =
      switch first {
      case .share: .percent
      case .amount, .mean, .ratio, .change(_, _, .hundredths), .change(_, _, .points): .decimal
      default: .whole
      }
  }

  /// A number at an axis whose steps are this wide.
  package func text(_ number: Double, step: Double) -> String {
    switch self {
    case .decimal where step < 1:
      return Int(exactly: (number * 100).rounded()).map { NumberText.amount($0) } ?? ""
    case .whole, .decimal:
      return Int(exactly: number.rounded()).map { NumberText.grouped($0) } ?? ""
    case .percent where step < 0.01:
      return Int(exactly: (number * 1000).rounded()).map { NumberText.percent($0, of: 1000) } ?? ""
    case .percent:
      return Int(exactly: (number * 100).rounded()).map { NumberText.grouped($0) + "%" } ?? ""
    }
  }
}

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// What pupils of one sex and of one age, or of one height, measure: a value for each z-score.
///
/// Between −3 and +3 the z-score of L, M and S is that of their formula, and that of lines is found
/// between the two nearest of them in proportion. Beyond −3 and +3, or beyond the outermost lines, it
/// goes on in proportion at the distance of the two outermost, as the World Health Organization counts
/// weights: a formula fitted to children who grow well says nothing of the rest, and would call a slip
/// of the keyboard only somewhat unusual.
package struct GrowthCurve: Sendable, Equatable {
  enum Form: Sendable, Equatable {
    /// The values of the reference's lines, rising.
    case lines([Double], scores: [Double])
    case formula(l: Double, m: Double, s: Double)
  }

  /// Where the formula ends.
  private static let end = 3.0
  /// A power this near to 0 is none.
  private static let least = 1e-6

  let form: Form

  init(_ form: Form) { self.form = form }

  /// The z-score of a value; it rises with the value.
  package func score(of value: Double) -> Double {
    switch form {
    case .lines(let values, let scores): Self.follow(value, from: values, to: scores)
    case .formula(let l, let m, let s): score(of: value, l, m, s)
    }
  }

  private func score(of value: Double, _ l: Double, _ m: Double, _ s: Double) -> Double {
    let ratio = value / m
    let score = abs(l) < Self.least ? log(ratio) / s : (pow(ratio, l) - 1) / (l * s)
    guard abs(score) > Self.end else { return score }
    let side = score < 0 ? -1.0 : 1.0
    let outermost = self.value(at: side * Self.end)
    let distance = abs(outermost - self.value(at: side * (Self.end - 1)))
    return side * Self.end + (value - outermost) / distance
  }

  /// The value of a z-score; of a formula only from −3 to +3.
  package func value(at score: Double) -> Double {
    switch form {
    case .lines(let values, let scores): Self.follow(score, from: scores, to: values)
    case .formula(let l, let m, let s):
      abs(l) < Self.least ? m * exp(s * score) : m * pow(1 + l * s * score, 1 / l)
    }
  }

  /// Whether a formula gives numbers that rise for −3, −2, +2 and +3.
  var isSound: Bool {
    if case .lines = form { return true }
    let values = [-Self.end, 1 - Self.end, Self.end - 1, Self.end].map { value(at: $0) }
    return values[0] > 0 && values.allSatisfy { $0.isFinite }
      && zip(values, values.dropFirst()).allSatisfy { $0 < $1 }
  }

  /// The part of the way from this curve to another.
  func mixed(with other: GrowthCurve, part: Double) -> GrowthCurve {
    let between = { (low: Double, high: Double) in low + (high - low) * part }
    switch (form, other.form) {
    case (.lines(let low, let scores), .lines(let high, _)):
      return GrowthCurve(.lines(zip(low, high).map { between($0, $1) }, scores: scores))
    case (.formula(let l, let m, let s), .formula(let otherL, let otherM, let otherS)):
      return GrowthCurve(
        .formula(l: between(l, otherL), m: between(m, otherM), s: between(s, otherS)))
    default: return self
    }
  }

  /// The smallest value, in hundredths, that a cut lets in; one above all values when there is none.
  func firstHundredths(of cut: GrowthCut) -> Int32 {
    var low: Int32 = 0
    var high = GrowthReference.mostHundredths + 1
    while low < high {
      let middle = (low + high) / 2
      if cut.admits(score(of: Double(middle) / 100)) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Follows a rising line of points, and goes straight on beyond its ends.
  private static func follow(_ x: Double, from xs: [Double], to ys: [Double]) -> Double {
    let upper = min(max(xs.firstIndex { $0 > x } ?? xs.count, 1), xs.count - 1)
    let part = (x - xs[upper - 1]) / (xs[upper] - xs[upper - 1])
    return ys[upper - 1] + part * (ys[upper] - ys[upper - 1])
  }
}

package import Settings

/// Where a class of z-scores begins: at a score, or just above it.
package struct GrowthCut: Sendable, Equatable {
  package let score: Double
  /// Whether the score itself belongs to the class.
  package let isIncluded: Bool

  package init(_ score: Double, isIncluded: Bool) {
    self.score = score
    self.isIncluded = isIncluded
  }

  /// Reads `from:`, which includes its score, or `above:`, which does not.
  package init(_ settings: Settings) throws {
    guard let from = settings["from"] else {
      self.init(try Self.score(settings.required("above")), isIncluded: false)
      return
    }
    if let above = settings["above"] {
      throw above.expected("either 'from' or 'above'")
    }
    self.init(try Self.score(from), isIncluded: true)
  }

  /// The bounds of the scores that can be: they belong to them.
  package static func bounds(from: Settings, to: Settings) throws -> [GrowthCut] {
    let cuts = [
      GrowthCut(try score(from), isIncluded: true), GrowthCut(try score(to), isIncluded: false),
    ]
    guard cuts[0].score < cuts[1].score else {
      throw to.expected("a number above \(try from.word)")
    }
    return cuts
  }

  func admits(_ score: Double) -> Bool {
    isIncluded ? score >= self.score : score > self.score
  }

  private static func score(_ settings: Settings) throws -> Double {
    let score = try settings.decimal
    guard -20...20 ~= score else { throw settings.expected("a z-score from -20 to 20") }
    return score
  }
}

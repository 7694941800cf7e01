#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// What each level of agreement says, in hundredths of a bit, so that a score is the exact sum of its parts.
///
/// A weight of 100 makes it twice as likely that two rows are one child. A pair is held against strangers
/// and against a family's children, and the likelier of the two counts.
package struct Weights: Sendable {
  /// What a pair can be instead of one child.
  package enum Rival: Int, Sendable, CaseIterable { case strangers, family }

  /// By rival: before anything is compared.
  package let priors: [Int32]
  /// By rival, comparison and level.
  package let levels: [[[Int32]]]
  /// The same in one piece for each rival, sixteen to a comparison.
  private let flat: (strangers: [Int32], family: [Int32])
  private let count: Int

  init(_ learned: Learning, _ comparisons: [Comparison]) {
    priors = [
      Self.points(learned.sameCount / learned.strangerCount),
      learned.familyCount > 0 ? Self.points(learned.sameCount / learned.familyCount) : Self.certain,
    ]
    levels = [learned.strangers, learned.family].enumerated().map { rival, chances in
      comparisons.indices.map { comparison in
        zip(learned.same[comparison], chances[comparison]).enumerated().map { level, pair in
          level == 0 || rival == 1 && learned.familyCount == 0
            ? 0 : min(Self.points(pair.0 / pair.1), comparisons[comparison].most[level])
        }
      }
    }
    let pieces = levels.map { rival in
      rival.flatMap { $0 + [Int32](repeating: 0, count: 16 - $0.count) }
    }
    flat = (pieces[0], pieces[1])
    count = comparisons.count
  }

  /// No rival at all.
  private static let certain: Int32 = 1_000_000

  private static func points(_ ratio: Double) -> Int32 {
    Int32((max(-40, min(40, log2(ratio))) * 100).rounded())
  }

  /// The score of a pair and the rival that it was held against.
  @inline(__always)
  func score(_ pattern: Pattern, rarity: Int32) -> (points: Int32, rival: Rival) {
    var sums = (priors[0] &+ rarity, priors[1])
    for comparison in 0..<count {
      let place = comparison &* 16 &+ pattern.level(comparison)
      sums.0 &+= flat.strangers[place]
      sums.1 &+= flat.family[place]
    }
    return sums.1 < sums.0 ? (sums.1, .family) : (sums.0, .strangers)
  }

  /// The probability of a score, 0…1.
  package static func probability(_ points: Int32) -> Double {
    1 / (1 + exp2(-Double(points) / 100))
  }

  /// The score of a probability.
  static func points(probability: Double) -> Int32 {
    points(probability / (1 - probability))
  }
}

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Learns without labels how registrations of one child, of brothers and sisters and of strangers agree.
///
/// The model of Fellegi and Sunter ("A theory for record linkage", 1969) with its chances found by
/// expectation and maximisation (Winkler 1988), and two changes that registers of pupils need. What two
/// strangers have in common by chance is taken from random pairs, not from compared ones, which were chosen
/// for what they share. And brothers, sisters and twins are a class of their own: they share
/// surname, parents and home as strangers never do, and would else pass for one child. Small data leans
/// on what the model expects, by a number of pairs that each class is given beforehand.
struct Learning {
  /// The chances of each level, by comparison; level 0, missing, is 1.
  private(set) var same: [[Double]]
  private(set) var family: [[Double]]
  private(set) var strangers: [[Double]]
  /// How many pairs of each class there are.
  private(set) var sameCount: Double
  private(set) var familyCount: Double
  let strangerCount: Double

  private let comparisons: [Comparison]
  private let hasFamily: Bool
  private static let expectedPairs = 40.0
  private static let mostRounds = 40
  /// Even where a list has a few rows only, strangers share a number as seldom as in one of a hundred.
  private static let fewestStrangers = 10_000.0

  /// - Parameters:
  ///   - random: the levels of random pairs.
  ///   - possible: how many pairs of rows there are, compared or not.
  init(
    _ comparisons: [Comparison], random: [(pattern: Pattern, count: Double)], data: MatchData,
    rows: Int, possible: Double
  ) {
    self.comparisons = comparisons
    same = comparisons.map { $0.usual }
    hasFamily = comparisons.contains { $0.family != nil }
    strangers = comparisons.indices.map {
      Self.strangers($0, comparisons[$0], random, data, possible)
    }
    family = zip(comparisons, strangers).map { $0.family ?? $1 }
    sameCount = max(1, Double(rows) * 0.02)
    familyCount = hasFamily ? max(1, Double(rows) * 0.01) : 0
    strangerCount = max(1, possible)
  }

  private static func strangers(
    _ index: Int, _ comparison: Comparison, _ random: [(pattern: Pattern, count: Double)],
    _ data: MatchData, _ possible: Double
  ) -> [Double] {
    let type = type(of: comparison.comparator)
    var counts = [Double](repeating: 0, count: type.levels.count + 1)
    for (pattern, count) in random { counts[pattern.level(index)] += count }
    let seen = counts.dropFirst().reduce(0, +)
    // A level that no random pair has is rarer than one in all of them.
    var chances = counts.map { ($0 + 0.3) / (seen + 0.3 * Double(type.levels.count)) }
    if let rare = type.rareLevels {
      for level in rare { chances[level] = 0.5 / max(Self.fewestStrangers, possible) }
    }
    for (level, chance) in comparison.comparator.chances(data) where chance > 0 {
      chances[level] = chance
    }
    let sum = chances.dropFirst().reduce(0, +)
    return [1] + chances.dropFirst().map { $0 / sum }
  }

  /// Learns from compared pairs; those of `isApart` are never of one child.
  mutating func learn(
    _ compared: [(pattern: Pattern, count: Double)], isApart: (Pattern) -> Bool
  ) {
    let apart = compared.map { isApart($0.pattern) }
    for _ in 0..<Self.mostRounds {
      let before = sameCount
      learnOnce(compared, apart)
      if abs(sameCount - before) < 1e-4 * before { break }
    }
  }

  private mutating func learnOnce(
    _ compared: [(pattern: Pattern, count: Double)], _ apart: [Bool]
  ) {
    let logs = logarithms
    let priors = Kinds(
      log(sameCount), hasFamily ? log(familyCount) : -.infinity, log(strangerCount), -.infinity)
    var sums = [Kinds](repeating: .zero, count: logs.count)
    var totals = Kinds.zero
    for (place, (pattern, count)) in compared.enumerated() {
      var sum = priors
      for comparison in comparisons.indices {
        sum += logs[comparison * Pattern.levels + pattern.level(comparison)]
      }
      if apart[place] { sum[0] = -.infinity }
      let most = sum.max()
      let chances = Kinds(exp(sum[0] - most), exp(sum[1] - most), exp(sum[2] - most), 0)
      let shares = chances * (count / chances.sum())
      totals += shares
      for comparison in comparisons.indices {
        sums[comparison * Pattern.levels + pattern.level(comparison)] += shares
      }
    }
    sameCount = max(1, totals[0])
    familyCount = hasFamily ? max(1, totals[1]) : 0
    for (place, comparison) in comparisons.enumerated() {
      let levels = sums[(place * Pattern.levels)...].prefix(comparison.usual.count)
      same[place] = Self.chances(levels.map { $0[0] }, expected: comparison.usual)
      if let expected = comparison.family {
        family[place] = Self.family(levels.map { $0[1] }, expected: expected)
      }
      guard let rare = type(of: comparison.comparator).rareLevels else { continue }
      for level in rare {
        strangers[place][level] =
          (levels[levels.startIndex + level][2] + 0.5) / max(Self.fewestStrangers, strangerCount)
      }
    }
  }

  /// A number for one child, one for a family's children and one for strangers.
  private typealias Kinds = SIMD4<Double>

  /// The logarithms of all chances in one piece, for the loop that reads them for every pattern.
  private var logarithms: [Kinds] {
    var logs = [Kinds](repeating: .zero, count: comparisons.count * Pattern.levels)
    for comparison in comparisons.indices {
      for level in same[comparison].indices {
        logs[comparison * Pattern.levels + level] = Kinds(
          log(same[comparison][level]), log(family[comparison][level]),
          log(strangers[comparison][level]), 0)
      }
    }
    return logs
  }

  /// What brothers and sisters hardly ever share is not learned: one child that was taken for two would
  /// teach that they do.
  private static func family(_ sums: [Double], expected: [Double]) -> [Double] {
    let fixed = expected.indices.dropFirst().filter { expected[$0] < 0.005 }
    let rest = 1 - fixed.reduce(0) { $0 + expected[$1] }
    let learned = chances(sums, expected: expected)
    let sum = learned.indices.dropFirst().filter { !fixed.contains($0) }
      .reduce(0) { $0 + learned[$1] }
    return learned.indices.map {
      $0 == 0 ? 1 : fixed.contains($0) ? expected[$0] : learned[$0] / sum * rest
    }
  }

  private static func chances(_ sums: [Double], expected: [Double]) -> [Double] {
    let all = sums.dropFirst().reduce(0, +) + expectedPairs
    return [1] + sums.indices.dropFirst().map { (sums[$0] + expectedPairs * expected[$0]) / all }
  }
}

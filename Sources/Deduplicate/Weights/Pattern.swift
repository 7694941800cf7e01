internal import Settings
internal import Tables

/// The levels of all comparisons of a pair, four bits each.
package struct Pattern: Sendable, Hashable {
  static let mostComparisons = 16
  /// A comparison has fewer levels than this, the missing one among them.
  static let levels = 16

  let word: UInt64

  package init(word: UInt64) { self.word = word }

  @inline(__always)
  func level(_ comparison: Int) -> Int {
    Int(truncatingIfNeeded: word >> UInt64(comparison &* 4) & 15)
  }
}

/// A statement about levels: each named comparison has one of some levels.
struct PatternTest: Sendable {
  let name: String
  /// What it says, for a reader.
  let title: LocalizedText
  private let tests: [(comparison: Int, levels: UInt16)]

  /// Reads `{ comparison: [level, …] }`, or `{ comparison: { not: [level, …] } }`; `title` is what it says.
  init(_ name: String, _ settings: Settings, _ comparisons: [Comparison]) throws {
    self.name = name
    title = try settings["title"]?.localizedText ?? LocalizedText(name)
    tests = try settings.entries.filter { !["title", "name"].contains($0.key) }.map {
      word, place, value in
      guard let index = comparisons.firstIndex(where: { $0.name == word }) else {
        throw Settings(.word(word), at: place).unknown(
          "comparison", among: comparisons.map { $0.name })
      }
      let isNot = if case .map = value.value { true } else { false }
      if isNot { try value.allow(only: ["not"]) }
      var mask: UInt16 = 0
      for level in try (isNot ? value.required("not") : value).items {
        let type = type(of: comparisons[index].comparator)
        guard let number = type.level(named: try level.word) else {
          throw level.unknown("level", among: ["missing"] + type.levels.map { $0.name })
        }
        mask |= 1 << UInt16(number)
      }
      return (index, isNot ? ~mask : mask)
    }
  }

  @inline(__always)
  func holds(_ pattern: Pattern) -> Bool {
    for test in tests where test.levels >> UInt16(pattern.level(test.comparison)) & 1 == 0 {
      return false
    }
    return true
  }
}

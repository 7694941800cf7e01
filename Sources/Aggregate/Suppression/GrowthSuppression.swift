internal import Tables

/// Which columns of a table of growth are hidden: levels, and the sum of all.
///
/// The classes of one part follow from those of others, so a level is hidden in all of them. What is hidden
/// cannot be computed when two pupils of different classes could change places between hidden levels, or
/// when the sums are hidden, too.
struct GrowthSuppression {
  private let levels: Set<Int>
  private let hidesAll: Bool

  /// - Parameter counts: by part, class and level.
  init(_ counts: [[[Int]]], _ rule: SuppressionRule) {
    let places = counts.first?.first?.indices ?? 0..<0
    let isAnyHidden = { (counts: [Int]) in counts.contains { rule.hides($0) } }
    var levels = Set(
      places.filter { level in counts.contains { isAnyHidden($0.map { $0[level] }) } })
    var hidesAll = counts.contains { isAnyHidden($0.map { $0.reduce(0, +) }) }
    let persons = { (level: Int) in
      counts.map { $0.reduce(0) { $0 + $1[level] } }.max() ?? 0
    }
    var others = places.filter { !levels.contains($0) }.sorted {
      (persons($0), $0) < (persons($1), $1)
    }[...]
    while !levels.isEmpty, !hidesAll, !Self.canChange(counts, levels) {
      if let next = others.popFirst() { levels.insert(next) } else { hidesAll = true }
    }
    self.levels = levels
    self.hidesAll = hidesAll
  }

  /// Whether a pupil of each class could stand in another hidden level, and one of that level here.
  private static func canChange(_ counts: [[[Int]]], _ levels: Set<Int>) -> Bool {
    levels.allSatisfy { level in
      let others = levels.filter { $0 != level }
      return counts.allSatisfy { part in
        part.indices.allSatisfy { own in
          part[own][level] == 0
            || part.indices.contains { other in
              other != own && others.contains { part[other][$0] > 0 }
            }
        }
      }
    }
  }

  /// A row of figures, those of the levels before the sum and its share, as far as they may be seen.
  func shown(_ figures: [TracedFigure]) -> [TracedFigure] {
    figures.enumerated().map { place, figure in
      let isHidden = place < figures.count - 2 ? levels.contains(place) : hidesAll
      return isHidden && figure.figure.value != .notComputed
        ? TracedFigure(Figure(.suppressed, rows: 0)) { _ in [] } : figure
    }
  }
}

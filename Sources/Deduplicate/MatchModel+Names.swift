internal import Settings
internal import Tables

extension MatchModel {
  /// What the model calls its parts.
  func names(_ schema: Schema) -> MatchNames {
    let used = Set(uses.filter { $0.reading != .school }.compactMap { schema.index(of: $0.name) })
    return MatchNames(
      comparisons: comparisons.map {
        MatchNames.Comparison(
          name: $0.name, title: $0.title, comparator: type(of: $0.comparator).name)
      },
      guards: Self.titles(apart), evidence: Self.titles(evidence), columns: used.sorted(),
      identifier: identifier)
  }

  private static func titles(_ tests: [PatternTest]) -> [String: LocalizedText] {
    Dictionary(tests.map { ($0.name, $0.title) }) { first, _ in first }
  }
}

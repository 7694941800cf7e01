internal import Tables

/// Takes the score of a pair apart into what every comparison says.
struct Evidence: Sendable {
  let model: MatchModel
  let input: MatchInput
  /// The place of each compared table among the tables of the run.
  let datasets: [Int]

  /// - Parameters:
  ///   - left: a row of the matrix.
  ///   - right: another one.
  func of(_ left: Int, _ right: Int, _ result: Matcher.Result) -> MatchEvidence {
    of(left, right, pattern(left, right, result), result)
  }

  /// The same of a pair that was compared.
  func of(_ edge: MatchEdge, _ result: Matcher.Result) -> MatchEvidence {
    of(Int(edge.left), Int(edge.right), edge.pattern, result)
  }

  private func pattern(_ left: Int, _ right: Int, _ result: Matcher.Result) -> Pattern {
    let pair = [RowPair(UInt32(left), UInt32(right)).word]
    var scratch = EditDistance()
    var word: UInt64 = 0
    for (place, comparison) in model.comparisons.enumerated() {
      var levels: [UInt8] = []
      comparison.comparator.compare(pair[...], result.data, &levels, &scratch)
      word |= UInt64(levels[0]) << UInt64(place * 4)
    }
    return Pattern(word: word)
  }

  private func of(
    _ left: Int, _ right: Int, _ pattern: Pattern, _ result: Matcher.Result
  ) -> MatchEvidence {
    let pair = [RowPair(UInt32(left), UInt32(right)).word]
    let rarities = model.comparisons.enumerated().map { place, comparison in
      var rarity: [Int32] = [0]
      comparison.comparator.addRarities(
        [UInt8(pattern.level(place))], pair[...], result.data, to: &rarity, from: 0)
      return rarity[0]
    }
    let weights = result.weights
    let rival = weights.score(pattern, rarity: rarities.reduce(0, +)).rival
    return MatchEvidence(
      left: reference(result.rows[left]), right: reference(result.rows[right]),
      rival: rival == .strangers ? .strangers : .family,
      prior: Int(weights.priors[rival.rawValue]),
      items: model.comparisons.enumerated().map { place, comparison in
        let level = pattern.level(place)
        return MatchEvidence.Item(
          comparison: comparison.name, level: comparison.levelName(level),
          points: Int(weights.levels[rival.rawValue][place][level]),
          // A family shares its rare names too.
          rarity: rival == .strangers ? Int(rarities[place]) : 0)
      },
      apart: model.apart.first { $0.holds(pattern) }?.name)
  }

  private func reference(_ row: UInt32) -> RowReference {
    let (table, row) = input.place(of: Int(row))
    return RowReference(dataset: datasets[table], row: row)
  }
}

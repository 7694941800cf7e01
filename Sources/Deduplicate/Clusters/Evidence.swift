internal import Tables

/// Takes the score of a pair apart into what every comparison says.
struct Evidence: Sendable {
  /// The place of each compared table among the tables of the run.
  let datasets: [Int]
  private let model: MatchModel
  private let input: MatchInput
  private let result: Matcher.Result
  /// What each level of each comparison says, by rival; how rare what they share is comes with the pair.
  private let items: [[MatchEvidence.Item]]
  /// The comparisons for which it matters how rare is what two rows share.
  private let counted: [Int]

  init(model: MatchModel, input: MatchInput, datasets: [Int], result: Matcher.Result) {
    self.model = model
    self.input = input
    self.datasets = datasets
    self.result = result
    items = Weights.Rival.allCases.map { rival in
      model.comparisons.enumerated().flatMap { place, comparison in
        let points = result.weights.levels[rival.rawValue][place]
        return (0..<Pattern.levels).map { level in
          let isKnown = level < points.count
          return MatchEvidence.Item(
            comparison: comparison.name, level: isKnown ? comparison.levelName(level) : "",
            points: isKnown ? Int(points[level]) : 0, rarity: 0)
        }
      }
    }
    counted = model.comparisons.indices.filter {
      !model.comparisons[$0].comparator.countedColumns.isEmpty
    }
  }

  /// - Parameters:
  ///   - left: a row of the matrix.
  ///   - right: another one.
  func of(_ left: Int, _ right: Int) -> MatchEvidence {
    of(left, right, pattern(left, right))
  }

  /// The same of a pair that was compared.
  func of(_ edge: MatchEdge) -> MatchEvidence {
    of(Int(edge.left), Int(edge.right), edge.pattern)
  }

  private func pattern(_ left: Int, _ right: Int) -> Pattern {
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

  private func of(_ left: Int, _ right: Int, _ pattern: Pattern) -> MatchEvidence {
    let rarities = rarities(left, right, pattern)
    let rival = result.weights.score(pattern, rarity: rarities.reduce(0, +)).rival
    var items: [MatchEvidence.Item] = []
    items.reserveCapacity(model.comparisons.count)
    for place in model.comparisons.indices {
      items.append(self.items[rival.rawValue][place * Pattern.levels + pattern.level(place)])
    }
    // A family shares its rare names too.
    if rival == .strangers {
      for (place, rarity) in zip(counted, rarities) { items[place].rarity = Int(rarity) }
    }
    return MatchEvidence(
      left: reference(result.rows[left]), right: reference(result.rows[right]),
      rival: rival == .strangers ? .strangers : .family,
      prior: Int(result.weights.priors[rival.rawValue]), items: items,
      apart: model.apart.indices.first { model.apart[$0].holds(pattern) }
        .map { model.apart[$0].name })
  }

  /// How rare is what two rows share, by the comparisons for which it matters.
  private func rarities(_ left: Int, _ right: Int, _ pattern: Pattern) -> [Int32] {
    let pair = [RowPair(UInt32(left), UInt32(right)).word]
    var level: [UInt8] = [0]
    var rarity: [Int32] = [0]
    return counted.map { place in
      level[0] = UInt8(pattern.level(place))
      rarity[0] = 0
      model.comparisons[place].comparator.addRarities(
        level, pair[...], result.data, to: &rarity, from: 0)
      return rarity[0]
    }
  }

  private func reference(_ row: UInt32) -> RowReference {
    let (table, row) = input.place(of: Int(row))
    return RowReference(dataset: datasets[table], row: row)
  }
}

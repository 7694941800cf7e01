internal import Settings
internal import Tables

/// Compares the rows that have something in common, learns what agreement is worth, and joins rows to
/// persons.
///
/// From coded columns to groups of rows; what these mean for schools and money is no matter here.
/// The same rows give the same groups, whatever their order and however many threads there are.
struct Matcher: Sendable {
  let model: MatchModel
  var input: MatchInput
  let jobs: Int
  /// Whether rows of the own table are compared with each other, and not only with the other tables.
  var within = true
  var decisions = Decisions()
  /// Rows that are taken up even when nothing proposes to compare them, ascending.
  var asked: [UInt32] = []
  /// Whether a row of the own table is that of one row of the others at most, and these of one own row.
  var isOneToOne = false
  /// Pairs of which one of these holds are joined before all others, whatever they weigh.
  var first: [PatternTest] = []
  /// The columns, where they are known already.
  var known: [ColumnValues] = []

  /// What came of it.
  struct Result: Sendable {
    let data: MatchData
    /// The row of each row of the matrix.
    let rows: [UInt32]
    let weights: Weights
    let groups: [[Int]]
    /// The pairs inside the groups that are likely by themselves.
    let joined: [MatchEdge]
    /// The lines of decisions that others make impossible.
    let contradicted: [RowReference]
    /// Pairs that may be asked about, likely or nearly so.
    let doubtful: [MatchEdge]
    let keys: [MatchReport.Key]
    let pairCount: Int
  }

  func run() async -> Result {
    let uses = model.uses
    let columns = known.isEmpty ? await columns() : known
    async let drawn = RandomPairs(model, columns, input)
    let candidates = await Candidates(
      model.keys, columns, input, uses, within: within, pairsPerRow: model.pairsPerRow, jobs: jobs)
    let random = await drawn
    let decided = decisions.all.map { RowPair($0.left, $0.right).word }
    let rows = Self.rows(
      of: [candidates.pairs, random.pairs, decided], and: asked, count: input.count)
    let matrix = await RowMatrix(rows.all, columns, input, uses, jobs: jobs)
    let data = MatchData(columns: columns, matrix: matrix)
    let pairs = candidates.pairs.map { rows.place(of: $0) }
    let compared = await compare(pairs, data)
    let chance = await compare(random.pairs.map { rows.place(of: $0) }, data)
    let weights = learn(compared, chance, data)
    let edges = await edges(pairs, compared, weights, rows.all)
    var clusterer = Clusterer(rows: matrix.rowCount)
    let contradicted = follow(decided, in: &clusterer, rows, data)
    clusterer.join(inOrder(edges.likely, data)) { left, right in
      isOneToOne && isOneSide(left, right, rows.all) || isParted(left, right, rows.all)
        || isApart(pattern(left, right, data))
    }
    return Result(
      data: data, rows: rows.all, weights: weights, groups: clusterer.groups,
      joined: clusterer.joined, contradicted: contradicted,
      doubtful: edges.doubtful,
      keys: candidates.reports, pairCount: pairs.count)
  }

  /// What the columns of the input mean to the model.
  func columns() async -> [ColumnValues] {
    let counted = model.countedColumns
    var offsets: [Int] = []
    var width = 0
    for use in model.uses {
      offsets.append(width)
      width += use.kind == .identifier && use.reading == .value ? 2 : 1
    }
    let starts = offsets
    return await Array(model.uses.indices).inOrder(jobs: jobs) { column in
      ColumnValues(
        model.uses[column], input, offset: starts[column], counted: counted.contains(column))
    }
  }

  // MARK: Rows

  /// The rows that occur in pairs, and for each row its place among them.
  private struct Rows {
    let all: [UInt32]
    private let places: [UInt32]

    init(_ wanted: [Bool]) {
      var all: [UInt32] = []
      var places = [UInt32](repeating: 0, count: wanted.count)
      for row in wanted.indices where wanted[row] {
        places[row] = UInt32(all.count)
        all.append(UInt32(row))
      }
      self.all = all
      self.places = places
    }

    /// The same pair as rows of the matrix.
    func place(of pair: UInt64) -> UInt64 {
      let (left, right) = pair.rows
      return UInt64(places[left]) << 32 | UInt64(places[right])
    }
  }

  private static func rows(of lists: [[UInt64]], and asked: [UInt32], count: Int) -> Rows {
    var wanted = [Bool](repeating: false, count: count)
    for row in asked { wanted[Int(row)] = true }
    for pairs in lists {
      for pair in pairs {
        let (left, right) = pair.rows
        wanted[left] = true
        wanted[right] = true
      }
    }
    return Rows(wanted)
  }

  // MARK: Comparing

  /// What pairs look like, part by part.
  private struct Compared: Sendable {
    var patterns: [UInt64] = []
    var rarities: [Int32] = []
    var counts = PatternCounts()
  }

  private func compare(_ pairs: [UInt64], _ data: MatchData) async -> [Compared] {
    let size = min(1 << 16, pairs.count / (jobs * 2) + 1)
    let parts = (0..<(pairs.count + size - 1) / size).map {
      $0 * size..<min(pairs.count, ($0 + 1) * size)
    }
    return await parts.inOrder(jobs: jobs) { part in compare(pairs[part], data) }
  }

  private func compare(_ pairs: ArraySlice<UInt64>, _ data: MatchData) -> Compared {
    var compared = Compared()
    compared.patterns = [UInt64](repeating: 0, count: pairs.count)
    compared.rarities = [Int32](repeating: 0, count: pairs.count)
    var scratch = EditDistance()
    var levels: [UInt8] = []
    // Few pairs at a time, so that their rows stay in the cache for all comparisons.
    let size = 1024
    var first = pairs.startIndex
    while first < pairs.endIndex {
      let part = pairs[first..<min(pairs.endIndex, first + size)]
      let base = first - pairs.startIndex
      for (place, comparison) in model.comparisons.enumerated() {
        levels.removeAll(keepingCapacity: true)
        comparison.comparator.compare(part, data, &levels, &scratch)
        let shift = UInt64(place * 4)
        for index in levels.indices {
          compared.patterns[base + index] |= UInt64(levels[index]) << shift
        }
        comparison.comparator.addRarities(levels, part, data, to: &compared.rarities, from: base)
      }
      first = part.endIndex
    }
    compared.counts = PatternCounts(compared.patterns)
    return compared
  }

  func pattern(_ left: Int, _ right: Int, _ data: MatchData) -> Pattern {
    let pair = [UInt64(min(left, right)) << 32 | UInt64(max(left, right))]
    var scratch = EditDistance()
    var word: UInt64 = 0
    for (place, comparison) in model.comparisons.enumerated() {
      var levels: [UInt8] = []
      comparison.comparator.compare(pair[...], data, &levels, &scratch)
      word |= UInt64(levels[0]) << UInt64(place * 4)
    }
    return Pattern(word: word)
  }

  private func learn(
    _ compared: [Compared], _ random: [Compared], _ data: MatchData
  ) -> Weights {
    var counts = (PatternCounts(), PatternCounts())
    for part in compared { counts.0.add(part.counts) }
    for part in random { counts.1.add(part.counts) }
    let sides = isOneToOne ? input.comparedCounts : (input.ownCount, input.count - input.ownCount)
    let (own, others) = (Double(sides.0), Double(sides.1))
    let possible = (within ? own * (own - 1) / 2 : 0) + own * others
    var learning = Learning(
      model.comparisons, random: counts.1.sorted, data: data, rows: sides.0, possible: possible)
    learning.learn(counts.0.sorted, isApart: isApart)
    return Weights(learning, model.comparisons)
  }

  // MARK: Joining

  func isApart(_ pattern: Pattern) -> Bool { model.apart.contains { $0.holds(pattern) } }

  private func isFirst(_ pattern: Pattern) -> Bool { first.contains { $0.holds(pattern) } }

  /// Pairs that are likely, and pairs that are doubtful.
  private struct Edges: Sendable {
    var likely: [MatchEdge] = []
    var doubtful: [MatchEdge] = []
  }

  private func edges(
    _ pairs: [UInt64], _ compared: [Compared], _ weights: Weights, _ rows: [UInt32]
  ) async -> Edges {
    var starts: [Int] = []
    var count = 0
    for part in compared {
      starts.append(count)
      count += part.patterns.count
    }
    let firsts = starts
    let parts = await Array(compared.indices).inOrder(jobs: jobs) { part in
      edges(pairs[firsts[part]...], compared[part], weights, rows)
    }
    return Edges(
      likely: parts.flatMap { $0.likely }, doubtful: parts.flatMap { $0.doubtful })
  }

  private func edges(
    _ pairs: ArraySlice<UInt64>, _ compared: Compared, _ weights: Weights, _ rows: [UInt32]
  ) -> Edges {
    let limit = Weights.points(probability: model.classes.review)
    let doubt = Weights.points(probability: 0.05)
    let probable = Weights.points(probability: model.classes.probable)
    var edges = Edges()
    for place in compared.patterns.indices {
      let pattern = Pattern(word: compared.patterns[place])
      let rarity = compared.rarities[place]
      let (points, rival) = weights.score(pattern, rarity: rarity)
      let isFirst = isFirst(pattern)
      guard points >= doubt || isFirst, !isApart(pattern) else { continue }
      let (left, right) = pairs[pairs.startIndex + place].rows
      let verdict = decisions[rows[left], rows[right]]
      // What was decided is joined, or not, by the decision alone.
      if verdict == .same || verdict == .different { continue }
      let edge = MatchEdge(
        left: UInt32(left), right: UInt32(right), pattern: pattern, rarity: rarity,
        points: points, rival: rival)
      if points >= limit || isFirst { edges.likely.append(edge) }
      if points < probable { edges.doubtful.append(edge) }
    }
    return edges
  }

  private func isParted(_ left: Int, _ right: Int, _ rows: [UInt32]) -> Bool {
    decisions[rows[left], rows[right]] == .different
  }

  private func isOneSide(_ left: Int, _ right: Int, _ rows: [UInt32]) -> Bool {
    (Int(rows[left]) < input.ownCount) == (Int(rows[right]) < input.ownCount)
  }

  /// Joins what persons have decided to be one, whatever the guards say; the lines that contradict others.
  ///
  /// What only follows from a check of presence is not joined across a guard.
  private func follow(
    _ pairs: [UInt64], in clusterer: inout Clusterer, _ rows: Rows, _ data: MatchData
  ) -> [RowReference] {
    var edges: [MatchEdge] = []
    var lines: [RowReference] = []
    for (decision, pair) in zip(decisions.all, pairs) where decision.verdict == .same {
      let (left, right) = rows.place(of: pair).rows
      let pattern = pattern(left, right, data)
      if decision.followsFromCheck, isApart(pattern) { continue }
      edges.append(
        MatchEdge(
          left: UInt32(left), right: UInt32(right), pattern: pattern, rarity: 0,
          points: MatchEdge.decided, rival: .strangers))
      lines.append(decision.line)
    }
    clusterer.join(edges) { isParted($0, $1, rows.all) }
    return zip(edges, lines).filter { edge, _ in
      clusterer.group(of: Int(edge.left)) != clusterer.group(of: Int(edge.right))
    }.map { $0.1 }
  }

  /// The likeliest first; among equals by what the rows hold and not by where they stand.
  private func inOrder(_ edges: [MatchEdge], _ data: MatchData) -> [MatchEdge] {
    let keyed = edges.map { edge in
      let (left, right) = (data.contentHash(Int(edge.left)), data.contentHash(Int(edge.right)))
      let rank = isFirst(edge.pattern) ? 0 : 1
      return (edge: edge, rank: rank, key: min(left, right), other: max(left, right))
    }
    return keyed.sorted {
      ($0.rank, $1.edge.points, $0.key, $0.other, $0.edge.left, $0.edge.right)
        < ($1.rank, $0.edge.points, $1.key, $1.other, $1.edge.left, $1.edge.right)
    }.map { $0.edge }
  }
}

extension MatchData {
  /// A hash of what a row holds, the same wherever it stands.
  func contentHash(_ row: Int) -> UInt64 {
    var hash: UInt64 = 1
    for column in columns {
      let word = word(row, column.offset)
      switch column.content {
      case .text(let values): hash = Hash.joined(hash, values.sounds[Int(word)])
      case .words, .rowWords: hash = Hash.joined(hash, UInt64(word))
      case .identifier:
        hash = Hash.joined(
          Hash.joined(hash, UInt64(word)), UInt64(self.word(row, column.offset + 1)))
      }
    }
    return hash
  }
}

extension Matcher.Result {
  /// What was learned, for the record of the run.
  func report(_ model: MatchModel, dataset: String, rows: Int, open: Int) -> MatchReport {
    MatchReport(
      dataset: dataset, rows: rows, pairs: pairCount, openPairs: open, keys: keys,
      priors: weights.priors.map { Int($0) },
      levels: model.comparisons.enumerated().flatMap { place, comparison in
        comparison.levels.enumerated().map { level, named in
          MatchReport.Level(
            comparison: comparison.name, level: named.name,
            againstStrangers: Int(weights.levels[0][place][level + 1]),
            againstFamily: Int(weights.levels[1][place][level + 1]))
        }
      })
  }
}

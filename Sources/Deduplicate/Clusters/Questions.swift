internal import Tables

/// Chooses the pairs that a person should look at: those where a decision changes most.
///
/// A pair counts by the chance that the person says otherwise than the weights, times the pairs of rows
/// that this joins or parts. Of two clusters only their likeliest pair is asked about.
struct Questions {
  let model: MatchModel
  let decisions: Decisions
  let keys: [RecordKeys]

  static let most = 2000

  /// How many pairs are open, and the questions, those first that change most.
  func questions(
    _ result: Matcher.Result, _ evidence: Evidence
  ) -> (open: Int, questions: [MatchQuestion]) {
    var groupOf = [Int32](repeating: -1, count: result.rows.count)
    for (group, rows) in result.groups.enumerated() {
      for row in rows { groupOf[row] = Int32(group) }
    }
    // A row in no cluster is a group of its own.
    let group = { (row: UInt32) in groupOf[Int(row)] < 0 ? -2 - Int(row) : Int(groupOf[Int(row)]) }
    let size = { (group: Int) in group < 0 ? 1 : result.groups[group].count }
    let joining = Set(result.joined.map { RowPair($0.left, $0.right) })
    let probable = Weights.points(probability: model.classes.probable)
    var open: [(edge: MatchEdge, impact: Double)] = []
    var asked = Set<[Int]>()
    for edge in result.doubtful.sorted(by: { Self.order($0) < Self.order($1) }) {
      let (left, right) = (group(edge.left), group(edge.right))
      let probability = Weights.probability(edge.points)
      if left == right {
        // Only what holds a cluster together changes it.
        guard joining.contains(RowPair(edge.left, edge.right)), edge.points < probable else {
          continue
        }
        open.append((edge, (1 - probability) * Double(size(left) - 1)))
      } else if asked.insert([min(left, right), max(left, right)]).inserted {
        let chance = min(probability, 0.5)
        open.append((edge, chance * Double(size(left) * size(right))))
      }
    }
    open.sort {
      $0.impact == $1.impact
        ? Self.order($0.edge) < Self.order($1.edge) : $0.impact > $1.impact
    }
    let questions = open.prefix(Self.most).map { edge, impact in
      let proof = evidence.of(edge)
      let rows = (result.rows[Int(edge.left)], result.rows[Int(edge.right)])
      return MatchQuestion(
        evidence: proof, probability: Weights.probability(edge.points), impact: impact,
        record: key(proof.left, evidence), other: key(proof.right, evidence),
        isJoined: group(edge.left) == group(edge.right),
        isPutOff: decisions[rows.0, rows.1] == .later)
    }
    return (open.count, questions)
  }

  private static func order(_ edge: MatchEdge) -> (Int32, UInt32, UInt32) {
    (-edge.points, edge.left, edge.right)
  }

  private func key(_ place: RowReference, _ evidence: Evidence) -> String {
    guard let table = evidence.datasets.firstIndex(of: place.dataset) else { return "" }
    return keys[table].key(of: place.row)
  }
}

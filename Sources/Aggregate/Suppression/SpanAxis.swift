/// One direction of a published table: spans that contain each other as a tree, down to single members.
struct SpanAxis: Sendable {
  /// A member that is published by itself.
  struct Leaf: Sendable {
    let node: Int
    /// Its part of the place of a cell in the grid.
    let offset: Int
    /// The spans that it belongs to, from the narrowest, which is its own, to the widest.
    fileprivate(set) var chain: [Int]
  }

  /// The members of each different span in every dimension, nil for all.
  let spans: [[[Int]?]]
  /// The span of each line or column; two that hold the same members are one.
  let places: [Int]
  let leaves: [Leaf]
  /// By span the leaves in it.
  let members: [[Int]]

  /// - Parameters:
  ///   - spans: of each line or column the members in every dimension of this direction, nil for all.
  ///   - sizes: of these dimensions.
  ///   - stride: how many cells lie between neighbours in the last of them.
  init(_ spans: [[[Int]?]], sizes: [Int], stride: Int) {
    var known: [[[Int]?]: Int] = [:]
    var nodes: [[[Int]?]] = []
    places = spans.map { span in
      if let place = known[span] { return place }
      known[span] = nodes.count
      nodes.append(span)
      return nodes.count - 1
    }
    var leaves: [Leaf] = []
    // The wider spans by each member of their first dimension, so that few are asked for each leaf.
    var wider: [Int: [Int]] = [:]
    var everywhere: [Int] = []
    for (node, span) in nodes.enumerated() {
      if span.allSatisfy({ $0?.count == 1 }) {
        let offset = zip(span, sizes).reduce(0) { $0 * $1.1 + ($1.0?.first ?? 0) } * stride
        leaves.append(Leaf(node: node, offset: offset, chain: [node]))
      } else if let first = span.first ?? nil {
        for member in first { wider[member, default: []].append(node) }
      } else {
        everywhere.append(node)
      }
    }
    var members = [[Int]](repeating: [], count: nodes.count)
    for place in leaves.indices {
      let own = nodes[leaves[place].node]
      let candidates = (own.first ?? nil)?.first.flatMap { wider[$0] } ?? []
      for node in candidates + everywhere where Self.contains(nodes[node], own) {
        leaves[place].chain.append(node)
      }
      for node in leaves[place].chain { members[node].append(place) }
    }
    for place in leaves.indices {
      leaves[place].chain.sort { (members[$0].count, $0) < (members[$1].count, $1) }
    }
    self.spans = nodes
    self.leaves = leaves
    self.members = members
  }

  var count: Int { spans.count }

  private static func contains(_ wide: [[Int]?], _ narrow: [[Int]?]) -> Bool {
    zip(wide, narrow).allSatisfy { wide, narrow in
      guard let wide else { return true }
      return narrow?.allSatisfy(wide.contains) ?? false
    }
  }

  /// The spans that contain exactly one of two leaves; without the other all that contain the first.
  func spans(separating leaf: Int, from other: Int?) -> [Int] {
    guard let other else { return leaves[leaf].chain }
    let (own, others) = (leaves[leaf].chain, leaves[other].chain)
    return own.filter { !others.contains($0) } + others.filter { !own.contains($0) }
  }

  /// The wider spans of a leaf of a span, the nearest first.
  func spans(around span: Int, of leaf: Int) -> ArraySlice<Int> {
    let chain = leaves[leaf].chain
    return chain.firstIndex(of: span).map { chain[($0 + 1)...] } ?? []
  }
}

import Deduplicate
import TestKit
import Testing

/// Rows joined along edges, and never across a pair that is apart.
@Suite struct ClustererTests {
  private func edge(_ left: Int, _ right: Int) -> MatchEdge {
    MatchEdge(
      left: UInt32(min(left, right)), right: UInt32(max(left, right)), pattern: Pattern(word: 0),
      rarity: 0, points: 0, rival: .strangers)
  }

  private func groups(
    _ rows: Int, _ edges: [(Int, Int)], apart: [(Int, Int)] = []
  ) -> (groups: [[Int]], joined: Int, refused: Int) {
    var clusterer = Clusterer(rows: rows)
    clusterer.join(edges.map { edge($0.0, $0.1) }) { left, right in
      apart.contains { $0 == (left, right) || $0 == (right, left) }
    }
    return (clusterer.groups, clusterer.joined.count, clusterer.refused.count)
  }

  @Test func edgesJoinRowsToGroups() {
    let found = groups(6, [(0, 1), (3, 4), (1, 3), (0, 4)])
    #expect(found.groups == [[0, 1, 3, 4]])
    // The last edge lies inside a group already.
    #expect(found.joined == 3 && found.refused == 0)
    #expect(groups(3, []).groups == [])
  }

  @Test func aGuardInsideAChainHoldsItsEndsApart() {
    let found = groups(3, [(0, 1), (1, 2)], apart: [(0, 2)])
    #expect(found.groups == [[0, 1]])
    #expect(found.joined == 1 && found.refused == 1)
    #expect(groups(3, [(1, 2), (0, 1)], apart: [(0, 2)]).groups == [[1, 2]])
  }

  @Test func aGuardBetweenTwoGroupsKeepsThemTwo() {
    let edges = [(0, 1), (2, 3), (4, 5), (1, 2), (3, 4)]
    let found = groups(6, edges, apart: [(0, 3)])
    #expect(found.groups == [[0, 1], [2, 3, 4, 5]])
  }

  /// Nobody is registered so often, and to hold all of the rows against each other would take for ever.
  @Test func groupsThatAreTooLargeStayApart() {
    let left = (1..<65).map { (0, $0) }
    let right = (66..<131).map { (65, $0) }
    let found = groups(131, left + right + [(0, 65)])
    #expect(found.groups.map { $0.count } == [65, 66])
    #expect(found.refused == 1)
  }

  @Test(arguments: Array(1...30) as [UInt64])
  func noGroupHoldsAGuardedPairWhateverTheOrderOfTheEdges(seed: UInt64) {
    var random = SeededGenerator(seed)
    let rows = 40
    func pairs(_ count: Int) -> [(Int, Int)] {
      (0..<count).map { _ in
        let left = Int.random(in: 0..<rows - 1, using: &random)
        return (left, Int.random(in: left + 1..<rows, using: &random))
      }
    }
    let apart = pairs(60)
    var edges = pairs(80).filter { edge in !apart.contains { $0 == edge } }
    for _ in 0..<5 {
      edges.shuffle(using: &random)
      let found = groups(rows, edges, apart: apart)
      for group in found.groups {
        let isCrossed = apart.contains { group.contains($0.0) && group.contains($0.1) }
        #expect(!isCrossed, "\(group)")
      }
      #expect(Set(found.groups.joined()).count == found.groups.joined().count)
      #expect(found.groups.allSatisfy { $0.count > 1 && $0 == $0.sorted() })
      #expect(found.joined == found.groups.reduce(0) { $0 + $1.count - 1 })
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func withoutGuardsTheOrderOfTheEdgesIsNothing(seed: UInt64) {
    var random = SeededGenerator(seed)
    var edges = (0..<60).map { _ in
      (Int.random(in: 0..<50, using: &random), Int.random(in: 50..<100, using: &random))
    }
    let first = groups(100, edges).groups
    edges.shuffle(using: &random)
    #expect(groups(100, edges).groups == first)
  }
}

/// Joins rows to persons along likely pairs, the likeliest first, and never across a pair that a guard
/// or a person's decision keeps apart.
///
/// A union–find with a check: before two groups become one, every row of one is held against
/// every row of the other. O(edges) but for large groups, whose rows are held against each other once.
package struct Clusterer {
  private var parents: [Int32]
  private var members: [Int32: [Int32]] = [:]
  /// The pairs that made two groups one, in the order in which they did.
  package private(set) var joined: [MatchEdge] = []
  /// The pairs that were likely and stayed apart because of another pair.
  package private(set) var refused: [MatchEdge] = []

  /// Above this many pairs between two groups they stay apart: nobody is registered that often.
  private static let mostCrossPairs = 4096

  package init(rows: Int) { parents = (0..<rows).map { Int32($0) } }

  /// - Parameters:
  ///   - edges: in the order in which they are to be joined.
  ///   - areApart: whether two rows can never be one person.
  package mutating func join(_ edges: [MatchEdge], areApart: (Int, Int) -> Bool) {
    for edge in edges {
      let (left, right) = (root(Int32(edge.left)), root(Int32(edge.right)))
      if left == right { continue }
      let (one, other) = (members[left] ?? [left], members[right] ?? [right])
      guard one.count * other.count <= Self.mostCrossPairs,
        // The pair itself has been found likely already.
        one.count * other.count == 1
          || !one.contains(where: { row in other.contains { areApart(Int(row), Int($0)) } })
      else {
        refused.append(edge)
        continue
      }
      parents[Int(right)] = left
      members[left] = one + other
      members[right] = nil
      joined.append(edge)
    }
  }

  private mutating func root(_ row: Int32) -> Int32 {
    var row = row
    while parents[Int(row)] != row {
      parents[Int(row)] = parents[Int(parents[Int(row)])]
      row = parents[Int(row)]
    }
    return row
  }

  /// The groups of two or more rows, each ascending, in the order of their first rows.
  package var groups: [[Int]] {
    members.values.map { $0.map { Int($0) }.sorted() }.sorted { $0[0] < $1[0] }
  }

  /// The group of a row, told by one of its rows.
  mutating func group(of row: Int) -> Int { Int(root(Int32(row))) }
}

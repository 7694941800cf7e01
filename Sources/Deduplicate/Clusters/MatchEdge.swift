/// A pair of rows that is likely enough to be one person, or that a person has judged.
package struct MatchEdge: Sendable {
  /// Rows of the matrix, the smaller first.
  package let left: UInt32
  package let right: UInt32
  let pattern: Pattern
  let rarity: Int32
  package let points: Int32
  let rival: Weights.Rival

  package init(
    left: UInt32, right: UInt32, pattern: Pattern, rarity: Int32, points: Int32,
    rival: Weights.Rival
  ) {
    self.left = left
    self.right = right
    self.pattern = pattern
    self.rarity = rarity
    self.points = points
    self.rival = rival
  }

  /// The points of a pair that a person has decided to be one: more than any weights give.
  static let decided: Int32 = 1_000_000
}

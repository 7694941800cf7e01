/// A pair of rows that is likely enough to be one person, or that a person has judged.
struct MatchEdge: Sendable {
  /// Rows of the matrix, the smaller first.
  let left: UInt32
  let right: UInt32
  let pattern: Pattern
  let rarity: Int32
  let points: Int32
  let rival: Weights.Rival

  /// The points of a pair that a person has decided to be one: more than any weights give.
  static let decided: Int32 = 1_000_000
}

/// Says of every child that is registered twice which registration counts.
///
/// Not the one that could not be removed yet; then the later export; then the higher grade; then the
/// one with more cells filled; then the first by file and row. The rolls stand in the order of their files.
package struct Keeper: Sendable {
  /// For each roll the stamp of its file; empty where the file has none.
  private let stamps: [String]

  package init(stamps: [String]) { self.stamps = stamps }

  package func settle(_ pairs: [Pair], in rolls: inout [Roll]) {
    var kept: [(roll: Int, row: Int)?] = Array(repeating: nil, count: pairs.count)
    for roll in rolls.indices {
      for row in rolls[roll].registrations.indices {
        guard let pair = rolls[roll].registrations[row].pair, pairs[pair].kind.isOnePerson else {
          continue
        }
        guard let other = kept[pair] else {
          kept[pair] = (roll, row)
          continue
        }
        let wins = beats(
          rolls[roll].registrations[row], stamps[roll],
          rolls[other.roll].registrations[other.row], stamps[other.roll])
        let loser = wins ? other : (roll: roll, row: row)
        rolls[loser.roll].registrations[loser.row].isFurther = true
        if wins { kept[pair] = (roll, row) }
      }
    }
  }

  /// Whether a later row is to be kept instead of an earlier one.
  private func beats(
    _ later: Registration, _ laterStamp: String, _ earlier: Registration, _ earlierStamp: String
  ) -> Bool {
    guard later.isNotRemovable == earlier.isNotRemovable else { return earlier.isNotRemovable }
    guard laterStamp == earlierStamp else { return laterStamp > earlierStamp }
    guard later.grade == earlier.grade else { return later.grade > earlier.grade }
    return earlier.isThin && !later.isThin
  }
}

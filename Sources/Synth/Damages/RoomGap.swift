internal import Tables

/// A grade whose last room is numbered as if there were one more before it.
package enum RoomGap {
  package static let rule = "room-gap"

  /// Renumbers a last room of the roll; the first pupil of it is where the gap shows.
  ///
  /// Gives false when no grade of the school has two rooms.
  package static func plant(
    in roll: inout Roll, using generator: inout SeededGenerator
  ) -> Bool {
    let second = roll.registrations.filter { $0.room > 1 && !$0.isReserved }
    guard !second.isEmpty else { return false }
    let grade = generator.pick(second).grade
    guard !roll.gaps.contains(grade) else { return false }
    let last = roll.registrations.reduce(0) { $1.grade == grade ? max($0, $1.room) : $0 }
    let rows = roll.registrations.indices.filter {
      roll.registrations[$0].grade == grade && roll.registrations[$0].room == last
    }
    for row in rows { roll.registrations[row].room = last + 1 }
    if let first = rows.first { roll.registrations[first].isReserved = true }
    roll.gaps.append(grade)
    return true
  }
}

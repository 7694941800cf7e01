/// What can be wrong with the rooms of a grade; the code of the rule that speaks at one pupil.
package enum RoomMistake: String, Sendable, CaseIterable {
  /// The last room is numbered as if there were one more before it.
  case gap = "room-gap"
  /// One pupil stands alone in a room behind the last.
  case nearlyEmpty = "room-nearly-empty"

  /// So many pupils or more are in a room that one leaves, whatever else happens to it.
  private static let fullRoom = 15

  /// Changes rooms of a grade of the roll; false when no grade that is thrown is fit for it.
  package func plant(in roll: inout Roll, using generator: inout SeededGenerator) -> Bool {
    guard let chosen = roll.registrations.isEmpty ? nil : generator.pick(roll.registrations),
      !chosen.isReserved, !roll.mistakenGrades.contains(chosen.grade)
    else { return false }
    let last = roll.registrations.reduce(0) {
      $1.grade == chosen.grade ? max($0, $1.room) : $0
    }
    let rows = roll.registrations.indices.filter {
      roll.registrations[$0].grade == chosen.grade && roll.registrations[$0].room == last
    }
    switch self {
    case .gap:
      guard last > 1 else { return false }
      mark(rows[...], movedTo: last + 1, in: &roll)
    case .nearlyEmpty:
      guard rows.count > Self.fullRoom else { return false }
      mark(rows.suffix(1), movedTo: last + 1, in: &roll)
    }
    roll.mistakenGrades.insert(chosen.grade)
    return true
  }

  private func mark(_ rows: ArraySlice<Int>, movedTo room: Int, in roll: inout Roll) {
    for row in rows { roll.registrations[row].room = room }
    guard let first = rows.first else { return }
    roll.registrations[first].isReserved = true
    roll.registrations[first].roomMistake = self
  }
}

/// Plants what is wrong with rooms in rolls that the generator throws.
package struct RoomPlanter: Sendable {
  private var generator: SeededGenerator

  package init(_ generator: SeededGenerator) { self.generator = generator }

  package mutating func plant(_ mistake: RoomMistake, times: Int, in rolls: inout [Roll]) {
    var left = times
    for _ in 0..<(times * 300) where left > 0 {
      if mistake.plant(in: &rolls[generator.below(rolls.count)], using: &generator) { left -= 1 }
    }
  }
}

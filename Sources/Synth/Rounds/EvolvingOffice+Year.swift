extension EvolvingOffice {
  /// Of a thousand pupils at the turn of a year so many stay in their grade.
  private static let repeating = 10
  /// So many skip a grade or step back by one.
  private static let jumping = 2
  /// So many go to another school although theirs teaches the grade.
  private static let moving = 20
  private static let listedTwice = 250
  /// So many of those whose school does not teach the next grade stay in the office, where a school is near.
  private static let goingOn = 400

  /// From the end of a year to the first term of the next.
  mutating func beginYear(using generator: inout SeededGenerator) {
    let former = rolls.map { $0.pupils }
    var moves: [Move] = []
    for roll in rolls.indices {
      let old = rolls[roll].registrations
      rolls[roll].registrations = []
      for registration in old {
        promote(registration, in: roll, moves: &moves, using: &generator)
      }
    }
    for move in moves where !make(move, using: &generator) {
      // Who finds no other school stays where the grade is taught, or goes on outside of the office.
      guard rolls[move.from].school.grades.contains(move.pupil.grade) else { continue }
      rolls[move.from].registrations.append(move.pupil)
    }
    for roll in rolls.indices {
      takeIn(roll, former: former[roll], using: &generator)
      rolls[roll].shareRooms()
    }
  }

  private mutating func promote(
    _ old: Registration, in roll: Int, moves: inout [Move],
    using generator: inout SeededGenerator
  ) {
    let school = rolls[roll].school
    var pupil = old
    age(&pupil, using: &generator)
    guard !generator.chance(perThousand: Self.leaving),
      let grade = nextGrade(of: pupil, in: school, using: &generator)
    else { return }
    pupil.grade = grade
    guard school.grades.contains(grade) else {
      guard generator.chance(perThousand: Self.goingOn) else { return }
      let near = teaching.teaching(grade, near: school)
      moves.append(
        Move(pupil: pupil, old: old, from: roll, candidates: near, listedTwice: 0))
      return
    }
    guard generator.chance(perThousand: Self.moving) else {
      rolls[roll].registrations.append(pupil)
      return
    }
    moves.append(
      Move(
        pupil: pupil, old: old, from: roll,
        candidates: teaching.teaching(grade, inOfficeOf: school), listedTwice: Self.listedTwice))
  }

  /// Nil after the last grade.
  private func nextGrade(
    of pupil: Registration, in school: SyntheticSchool, using generator: inout SeededGenerator
  ) -> Grade? {
    let isFirstChoice = generator.chance(perThousand: 500)
    switch generator.below(1000) {
    case 0..<Self.repeating:
      return pupil.grade
    case Self.repeating..<(Self.repeating + Self.jumping):
      let jumps = (isFirstChoice ? [2, -1] : [-1, 2]).map { pupil.grade.place + $0 }
      if let place = jumps.first(where: { place in school.grades.contains { $0.place == place } }) {
        return Grade(place: place)
      }
    default: break
    }
    return pupil.grade == .last ? nil : pupil.grade.next
  }

  /// Fills the first grade as it was filled a year ago, and adds some to the grades where schooling begins.
  private mutating func takeIn(
    _ roll: Int, former: [Grade: Int], using generator: inout SeededGenerator
  ) {
    let present = rolls[roll].pupils
    for (index, grade) in rolls[roll].school.grades.enumerated() {
      let usual = former[grade] ?? 0
      let newcomers =
        if index == 0 {
          usual * generator.within(90...110) / 100 - (present[grade] ?? 0)
        } else if Grade.beginnings.contains(grade) {
          usual * generator.within(0...20) / 100
        } else {
          0
        }
      for _ in 0..<max(0, newcomers) { join(grade, roll, using: &generator) }
    }
  }
}

extension Grade {
  /// อ.2 and ป.1, where children begin who were not in a nursery or in no kindergarten.
  fileprivate static let beginnings = [Grade(place: 1), Grade(place: 3)]
}

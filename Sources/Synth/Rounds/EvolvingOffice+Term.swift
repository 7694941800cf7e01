extension EvolvingOffice {
  /// Of a thousand pupils in a term so many leave the office.
  static let leaving = 8
  private static let joining = 8
  private static let moving = 15
  private static let listedTwice = 333

  /// From one term of a year to the next: no grade changes, some children come, move and go.
  mutating func spendTerm(using generator: inout SeededGenerator) {
    var moves: [Move] = []
    var joins: [(grade: Grade, roll: Int)] = []
    for roll in rolls.indices {
      let school = rolls[roll].school
      var staying: [Registration] = []
      for old in rolls[roll].registrations {
        if generator.chance(perThousand: Self.joining) { joins.append((old.grade, roll)) }
        guard !generator.chance(perThousand: Self.leaving) else { continue }
        var pupil = old
        age(&pupil, using: &generator)
        let candidates = teaching.teaching(pupil.grade, inOfficeOf: school)
        guard candidates.count > 1, generator.chance(perThousand: Self.moving) else {
          staying.append(pupil)
          continue
        }
        moves.append(
          Move(
            pupil: pupil, old: old, from: roll, candidates: candidates,
            listedTwice: Self.listedTwice))
      }
      rolls[roll].registrations = staying
    }
    for move in moves where !make(move, using: &generator) {
      rolls[move.from].registrations.append(move.pupil)
    }
    for (grade, roll) in joins { join(grade, roll, using: &generator) }
  }
}

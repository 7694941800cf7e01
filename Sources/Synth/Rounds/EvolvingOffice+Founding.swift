extension EvolvingOffice {
  /// Of a thousand pupils so many are given the names of another, where these fit.
  private static let namesakes = 10
  private static let listedTwice = 5

  /// Before the first round some children had moved, some numbers been mistyped, and names met by chance.
  mutating func found() {
    var generator = self.generator(1)
    for roll in rolls.indices {
      for row in rolls[roll].registrations.indices {
        let given = Self.ownName(
          of: rolls[roll].registrations[row].person, among: rolls[roll].registrations[..<row])
        rolls[roll].registrations[row].person.given = given
        identities.enter(&rolls[roll].registrations[row].person, using: &generator)
        if generator.chance(perThousand: Self.namesakes) {
          makeNamesake(roll, row, using: &generator)
        }
      }
    }
    for roll in rolls.indices {
      for row in rolls[roll].registrations.indices
      where generator.chance(perThousand: Self.listedTwice) {
        listTwice(roll, row, using: &generator)
      }
    }
    for roll in rolls.indices { rolls[roll].sort() }
  }

  /// Gives a child the names of another one, in whichever school, where both have Thai papers and one sex.
  private mutating func makeNamesake(
    _ roll: Int, _ row: Int, using generator: inout SeededGenerator
  ) {
    let other = generator.pick(generator.pick(rolls).registrations).person
    var person = rolls[roll].registrations[row].person
    let family = rolls[roll].registrations.filter {
      $0.person.household == person.household
    }
    guard family.count == 1, other.number != person.number, other.sex == person.sex,
      other.household.papers == .thai, person.household.papers == .thai
    else { return }
    person.given = other.given
    person.surname = other.surname
    person.household = person.household.renamed(other.surname)
    rolls[roll].registrations[row].person = person
  }

  /// A school from which the child moved earlier lists it still.
  private mutating func listTwice(
    _ roll: Int, _ row: Int, using generator: inout SeededGenerator
  ) {
    var pupil = rolls[roll].registrations[row]
    let others = teaching.teaching(pupil.grade, inOfficeOf: rolls[roll].school)
      .filter { $0 != roll }
    guard !others.isEmpty, !pupil.isFurther else { return }
    let former = generator.pick(others)
    pupil.isNotRemovable = false
    rolls[roll].registrations[row] = pupil
    past[pupil.person.number] = [former]
    pupil.studentNumber = rolls[former].nextNumber()
    pupil.room = 1
    keepListed(pupil, at: former, countedAt: roll, using: &generator)
  }
}

/// Registers children once more, or under another's number.
package struct PairPlanter: Sendable {
  package private(set) var pairs: [Pair] = []
  private let settings: SynthSettings
  private let firstNumber: Int
  private var generator: SeededGenerator
  private var gCodes: Int

  package init(_ settings: SynthSettings, firstNumber: Int, using generator: SeededGenerator) {
    self.settings = settings
    self.firstNumber = firstNumber
    self.generator = generator
    // Serials from above, far from those that the population gets from below.
    gCodes = 9_999_999 - firstNumber
  }

  /// Plants a pair; false when no rows were found that fit.
  @discardableResult
  package mutating func plant(_ kind: Pair.Kind, in rolls: inout [Roll]) -> Bool {
    for _ in 0..<300 {
      guard let first = place(in: rolls),
        let made = make(kind, from: first, in: &rolls)
      else { continue }
      let pair = pairs.count
      pairs.append(Pair(kind: kind, number: firstNumber + pair))
      rolls[first.roll].registrations[first.row].pair = pair
      rolls[made.roll].registrations[made.row].pair = pair
      if kind.isOnePerson, kind.sharesIdentifier { vary(first, made, in: &rolls) }
      return true
    }
    return false
  }

  private struct Place {
    let roll: Int
    let row: Int
  }

  /// A row with which nothing is wrong.
  private mutating func place(in rolls: [Roll]) -> Place? {
    let roll = generator.below(rolls.count)
    guard !rolls[roll].registrations.isEmpty else { return nil }
    let row = generator.below(rolls[roll].registrations.count)
    return rolls[roll].registrations[row].isUntouched ? Place(roll: roll, row: row) : nil
  }

  private mutating func make(
    _ kind: Pair.Kind, from first: Place, in rolls: inout [Roll]
  ) -> Place? {
    let original = rolls[first.roll].registrations[first.row]
    switch kind {
    case .sameSchool:
      return copy(original, to: first.roll, in: &rolls)
    case .sameOffice:
      let other = generator.below(rolls.count)
      guard other != first.roll,
        rolls[other].school.officeCode == rolls[first.roll].school.officeCode
      else { return nil }
      return copy(original, to: other, in: &rolls)
    case .collision:
      return share(first, in: &rolls)
    case .gCodeAndNumber:
      let other = generator.below(rolls.count)
      guard original.person.household.papers == .foreignNumber, other != first.roll,
        rolls[other].school.officeCode == rolls[first.roll].school.officeCode,
        let made = copy(original, to: other, in: &rolls)
      else { return nil }
      rolls[made.roll].registrations[made.row].person.identity = newGCode(rolls[other].school)
      return made
    case .slip:
      guard case .citizen(let number) = original.person.identity, number >= 1_000_000_000_000,
        let made = copy(original, to: first.roll, in: &rolls)
      else { return nil }
      rolls[made.roll].registrations[made.row].damage = Damages.index(
        of: IdentifierDamages.checkDigit)
      return made
    }
  }

  /// Enters the child in a room of its grade; nil when the school has none.
  private mutating func copy(
    _ original: Registration, to roll: Int, in rolls: inout [Roll]
  ) -> Place? {
    let classmates = rolls[roll].registrations.filter {
      $0.grade == original.grade && !$0.isReserved
    }
    guard !classmates.isEmpty else { return nil }
    var copy = original
    copy.room = generator.pick(classmates).room
    copy.studentNumber = rolls[roll].nextNumber()
    rolls[roll].registrations.append(copy)
    return Place(roll: roll, row: rolls[roll].registrations.count - 1)
  }

  /// Gives the child's number to another child, whose name is clearly different.
  private mutating func share(_ first: Place, in rolls: inout [Roll]) -> Place? {
    guard let second = place(in: rolls) else { return nil }
    let (one, other) = (
      rolls[first.roll].registrations[first.row].person,
      rolls[second.roll].registrations[second.row].person
    )
    guard one.number != other.number, one.household.papers == .thai,
      other.household.papers == .thai, one.surname != other.surname,
      ClearDifference.isThere(one.givenName, other.givenName)
    else { return nil }
    rolls[second.roll].registrations[second.row].person.identity = one.identity
    return second
  }

  private mutating func newGCode(_ school: SyntheticSchool) -> Identity {
    gCodes -= 1
    return .gCode(year: settings.year % 100, province: school.province, serial: gCodes)
  }

  /// Lets the two registrations differ in what decides which of them counts.
  private mutating func vary(_ first: Place, _ second: Place, in rolls: inout [Roll]) {
    let chosen = generator.chance(perThousand: 500) ? first : second
    for place in [first, second] {
      rolls[place.roll].registrations[place.row].isNotRemovable = false
    }
    switch generator.below(4) {
    case 0: rolls[chosen.roll].registrations[chosen.row].isThin = true
    case 1: rolls[chosen.roll].registrations[chosen.row].isNotRemovable = true
    case 2:
      guard case .citizen = rolls[chosen.roll].registrations[chosen.row].person.identity else {
        return
      }
      rolls[chosen.roll].registrations[chosen.row].damage = Damages.index(
        of: IdentifierForms.hyphens)
    default: break
    }
  }
}

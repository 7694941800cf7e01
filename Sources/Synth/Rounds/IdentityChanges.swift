/// Numbers and names that change while a child stays the same.
struct IdentityChanges: Sendable {
  /// Of a thousand with a full number, so many are entered with a wrong digit.
  private static let mistyped = 3
  /// Of a thousand of these, so many are corrected in a term.
  private static let corrected = 400
  /// Of a thousand with a G-code, so many are given a number in a term.
  private static let numbered = 30
  /// Of a thousand, so many change the given name in a term, and as many the surname.
  private static let renamed = 3

  /// The right number of each child whose number has a wrong digit.
  private var rightNumbers: [Int: Identity] = [:]

  /// Mistypes one of the last eight digits, now and then.
  ///
  /// The digits of the registration office stay, so that no number becomes a living person's.
  mutating func enter(_ person: inout Person, using generator: inout SeededGenerator) {
    guard case .citizen(let number) = person.identity, number >= 1_000_000_000_000,
      generator.chance(perThousand: Self.mistyped)
    else { return }
    let place = (0..<generator.below(8)).reduce(UInt64(1)) { power, _ in power * 10 }
    let digit = number / place % 10
    let other = (digit + UInt64(generator.within(1...9))) % 10
    rightNumbers[person.number] = person.identity
    person.identity = .citizen(number - digit * place + other * place)
  }

  /// What a term changes of a child.
  mutating func spendTerm(_ person: inout Person, using generator: inout SeededGenerator) {
    if let right = rightNumbers[person.number] {
      if generator.chance(perThousand: Self.corrected) {
        person.identity = right
        rightNumbers[person.number] = nil
      }
    } else if case .gCode = person.identity, generator.chance(perThousand: Self.numbered) {
      person.identity = Self.firstNumber(of: person, using: &generator)
    }
    if generator.chance(perThousand: Self.renamed) {
      person.given =
        (person.given + generator.within(1...person.nameCount - 1)) % person.nameCount
    }
    if generator.chance(perThousand: Self.renamed) {
      person.surname = Self.otherSurname(of: person, using: &generator)
    }
  }

  /// The slot of a child is its own, and no number was made of it while the child had a code.
  private static func firstNumber(
    of person: Person, using generator: inout SeededGenerator
  ) -> Identity {
    let digit = generator.chance(perThousand: 500) ? 0 : 7
    return .citizen(
      CitizenNumber.make(slot: person.number - 1, isSecondTwin: false, first: digit))
  }

  /// The mother's, or that of a new family.
  private static func otherSurname(
    of person: Person, using generator: inout SeededGenerator
  ) -> Surname {
    let mothers = person.household.motherSurname
    guard mothers == person.surname || generator.chance(perThousand: 500) else { return mothers }
    return Household.surname(person.household.papers, using: &generator)
  }
}

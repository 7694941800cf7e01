package import Tables

/// Makes children one after the other: strangers, brothers and sisters, and twins.
package struct Population: Sendable {
  /// Of the round for which children are made.
  package var settings: SynthSettings
  private var made = 0
  private var gCodes = 0
  private var lastSlot = 0

  package init(_ settings: SynthSettings) { self.settings = settings }

  /// A child of the age of a grade, in a family that is there already or in one of its own.
  package mutating func child(
    grade: Grade, province: Int, families: inout Families, using generator: inout SeededGenerator
  ) -> Person {
    let birth = birthday(for: grade, using: &generator)
    let known = generator.chance(perThousand: 300) ? families.family(for: birth, &generator) : nil
    let household = known ?? newHousehold(using: &generator)
    let person = child(birth, household, province: province, using: &generator)
    if known == nil { families.add(person) }
    return person
  }

  /// A child of the age of a grade who comes from elsewhere, where it fits as brother or sister of a pupil.
  package mutating func newcomer(
    grade: Grade, province: Int, kin: Person?, using generator: inout SeededGenerator
  ) -> Person {
    let birth = birthday(for: grade, using: &generator)
    let isKin = kin.map { abs($0.birth.number - birth.number) >= Families.leastDaysApart } ?? false
    let household = isKin ? kin?.household : nil
    return child(
      birth, household ?? newHousehold(using: &generator), province: province, using: &generator)
  }

  private mutating func child(
    _ birth: Day, _ household: Household, province: Int, using generator: inout SeededGenerator
  ) -> Person {
    let sex: Sex = generator.chance(perThousand: 512) ? .male : .female
    lastSlot = made
    let person = Person(
      number: made + 1,
      identity: identity(household.papers, province: province, using: &generator),
      sex: sex, given: generator.below(Person.nameCount(household.papers, sex)),
      surname: household.surname, birth: birth, household: household)
    made += 1
    return person
  }

  /// The twin of the child that was made last: the same birth, the next number, another name.
  package mutating func twin(
    of first: Person, using generator: inout SeededGenerator
  ) -> Person {
    let sex: Sex =
      generator.chance(perThousand: 650) ? first.sex : (first.sex == .male ? .female : .male)
    let names = Person.nameCount(first.household.papers, sex)
    let given = (first.given + generator.within(1...names - 1)) % names
    made += 1
    return Person(
      number: made, identity: twinIdentity(of: first), sex: sex, given: given,
      surname: first.surname, birth: first.birth, household: first.household)
  }

  private mutating func twinIdentity(of first: Person) -> Identity {
    guard case .citizen(let number) = first.identity else {
      gCodes += 1
      guard case .gCode(let code) = first.identity else { return first.identity }
      let issue = Int(code / 10_000_000_000)
      return .gCode(year: issue, province: Int(code / 100_000_000 % 100), serial: gCodes)
    }
    let digit = Int(number / 1_000_000_000_000)
    return .citizen(CitizenNumber.make(slot: lastSlot, isSecondTwin: true, first: digit))
  }

  private func newHousehold(using generator: inout SeededGenerator) -> Household {
    switch generator.below(1000) {
    case 0..<952: Household(papers: .thai, using: &generator)
    case 952..<975: Household(papers: .foreignNumber, using: &generator)
    default: Household(papers: .gCode, using: &generator)
    }
  }

  private mutating func identity(
    _ papers: Household.Papers, province: Int, using generator: inout SeededGenerator
  ) -> Identity {
    switch papers {
    case .thai:
      let digit = generator.chance(perThousand: 950) ? 1 : 2
      return .citizen(CitizenNumber.make(slot: made, isSecondTwin: false, first: digit))
    case .foreignNumber:
      let digit = generator.chance(perThousand: 500) ? 0 : 7
      return .citizen(CitizenNumber.make(slot: made, isSecondTwin: false, first: digit))
    case .gCode:
      gCodes += 1
      let issue = (settings.year - generator.below(4)) % 100
      return .gCode(year: issue, province: province, serial: gCodes)
    }
  }

  /// Born so that the child has the grade's age on 10 June, seldom a year more or less.
  ///
  /// Nobody is born from 8 to 12 June, so that an age does not hang on the very day of an export.
  private func birthday(for grade: Grade, using generator: inout SeededGenerator) -> Day {
    let age =
      grade.age + (generator.chance(perThousand: 70) ? 1 : 0)
      - (generator.chance(perThousand: 20) ? 1 : 0)
    let (year, month, day) = settings.ageDay.civil
    guard let reached = Day(year: year - age, month: month, day: day + 2) else {
      preconditionFailure("12 June stands in every calendar year")
    }
    return Day(number: reached.number - Int32(generator.within(5...364)))
  }
}

/// The families of one school, so that brothers and sisters meet in it.
package struct Families: Sendable {
  private struct Family: Sendable {
    let household: Household
    var lastBirth: Day
    var children: Int
  }

  /// Between the births of brothers and sisters who are not twins.
  static let leastDaysApart: Int32 = 330

  private var families: [Family] = []

  package init() {}

  package mutating func add(_ person: Person) {
    families.append(Family(household: person.household, lastBirth: person.birth, children: 1))
  }

  /// A family whose last child is younger by a year or so; nil when the one thrown is not.
  package mutating func family(
    for birth: Day, _ generator: inout SeededGenerator
  ) -> Household? {
    guard !families.isEmpty else { return nil }
    let index = generator.below(families.count)
    let family = families[index]
    guard family.children < 3, family.lastBirth.number - birth.number >= Self.leastDaysApart
    else { return nil }
    families[index].children += 1
    families[index].lastBirth = birth
    return family.household
  }
}

internal import Tables

/// Makes families with the children that go to school, and says which of them are easily confused.
struct Births: Sendable {
  /// Of one family: the children, and for each pair of places how the two are related.
  struct Family: Sendable {
    var children: [Newborn] = []
    var ties: [(Tie.Kind, Int, Int)] = []
  }

  struct Newborn: Sendable {
    var child: Child
    let grade: Grade
    /// Nobody entered an identifier.
    var isWithoutIdentifier = false
  }

  var offices: IdentityOffice
  private let settings: SynthSettings
  private var made = 0

  init(_ settings: SynthSettings) {
    self.settings = settings
    offices = IdentityOffice(year: settings.year)
  }

  /// A family whose first child is of the age of a grade; where a namesake is given, it bears its names.
  mutating func family(
    grade: Grade, school: SyntheticSchool, namesake: Child?, using generator: inout SeededGenerator
  ) -> Family {
    let papers =
      namesake?.home.papers
      ?? generator.weighted([(952, Household.Papers.thai), (23, .foreignNumber), (25, .gCode)])
    var home = Home(papers: papers, school: school, using: &generator)
    if let namesake { home.surname = namesake.home.surname }
    let isSameDay = namesake.map { settings.grade(of: $0.birth) == grade } ?? false
    var birth = birthday(for: grade, using: &generator)
    if let namesake, isSameDay, generator.chance(perThousand: 500) { birth = namesake.birth }
    if papers == .gCode, generator.chance(perThousand: 250) {
      birth = Day(year: birth.civil.year, month: 1, day: 1) ?? birth
    }
    var family = Family()
    let births = namesake == nil ? generator.weighted([(60, 1), (28, 2), (9, 3), (3, 4)]) : 1
    let sign = generator.chance(perThousand: 500) ? 1 : -1
    for order in 0..<births {
      if order > 0 { birth = nextBirthday(after: birth, sign: sign, using: &generator) }
      guard let grade = order == 0 ? grade : settings.grade(of: birth) else { continue }
      add(
        birth, grade, home, province: school.province, namesake: namesake, to: &family,
        using: &generator)
    }
    return family
  }

  private mutating func add(
    _ birth: Day, _ grade: Grade, _ home: Home, province: Int, namesake: Child?,
    to family: inout Family, using generator: inout SeededGenerator
  ) {
    let isTwins = namesake == nil && generator.chance(perThousand: 15)
    let identities = offices.identities(
      home.papers, province: province, twins: isTwins, using: &generator)
    let thrown: Sex = generator.chance(perThousand: 512) ? .male : .female
    let first = child(
      identities[0], namesake?.sex ?? thrown, birth, home, given: namesake?.given,
      using: &generator)
    let older = family.children.indices
    family.children.append(Newborn(child: first, grade: grade))
    var newest = [family.children.count - 1]
    if isTwins {
      let second = twin(of: first, identities[1], using: &generator)
      let isWithout = generator.chance(perThousand: 40)
      family.children[newest[0]].isWithoutIdentifier = isWithout
      family.children.append(
        Newborn(child: second, grade: grade, isWithoutIdentifier: isWithout))
      family.ties.append((.twins, newest[0], newest[0] + 1))
      newest.append(newest[0] + 1)
    }
    for one in older {
      for other in newest { relate(one, other, in: &family, using: &generator) }
    }
  }

  /// Brothers and sisters have other names; now and then one number was typed for both.
  private func relate(
    _ one: Int, _ other: Int, in family: inout Family, using generator: inout SeededGenerator
  ) {
    let (elder, younger) = (family.children[one].child, family.children[other].child)
    let isConfused =
      !settings.isClean && elder.sex != younger.sex && generator.chance(perThousand: 8)
      && !family.ties.contains { $0.1 == other || $0.2 == other }
      && ClearDifference.isThere(elder.givenName, younger.givenName)
    if isConfused { family.children[other].child.identity = elder.identity }
    family.ties.append((isConfused ? .collision : .siblings, one, other))
    guard elder.sex == younger.sex, elder.given == younger.given else { return }
    let pool = PopularNames.pool(elder.home.papers, elder.sex)
    family.children[other].child.given = pool.another(than: elder.given, using: &generator)
  }

  private mutating func child(
    _ identity: Identity, _ sex: Sex, _ birth: Day, _ home: Home, given: Int?,
    using generator: inout SeededGenerator
  ) -> Child {
    made += 1
    let pool = PopularNames.pool(home.papers, sex)
    return Child(
      number: made, identity: identity, sex: sex, given: given ?? pool.pick(using: &generator),
      birth: birth, home: home)
  }

  /// Two in three are of one sex, and half of these have names that rhyme or begin alike.
  private mutating func twin(
    of first: Child, _ identity: Identity, using generator: inout SeededGenerator
  ) -> Child {
    let isSame = generator.chance(perThousand: 667)
    let other: Sex = first.sex == .male ? .female : .male
    let pool = PopularNames.pool(first.home.papers, first.sex)
    let given: Int? =
      !isSame
      ? nil
      : generator.chance(perThousand: 500)
        ? pool.near(first.given, using: &generator)
        : pool.another(than: first.given, using: &generator)
    return child(
      identity, isSame ? first.sex : other, first.birth, first.home, given: given,
      using: &generator)
  }

  /// Born so that the child has the grade's age on 10 June, seldom a year more or less.
  private func birthday(for grade: Grade, using generator: inout SeededGenerator) -> Day {
    let age =
      grade.age + (generator.chance(perThousand: 70) ? 1 : 0)
      - (generator.chance(perThousand: 20) ? 1 : 0)
    let (year, month, day) = settings.ageDay.civil
    let reached = Day(year: year - age, month: month, day: day) ?? settings.ageDay
    return Day(number: reached.number - Int32(generator.below(365)))
  }

  /// A year to five later or earlier; some children are born on the day of the year of another.
  private func nextBirthday(
    after last: Day, sign: Int, using generator: inout SeededGenerator
  ) -> Day {
    let (year, month, day) = last.civil
    if generator.chance(perThousand: 60) {
      let years = generator.chance(perThousand: 600) ? 1 : generator.within(2...4)
      if let sameDay = Day(year: year + sign * years, month: month, day: day) { return sameDay }
    }
    return Day(number: last.number + Int32(sign * generator.within(320...1900)))
  }
}

extension SynthSettings {
  /// The grade that a child born on a day goes to; nil below อ.1 and above ม.6.
  fileprivate func grade(of birth: Day) -> Grade? {
    let place = birth.years(until: ageDay) - Grade.first.age
    return 0...Grade.last.place ~= place ? Grade(place: place) : nil
  }
}

extension SeededGenerator {
  /// A choice as often as its weight says.
  mutating func weighted<Choice>(_ choices: [(weight: Int, choice: Choice)]) -> Choice {
    var thrown = below(choices.reduce(0) { $0 + $1.weight })
    for (weight, choice) in choices {
      thrown -= weight
      if thrown < 0 { return choice }
    }
    preconditionFailure("a throw stays below the sum of the weights")
  }
}

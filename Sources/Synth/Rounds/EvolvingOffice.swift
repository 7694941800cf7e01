internal import Tables

/// An office whose pupils come, go and grow from one term to the next.
///
/// Each term has throws of its own, so that a round holds the same pupils whichever other rounds are written.
struct EvolvingOffice: Sendable {
  private(set) var settings: SynthSettings
  var rolls: [Roll] = []
  var identities = IdentityChanges()
  let teaching: TeachingSchools
  private var office: Office
  /// For each roll the time of its export; in every round the order is the same.
  private let stamps: [String]
  /// The schools that each child has left: nobody goes back.
  var past: [Int: [Int]] = [:]

  /// A pupil on the way from a school, and the registration that the school has of it.
  struct Move: Sendable {
    let pupil: Registration
    let old: Registration
    let from: Int
    let candidates: [Int]
    /// Of a thousand, so many stay on the list of the old school, if that teaches the grade.
    let listedTwice: Int
  }

  init(_ settings: SynthSettings) {
    self.settings = settings
    office = Office(settings)
    teaching = TeachingSchools(office.schools)
    stamps = OfficeFiles(office.schools, settings: settings).stamps
    for school in office.schools { rolls.append(office.roll(of: school)) }
    if !settings.isClean { found() }
  }

  var schools: [SyntheticSchool] { office.schools }

  /// What is thrown for the round that has been reached.
  func generator(_ part: Int) -> SeededGenerator {
    office.plantingGenerator(settings.year * 3 + settings.term).fork(UInt64(part))
  }

  /// Goes on to the next term; after the third a new year begins.
  mutating func advance() {
    settings = settings.next
    office.population.settings = settings
    for roll in rolls.indices { rolls[roll].registrations.removeAll { $0.isFurther } }
    var generator = self.generator(0)
    if settings.term == 1 {
      beginYear(using: &generator)
    } else {
      spendTerm(using: &generator)
    }
    for roll in rolls.indices { rolls[roll].sort() }
  }

  /// What a term makes of a pupil, wherever it is.
  mutating func age(_ pupil: inout Registration, using generator: inout SeededGenerator) {
    let years = pupil.person.birth.years(until: settings.asOf)
    let gain = Body.gain(age: years, using: &generator)
    pupil.weight += gain.weight
    pupil.height += gain.height
    identities.spendTerm(&pupil.person, using: &generator)
  }

  /// Enters the pupil in one of the schools where it has not been; false when there is none.
  mutating func make(_ move: Move, using generator: inout SeededGenerator) -> Bool {
    let number = move.pupil.person.number
    let left = past[number, default: []] + [move.from]
    let open = move.candidates.filter { !left.contains($0) }
    guard !open.isEmpty else { return false }
    let target = generator.pick(open)
    past[number] = left
    var pupil = move.pupil
    pupil.isNotRemovable = false
    rolls[target].enter(pupil)
    guard !settings.isClean, generator.chance(perThousand: move.listedTwice),
      rolls[move.from].school.grades.contains(pupil.grade)
    else { return true }
    var old = move.old
    old.grade = pupil.grade
    keepListed(old, at: move.from, countedAt: target, using: &generator)
    return true
  }

  /// A child, at times with its twin, who comes from elsewhere.
  mutating func join(_ grade: Grade, _ roll: Int, using generator: inout SeededGenerator) {
    let isAlone = rolls[roll].registrations.isEmpty || !generator.chance(perThousand: 300)
    let kin = isAlone ? nil : generator.pick(rolls[roll].registrations).person
    var children = [
      office.population.newcomer(
        grade: grade, province: rolls[roll].school.province, kin: kin, using: &generator)
    ]
    if generator.chance(perThousand: 11) {
      children.append(office.population.twin(of: children[0], using: &generator))
    }
    for child in children {
      var person = child
      person.given = Self.ownName(of: child, among: rolls[roll].registrations[...])
      if !settings.isClean { identities.enter(&person, using: &generator) }
      let years = person.birth.years(until: settings.asOf)
      let body = Body.throwFor(age: years, using: &generator)
      rolls[roll].enter(
        Registration(
          person: person, grade: grade, room: 0, studentNumber: 0, weight: body.weight,
          height: body.height, blood: generator.below(Vocabulary.bloodGroups.count)))
    }
  }

  /// The given name of a child, or the next one that no brother or sister has.
  static func ownName(
    of person: Person, among pupils: ArraySlice<Registration>
  ) -> Int {
    let family = pupils.lazy.map { $0.person }
      .filter { $0.household == person.household && $0.sex == person.sex }
    let taken = Set(family.map { $0.given })
    var given = person.given
    while taken.count < person.nameCount, taken.contains(given) {
      given = (given + 1) % person.nameCount
    }
    return given
  }

  /// Leaves a registration that does not count on the list of a school.
  ///
  /// It is marked as not yet removable, or its list was exported before the one that counts.
  mutating func keepListed(
    _ old: Registration, at roll: Int, countedAt target: Int,
    using generator: inout SeededGenerator
  ) {
    var listed = old
    listed.isFurther = true
    listed.isNotRemovable =
      stamps[roll] >= stamps[target] || generator.chance(perThousand: 500)
    rolls[roll].registrations.append(listed)
  }
}

/// The schools of an office with the sizes they are to have, and their rolls made one by one.
///
/// Rolls are made in the order of the register, so that one school after the other can be written
/// and forgotten.
package struct Office: Sendable {
  package let settings: SynthSettings
  package let schools: [SyntheticSchool]
  /// How many pupils each school is to have.
  package let sizes: [Int]
  private let seed: SeededGenerator
  package var population: Population

  /// Makes the register; the last `empty` schools have no pupils.
  package init(
    _ settings: SynthSettings, empty: Int = 0,
    schoolsPerOffice: Int = SyntheticSchool.schoolsPerOffice
  ) {
    self.settings = settings
    let seed = SeededGenerator(seed: settings.seed)
    self.seed = seed
    let names = seed.fork(1)
    schools = (0..<settings.schools).map {
      SyntheticSchool(index: $0, seed: names, schoolsPerOffice: schoolsPerOffice)
    }
    population = Population(settings)
    var generator = seed.fork(2)
    let weights = schools.map { school in
      school.index >= settings.schools - empty
        ? 0 : school.index % 10 == 0 ? 260 : generator.within(40...160)
    }
    sizes = Shares(weights).parts(of: settings.students)
  }

  package mutating func roll(of school: SyntheticSchool) -> Roll {
    var generator = seed.fork(UInt64(1000 + school.index))
    return Roll(
      school: school, size: sizes[school.index], settings: settings, population: &population,
      using: &generator)
  }

  /// A generator for what is planted, apart from the one that makes people.
  package func plantingGenerator(_ part: Int) -> SeededGenerator {
    seed.fork(3).fork(UInt64(part))
  }
}

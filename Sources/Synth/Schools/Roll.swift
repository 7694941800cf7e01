internal import Tables

/// A school and the children on its list, in the order of grade, room and student number.
package struct Roll: Sendable {
  package let school: SyntheticSchool
  package var registrations: [Registration] = []
  /// The grades in which something is wrong with a room.
  package var mistakenGrades: Set<Grade> = []
  /// What is wrong with the whole list.
  package var mistake: FileMistake?
  private var lastNumber: Int

  package init(
    school: SyntheticSchool, size: Int, settings: SynthSettings,
    population: inout Population,
    using generator: inout SeededGenerator
  ) {
    self.school = school
    lastNumber = 1000 + generator.below(6000)
    var families = Families()
    for (grade, pupils) in Self.split(size, over: school.grades, using: &generator) {
      fill(
        grade, pupils: pupils, settings: settings, population: &population, families: &families,
        using: &generator)
    }
  }

  /// A student number that the school has not given out.
  package mutating func nextNumber() -> Int {
    lastNumber += 1
    return lastNumber
  }

  package mutating func sort() {
    registrations.sort {
      ($0.grade.place, $0.room, $0.studentNumber) < ($1.grade.place, $1.room, $1.studentNumber)
    }
  }

  /// Enters a child under a new student number, in the room of its grade that has the fewest pupils.
  package mutating func enter(_ child: Registration) {
    var pupils: [Int: Int] = [:]
    for other in registrations where other.grade == child.grade {
      pupils[other.room, default: 0] += 1
    }
    var entered = child
    entered.room = pupils.min { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 1
    entered.studentNumber = nextNumber()
    registrations.append(entered)
  }

  /// Shares the pupils of each grade out over rooms anew, as at the beginning of a year.
  package mutating func shareRooms() {
    registrations.sort {
      ($0.grade.place, $0.studentNumber) < ($1.grade.place, $1.studentNumber)
    }
    let pupils = self.pupils
    var index = 0
    for row in registrations.indices {
      let grade = registrations[row].grade
      if row > 0, registrations[row - 1].grade != grade { index = 0 }
      registrations[row].room = Self.room(of: index, among: pupils[grade] ?? 1)
      index += 1
    }
  }

  /// How many pupils each grade has.
  package var pupils: [Grade: Int] {
    registrations.reduce(into: [:]) { $0[$1.grade, default: 0] += 1 }
  }

  private static let pupilsPerRoom = 24

  private static func room(of index: Int, among pupils: Int) -> Int {
    let rooms = (pupils + pupilsPerRoom - 1) / pupilsPerRoom
    return index * rooms / pupils + 1
  }

  private mutating func fill(
    _ grade: Grade, pupils: Int, settings: SynthSettings, population: inout Population,
    families: inout Families, using generator: inout SeededGenerator
  ) {
    var last: Person?
    for index in 0..<pupils {
      let person: Person
      if let first = last, generator.chance(perThousand: 11) {
        person = population.twin(of: first, using: &generator)
        last = nil
      } else {
        person = population.child(
          grade: grade, province: school.province, families: &families, using: &generator)
        last = person
      }
      let age = person.birth.years(until: settings.asOf)
      let body = Body.throwFor(age: age, using: &generator)
      registrations.append(
        Registration(
          person: person, grade: grade, room: Self.room(of: index, among: pupils),
          studentNumber: nextNumber(), weight: body.weight, height: body.height,
          blood: generator.below(Vocabulary.bloodGroups.count)))
      registrations[registrations.count - 1].isNotRemovable = generator.chance(perThousand: 4)
    }
  }

  /// Shares the pupils out over the grades, not quite evenly.
  private static func split(
    _ size: Int, over grades: [Grade], using generator: inout SeededGenerator
  ) -> [(Grade, Int)] {
    let shares = grades.map { _ in generator.within(70...130) }
    let parts = Shares(shares).parts(of: size)
    return zip(grades, parts).map { ($0, $1) }
  }
}

/// Whole parts in given proportions that add up to the whole.
package struct Shares: Sendable {
  private let weights: [Int]

  package init(_ weights: [Int]) { self.weights = weights }

  package func parts(of whole: Int) -> [Int] {
    let sum = weights.reduce(0, +)
    var reached = 0
    var given = 0
    return weights.map { weight in
      reached += weight
      let until = whole * reached / sum
      defer { given = until }
      return until - given
    }
  }
}

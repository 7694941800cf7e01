internal import Tables

/// The entries of a few dozen schools that are made together.
struct RegisterBatch: Sendable {
  private static let pupilsPerRoom = 24

  let schools: [SyntheticSchool]
  private(set) var entries: [Entry] = []
  private var desks: [SchoolDesk]
  private let settings: SynthSettings

  /// What a school has given out.
  private struct SchoolDesk: Sendable {
    var lastNumber: Int
    var pupils = Array(repeating: 0, count: Grade.last.place + 1)
  }

  init(
    _ schools: [SyntheticSchool], settings: SynthSettings, using generator: inout SeededGenerator
  ) {
    self.schools = schools
    self.settings = settings
    desks = schools.map { _ in SchoolDesk(lastNumber: 1000 + generator.below(6000)) }
  }

  var isOneOffice: Bool { schools[0].officeCode == schools[schools.count - 1].officeCode }

  subscript(index: Int) -> Entry {
    get { entries[index] }
    set { entries[index] = newValue }
  }

  /// Enters a child for the first time; rooms are shared out later.
  mutating func enrol(
    _ child: Child, grade: Grade, school place: Int, using generator: inout SeededGenerator
  ) {
    let body = Body.throwFor(age: child.birth.years(until: settings.asOf), using: &generator)
    desks[place].pupils[grade.place] += 1
    entries.append(
      Entry(
        child, school: schools[place].index, grade: grade, room: 0,
        studentNumber: nextNumber(place), weight: body.weight, height: body.height,
        blood: generator.below(Vocabulary.bloodGroups.count)))
  }

  /// Shares the pupils of each grade out over rooms of about one size.
  mutating func shareRooms() {
    var seated = desks.map { desk in desk.pupils.map { _ in 0 } }
    for index in entries.indices {
      let (place, grade) = (entries[index].school - schools[0].index, entries[index].grade.place)
      let pupils = desks[place].pupils[grade]
      entries[index].room = seated[place][grade] * Self.rooms(pupils) / pupils + 1
      seated[place][grade] += 1
    }
  }

  private static func rooms(_ pupils: Int) -> Int { (pupils + pupilsPerRoom - 1) / pupilsPerRoom }

  /// Puts a further entry onto the list of a school.
  mutating func admit(
    _ further: Entry, school place: Int, using generator: inout SeededGenerator
  ) {
    var entry = further
    entry.school = schools[place].index
    entry.studentNumber = nextNumber(place)
    let grade = entry.grade.place + (generator.chance(perThousand: 500) ? 1 : -1)
    if generator.chance(perThousand: 80),
      schools[place].grades.contains(where: { $0.place == grade })
    {
      entry.grade = Grade(place: grade)
    }
    let rooms = Self.rooms(desks[place].pupils[entry.grade.place])
    entry.room = generator.within(1...max(1, rooms))
    entries.append(entry)
  }

  /// A school that teaches the grade, in the office or outside it; nil when none is found.
  func school(
    teaching grade: Grade, otherThan school: Int, in office: String, isInside: Bool,
    using generator: inout SeededGenerator
  ) -> Int? {
    for _ in 0..<200 {
      let place = generator.below(schools.count)
      let candidate = schools[place]
      if candidate.index != school, (candidate.officeCode == office) == isInside,
        candidate.levels.offers(grade)
      {
        return place
      }
    }
    return nil
  }

  /// The entries in the order in which they are written.
  var order: [Int] {
    entries.indices
      .map { index in
        let entry = entries[index]
        let room = (entry.school * 16 + entry.grade.place) << 16 + entry.room
        return (key: room << 24 + entry.studentNumber, index: index)
      }
      .sorted { $0.key < $1.key }.map { $0.index }
  }

  private mutating func nextNumber(_ place: Int) -> Int {
    desks[place].lastNumber += 1
    return desks[place].lastNumber
  }
}

internal import Tables

/// A child as one school has entered it, with what the truth says of that entry.
struct Entry: Sendable {
  var child: Child
  /// The school's place in the register.
  var school: Int
  var grade: Grade
  var room: Int
  var studentNumber: Int
  /// Tenths of a kilogram.
  var weight: Int
  /// Tenths of a centimetre.
  var height: Int
  var blood: Int
  /// Cells that the clerk filled otherwise.
  private(set) var changes: [StudentColumn: String] = [:]
  /// The children that it is easily confused with, and must not be.
  var ties: [Tie] = []
  /// The child's cluster of registrations; 0 when it is registered once.
  var cluster = 0
  /// What is wrong with this registration, `first` for the one before the others.
  var kind = ""
  /// Its number stands for two children.
  var isCollision = false

  init(
    _ child: Child, school: Int, grade: Grade, room: Int, studentNumber: Int, weight: Int,
    height: Int, blood: Int
  ) {
    self.child = child
    self.school = school
    self.grade = grade
    self.room = room
    self.studentNumber = studentNumber
    self.weight = weight
    self.height = height
    self.blood = blood
  }

  /// A cell of the child or a parent, as the clerk fills it.
  subscript(column: StudentColumn) -> String {
    get { changes[column] ?? plain(column) }
    set { changes[column] = newValue }
  }

  private func plain(_ column: StudentColumn) -> String {
    let home = child.home
    switch column {
    case .citizenID: return child.identity.text
    case .firstName: return String(decoding: child.givenName, as: UTF8.self)
    case .lastName: return FamilyNames.text(home.surname)
    case .fatherFirstName:
      return home.father.map { PopularNames.pool(home.papers, .male).words[$0] }
        .map { String(decoding: $0, as: UTF8.self) } ?? ""
    case .motherFirstName:
      let mother = PopularNames.pool(home.papers, .female).words[home.mother]
      return String(decoding: mother, as: UTF8.self)
    case .motherLastName: return FamilyNames.text(home.motherSurname)
    case .birthDate:
      let (year, month, day) = child.birth.civil
      return "\(Digits.padded(day, to: 2))/\(Digits.padded(month, to: 2))/\(year + 543)"
    default: return ""
    }
  }
}

/// One of the two ends of a pair of rows that must not be joined.
struct Tie: Sendable {
  enum Kind: String, Sendable, CaseIterable { case twins, siblings, namesakes, collision }

  let kind: Kind
  /// Both ends have it, and no others.
  let number: Int
}

package import Tables

/// Writes a registration as a row of the DMC student list.
package struct StudentRow: Sendable {
  private let school: [UInt8]
  private let schoolName: [UInt8]
  private let subdistrict: [UInt8]
  private let district = Array(SyntheticSchool.district.utf8)
  private let province = Array(SyntheticSchool.provinceName.utf8)
  private let stampDay: Day
  private let asOf: Day
  private let hasSkills: Bool

  /// The stamp's day decides the stated age, the round's day the title.
  package init(school: SyntheticSchool, stampDay: Day, asOf: Day, hasSkills: Bool = false) {
    self.hasSkills = hasSkills
    self.school = Array(school.code.utf8)
    schoolName = Array(school.name.utf8)
    subdistrict = SchoolNames.subdistricts[school.subdistrict]
    self.stampDay = stampDay
    self.asOf = asOf
  }

  package func write(_ registration: Registration, into row: inout Row) {
    row.clear()
    row.append(school)
    row.append(schoolName)
    appendPupil(registration, to: &row)
    appendHome(registration.person.household, to: &row)
    appendParents(registration, to: &row)
    if hasSkills { appendSkills(registration, to: &row) }
  }

  private func appendPupil(_ registration: Registration, to row: inout Row) {
    let person = registration.person
    row.append { Self.append(person.identity, to: &$0) }
    row.append(registration.grade.bytes)
    row.append(registration.room)
    row.append(registration.studentNumber)
    row.append(Words.sexes[person.sex.rawValue])
    let isYoung = person.birth.years(until: asOf) < 15
    row.append(Words.titles[person.sex.rawValue + (isYoung ? 0 : 2)])
    row.append(person.givenName)
    row.append { Surnames.append(person.surname, to: &$0) }
    row.append { Self.append(person.birth, to: &$0) }
    row.append(person.birth.years(until: stampDay))
    row.append { Self.append(tenths: registration.weight, to: &$0) }
    row.append { Self.append(tenths: registration.height, to: &$0) }
    row.append(registration.isThin ? [] : Vocabulary.bloodGroups[registration.blood])
  }

  private func appendHome(_ household: Household, to row: inout Row) {
    row.append(Vocabulary.religions[household.religion])
    row.append(Vocabulary.nationalities[household.nationality])
    row.append(Vocabulary.nationalities[household.nationality])
    row.append {
      Digits.append(household.house, to: &$0)
      guard household.annex > 0 else { return }
      $0.append(UInt8(ascii: "/"))
      Digits.append(household.annex, to: &$0)
    }
    row.append(household.village)
    row.append(Vocabulary.roads[household.road])
    row.append(subdistrict)
    row.append(district)
    row.append(province)
  }

  private func appendParents(_ registration: Registration, to row: inout Row) {
    let household = registration.person.household
    appendGuardian(household, isThin: registration.isThin, to: &row)
    if let father = household.father {
      row.append(GivenNames.boys[father])
      row.append { Surnames.append(household.surname, to: &$0) }
      row.append(Vocabulary.occupations[household.fatherOccupation])
    } else {
      row.append(Words.unknown)
      row.append(Words.none)
      row.append(Words.none)
    }
    row.append(GivenNames.girls[household.mother])
    row.append { Surnames.append(household.motherSurname, to: &$0) }
    row.append(
      registration.isThin ? [] : Vocabulary.occupations[household.motherOccupation])
    row.append(Vocabulary.disadvantages[disadvantage(of: household)])
    row.append(registration.isNotRemovable ? Words.yes : Words.none)
  }

  private func appendGuardian(_ household: Household, isThin: Bool, to row: inout Row) {
    let isFather = household.guardian == .father
    let isParent = isFather || household.guardian == .mother
    switch household.guardian {
    case .father: row.append(GivenNames.boys[household.father ?? household.guardianName])
    case .mother: row.append(GivenNames.girls[household.mother])
    case .grandmother, .aunt: row.append(GivenNames.girls[household.guardianName])
    case .grandfather, .uncle:
      row.append(GivenNames.boys[household.guardianName % GivenNames.boys.count])
    }
    row.append {
      Surnames.append(
        isFather || !isParent ? household.surname : household.motherSurname, to: &$0)
    }
    let occupation = isFather ? household.fatherOccupation : household.motherOccupation
    row.append(isThin ? [] : Vocabulary.occupations[occupation])
    row.append(Vocabulary.relations[household.guardian.rawValue])
  }

  /// Scouts from ป.1 to ม.3; one child in three swims.
  private func appendSkills(_ registration: Registration, to row: inout Row) {
    let isScout = Grade(place: 3) <= registration.grade && registration.grade <= .lower3
    row.append(isScout ? Words.held : Words.notHeld)
    row.append(Words.notHeld)
    row.append(registration.person.number % 3 == 0 ? Words.held : Words.notHeld)
  }

  private func disadvantage(of household: Household) -> Int {
    household.papers == .gCode ? 2 : household.isPoor ? 1 : 0
  }

  static func append(_ identity: Identity, to bytes: inout [UInt8]) {
    switch identity {
    case .citizen(let number): Digits.append(number, to: &bytes, width: 13)
    case .gCode(let number):
      bytes.append(UInt8(ascii: "G"))
      Digits.append(number, to: &bytes, width: 12)
    }
  }

  /// dd/mm/BBBB, as DMC writes it.
  static func append(_ day: Day, to bytes: inout [UInt8]) {
    let civil = day.civil
    Digits.append(civil.day, to: &bytes, width: 2)
    bytes.append(UInt8(ascii: "/"))
    Digits.append(civil.month, to: &bytes, width: 2)
    bytes.append(UInt8(ascii: "/"))
    Digits.append(civil.year + 543, to: &bytes)
  }

  static func append(tenths: Int, to bytes: inout [UInt8]) {
    Digits.append(tenths / 10, to: &bytes)
    bytes.append(UInt8(ascii: "."))
    Digits.append(tenths % 10, to: &bytes)
  }
}

/// The words that a row holds beside names and numbers.
enum Words {
  static let sexes = WordList("ช ญ").words
  /// Under 15 and from 15 on, boys before girls.
  static let titles = WordList("เด็กชาย เด็กหญิง นาย นางสาว").words
  static let unknown = Array("ไม่ปรากฎ".utf8)
  static let none = [UInt8(ascii: "-")]
  static let yes = [UInt8(ascii: "/")]
  static let held = Array("True".utf8)
  static let notHeld = Array("False".utf8)
}

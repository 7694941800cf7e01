internal import Tables

/// Writes an entry as a row of the DMC student list.
struct EntryRow: Sendable {
  private let district = Array(SyntheticSchool.district.utf8)
  private let province = Array(SyntheticSchool.provinceName.utf8)
  private let school: [UInt8]
  private let schoolName: [UInt8]
  private let asOf: Day

  init(school: SyntheticSchool, asOf: Day) {
    self.school = Array(school.code.utf8)
    schoolName = Array(school.name.utf8)
    self.asOf = asOf
  }

  func write(_ entry: Entry, into row: inout Row) {
    row.clear()
    row.append(school)
    row.append(schoolName)
    appendPupil(entry, to: &row)
    appendHome(entry.child.home, to: &row)
    appendGuardian(entry.child.home, to: &row)
    appendParents(entry.child.home, to: &row)
    for (column, text) in entry.changes { row[column] = text }
  }

  private func appendPupil(_ entry: Entry, to row: inout Row) {
    let child = entry.child
    let age = child.birth.years(until: asOf)
    row.append { StudentRow.append(child.identity, to: &$0) }
    row.append(entry.grade.bytes)
    row.append(entry.room)
    row.append(entry.studentNumber)
    row.append(Words.sexes[child.sex.rawValue])
    row.append(Words.titles[child.sex.rawValue + (age < 15 ? 0 : 2)])
    row.append(child.givenName)
    row.append { FamilyNames.append(child.home.surname, to: &$0) }
    row.append { StudentRow.append(child.birth, to: &$0) }
    row.append(max(age, 0))
    row.append { StudentRow.append(tenths: entry.weight, to: &$0) }
    row.append { StudentRow.append(tenths: entry.height, to: &$0) }
    row.append(Vocabulary.bloodGroups[entry.blood])
  }

  private func appendHome(_ home: Home, to row: inout Row) {
    row.append(Vocabulary.religions[home.religion])
    row.append(Vocabulary.nationalities[home.nationality])
    row.append(Vocabulary.nationalities[home.nationality])
    row.append {
      Digits.append(home.address.house, to: &$0)
      guard home.address.annex > 0 else { return }
      $0.append(UInt8(ascii: "/"))
      Digits.append(home.address.annex, to: &$0)
    }
    row.append(home.address.village)
    row.append(Vocabulary.roads[home.address.road])
    row.append(SchoolNames.subdistricts[home.address.subdistrict])
    row.append(district)
    row.append(province)
  }

  private func appendGuardian(_ home: Home, to row: inout Row) {
    let (men, women) = (
      PopularNames.pool(home.papers, .male), PopularNames.pool(home.papers, .female)
    )
    let isFather = home.guardian.relation == .father && home.father != nil
    let isMother = home.guardian.relation == .mother || home.guardian.relation == .father
    let isParent = isFather || isMother
    switch home.guardian.relation {
    case .father: row.append(home.father.map { men.words[$0] } ?? women.words[home.mother])
    case .mother: row.append(women.words[home.mother])
    case .grandmother, .aunt: row.append(women.words[home.guardian.name])
    case .grandfather, .uncle: row.append(men.words[home.guardian.name])
    }
    row.append {
      FamilyNames.append(isFather || !isParent ? home.surname : home.motherSurname, to: &$0)
    }
    row.append(
      Vocabulary.occupations[isFather ? home.fatherOccupation : home.motherOccupation])
    let relation: Guardian.Relation =
      isFather ? .father : isMother ? .mother : home.guardian.relation
    row.append(Vocabulary.relations[relation.rawValue])
  }

  private func appendParents(_ home: Home, to row: inout Row) {
    if let father = home.father {
      row.append(PopularNames.pool(home.papers, .male).words[father])
      row.append { FamilyNames.append(home.surname, to: &$0) }
      row.append(Vocabulary.occupations[home.fatherOccupation])
    } else {
      row.append(Words.unknown)
      row.append(Words.none)
      row.append(Words.none)
    }
    row.append(PopularNames.pool(home.papers, .female).words[home.mother])
    row.append { FamilyNames.append(home.motherSurname, to: &$0) }
    row.append(Vocabulary.occupations[home.motherOccupation])
    row.append(Vocabulary.disadvantages[home.papers == .gCode ? 2 : home.isPoor ? 1 : 0])
    row.append(Words.none)
  }
}

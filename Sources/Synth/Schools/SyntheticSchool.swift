/// A school of the register.
package struct SyntheticSchool: Sendable {
  /// The place in the register, from 0.
  package let index: Int
  /// The province of the codes, two digits.
  package let province: Int
  /// Eight digits: province, area, serial.
  package let code: String
  /// Ten digits: 10 for OBEC, province, six digits.
  package let ministryCode: String
  package let name: String
  package let english: String
  package let subdistrict: Int
  package let levels: Levels
  package let hasNursery: Bool
  package let officeCode: String
  package let officeName: String

  /// The grades that are taught.
  package var grades: [Grade] {
    (0...Grade.last.place).map { Grade(place: $0) }
      .filter { levels.offers($0) && ($0 != .first || hasNursery) }
  }

  package static let district = "เมืองตัวอย่าง"
  package static let provinceName = "ตัวอย่าง"

  /// 250 schools an area office, nine offices a province, the first one 2001.
  package static let schoolsPerOffice = 250

  package init(
    index: Int, seed: SeededGenerator, schoolsPerOffice: Int = Self.schoolsPerOffice
  ) {
    var generator = seed.fork(UInt64(index))
    let office = index / schoolsPerOffice
    let area = office % 9 + 1
    self.index = index
    province = 20 + office / 9
    let prefix = Digits.padded(province, to: 2) + Digits.padded(area, to: 2)
    code = prefix + Digits.padded(index % schoolsPerOffice + 1, to: 4)
    ministryCode = "10" + Digits.padded(province, to: 2) + Digits.padded(80_001 + index, to: 6)
    // The ninth school is a namesake of the fourth, as happens inside one office.
    let (thai, roman) = SchoolNames.name(index: index % 12 == 8 ? index - 5 : index)
    name = thai
    english = roman
    subdistrict = generator.below(SchoolNames.subdistricts.count)
    levels = index % 11 == 10 ? .secondary : index % 4 == 0 ? .extended : .primary
    hasNursery = generator.chance(perThousand: 300)
    officeCode = prefix + "0000"
    officeName = "สพป.ตัวอย่าง เขต \(area)"
  }
}

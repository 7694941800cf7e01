/// A family of the register: its names, its parents, where it lives.
struct Home: Sendable {
  let papers: Household.Papers
  var surname: Int32
  /// Nil when the father is not known; then the child has the mother's surname.
  var father: Int?
  var mother: Int
  var motherSurname: Int32
  var guardian: Guardian
  let fatherOccupation: Int
  let motherOccupation: Int
  let religion: Int
  let nationality: Int
  var address: Address
  let isPoor: Bool

  init(papers: Household.Papers, school: SyntheticSchool, using generator: inout SeededGenerator) {
    self.papers = papers
    let (boys, girls) = (
      PopularNames.pool(papers, .male), PopularNames.pool(papers, .female)
    )
    surname = FamilyNames.pick(
      papers, province: school.province, school: school.index, using: &generator)
    father = generator.chance(perThousand: 60) ? nil : boys.pick(using: &generator)
    mother = girls.pick(using: &generator)
    motherSurname =
      father == nil || generator.chance(perThousand: 600)
      ? surname
      : FamilyNames.pick(
        papers, province: school.province, school: school.index, using: &generator)
    guardian = Guardian(papers: papers, using: &generator)
    fatherOccupation = Self.occupation(using: &generator)
    motherOccupation = Self.occupation(using: &generator)
    religion = generator.chance(perThousand: 930) ? 0 : generator.within(1...2)
    nationality = papers == .thai ? 0 : generator.within(1...Vocabulary.nationalities.count - 1)
    address = Address(subdistrict: school.subdistrict, using: &generator)
    isPoor = generator.chance(perThousand: 450)
  }

  private static func occupation(using generator: inout SeededGenerator) -> Int {
    switch generator.below(100) {
    case 0..<45: 4
    case 45..<75: 5
    case 75..<88: 3
    default: generator.below(Vocabulary.occupations.count)
    }
  }
}

struct Address: Sendable {
  var house: Int
  /// The part after the slash of a house number; 0 for none.
  var annex: Int
  var village: Int
  var road: Int
  var subdistrict: Int

  init(subdistrict: Int, using generator: inout SeededGenerator) {
    house = generator.within(1...299)
    annex = generator.chance(perThousand: 250) ? generator.within(1...9) : 0
    village = generator.within(1...14)
    road =
      generator.chance(perThousand: 120) ? generator.within(1...Vocabulary.roads.count - 1) : 0
    self.subdistrict = subdistrict
  }
}

/// Who answers for a child at school; parents do for most.
struct Guardian: Sendable {
  enum Relation: Int, Sendable { case father, mother, grandmother, grandfather, aunt, uncle }

  let relation: Relation
  /// The given name of one who is not a parent.
  let name: Int

  init(papers: Household.Papers, using generator: inout SeededGenerator) {
    relation =
      switch generator.below(100) {
      case 0..<35: .father
      case 35..<70: .mother
      case 70..<85: .grandmother
      case 85..<91: .grandfather
      case 91..<96: .aunt
      default: .uncle
      }
    let isMan = relation == .grandfather || relation == .uncle
    name = PopularNames.pool(papers, isMan ? .male : .female).pick(using: &generator)
  }
}

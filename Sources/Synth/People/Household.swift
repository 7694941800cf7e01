/// A family: its names, its parents, its home.
package struct Household: Sendable, Equatable {
  package enum Papers: Sendable { case thai, foreignNumber, gCode }
  package enum Guardian: Int, Sendable {
    case father, mother, grandmother, grandfather, aunt, uncle
  }

  package let papers: Papers
  package private(set) var surname: Surname
  /// Nil when the father is not known; then the child has the mother's surname.
  package let father: Int?
  package let mother: Int
  /// The mother's surname; most mothers have the family's.
  package private(set) var motherSurname: Surname
  package let guardian: Guardian
  /// The given name of a guardian who is not a parent.
  package let guardianName: Int
  package let fatherOccupation: Int
  package let motherOccupation: Int
  package let religion: Int
  package let nationality: Int
  package let house: Int
  /// The part after the slash of a house number; 0 for none.
  package let annex: Int
  package let village: Int
  package let road: Int
  package let isPoor: Bool

  package init(papers: Papers, using generator: inout SeededGenerator) {
    self.papers = papers
    surname = Self.surname(papers, using: &generator)
    father = generator.chance(perThousand: 60) ? nil : generator.below(GivenNames.boys.count)
    mother = generator.below(GivenNames.girls.count)
    let sharesSurname = father == nil || generator.chance(perThousand: 650)
    motherSurname = sharesSurname ? surname : Self.surname(papers, using: &generator)
    guardian = Self.guardian(hasFather: father != nil, using: &generator)
    guardianName = generator.below(GivenNames.girls.count)
    fatherOccupation = Self.occupation(using: &generator)
    motherOccupation = Self.occupation(using: &generator)
    religion = Self.religion(using: &generator)
    nationality = papers == .thai ? 0 : 1 + generator.below(Vocabulary.nationalities.count - 1)
    house = generator.within(1...299)
    annex = generator.chance(perThousand: 250) ? generator.within(1...9) : 0
    village = generator.within(1...14)
    road = generator.chance(perThousand: 120) ? 1 + generator.below(Vocabulary.roads.count - 1) : 0
    isPoor = generator.chance(perThousand: 450)
  }

  /// The family under another surname; a mother who shares it goes along.
  package func renamed(_ new: Surname) -> Household {
    var family = self
    family.surname = new
    if motherSurname == surname { family.motherSurname = new }
    return family
  }

  package static func surname(
    _ papers: Papers, using generator: inout SeededGenerator
  ) -> Surname {
    switch papers {
    case .thai: .thai(UInt32(generator.below(Surnames.count)))
    case .gCode: .withGCode(UInt32(generator.below(Surnames.foreignCount)))
    case .foreignNumber: .withForeignNumber(UInt32(generator.below(Surnames.foreignCount)))
    }
  }

  private static func guardian(
    hasFather: Bool, using generator: inout SeededGenerator
  ) -> Guardian {
    switch generator.below(100) {
    case 0..<35: hasFather ? .father : .mother
    case 35..<70: .mother
    case 70..<85: .grandmother
    case 85..<91: .grandfather
    case 91..<96: .aunt
    default: .uncle
    }
  }

  private static func occupation(using generator: inout SeededGenerator) -> Int {
    switch generator.below(100) {
    case 0..<45: 4
    case 45..<75: 5
    case 75..<88: 3
    default: generator.below(7)
    }
  }

  private static func religion(using generator: inout SeededGenerator) -> Int {
    switch generator.below(100) {
    case 0..<93: 0
    case 93..<97: 1
    default: 2
    }
  }
}

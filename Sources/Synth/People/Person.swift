package import Tables

package enum Sex: Int, Sendable, CaseIterable {
  case male, female

  /// As DMC writes it.
  package var code: String { self == .male ? "ช" : "ญ" }
}

/// A child, as the truth knows it.
package struct Person: Sendable {
  /// The true number; two rows with one number are one child, whatever the rows say.
  package let number: Int
  package var identity: Identity
  package let sex: Sex
  /// The place of the given name in the list for the child's sex and papers.
  package var given: Int
  /// The family's, until it is changed.
  package var surname: Surname
  package let birth: Day
  package var household: Household

  package var givenName: [UInt8] {
    switch (household.papers, sex) {
    case (.thai, .male): GivenNames.boys[given]
    case (.thai, .female): GivenNames.girls[given]
    case (_, .male): GivenNames.foreignBoys[given]
    case (_, .female): GivenNames.foreignGirls[given]
    }
  }

  /// How many given names there are for the child's sex and papers.
  var nameCount: Int { Self.nameCount(household.papers, sex) }

  static func nameCount(_ papers: Household.Papers, _ sex: Sex) -> Int {
    switch (papers, sex) {
    case (.thai, .male): GivenNames.boys.count
    case (.thai, .female): GivenNames.girls.count
    case (_, .male): GivenNames.foreignBoys.count
    case (_, .female): GivenNames.foreignGirls.count
    }
  }
}

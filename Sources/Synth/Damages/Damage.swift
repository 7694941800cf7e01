package import Tables

/// One way in which a row goes wrong: what is done to it, and what must be said of it.
package struct Damage: Sendable {
  package enum Outcome: Sendable, Equatable {
    /// Exactly one finding; without a column when the whole row is meant.
    case finding(Severity, StudentColumn?)
    /// Taken without an error or a warning: repaired, or worth a note at most.
    case repaired
  }

  /// What a file must be able to hold for the damage to be possible.
  package enum Demand: Sendable { case anyFile, unicode, text, skills }

  /// The code of the rule that must speak, or a name for what must be repaired.
  package let name: String
  package let outcome: Outcome
  package let demand: Demand
  private let fitting: @Sendable (DamageSite) -> Bool
  private let work: @Sendable (inout DamagedRow, inout SeededGenerator) -> Void

  package init(
    _ name: String, _ outcome: Outcome, demand: Demand = .anyFile,
    fits: @escaping @Sendable (DamageSite) -> Bool = { _ in true },
    apply: @escaping @Sendable (inout DamagedRow, inout SeededGenerator) -> Void
  ) {
    self.name = name
    self.outcome = outcome
    self.demand = demand
    fitting = fits
    work = apply
  }

  package func fits(_ site: DamageSite) -> Bool { fitting(site) }

  package func apply(to row: inout DamagedRow, using generator: inout SeededGenerator) {
    work(&row, &generator)
  }
}

/// Where a damage is to be done.
package struct DamageSite: Sendable {
  package let registration: Registration
  package let school: SyntheticSchool
  /// Completed years on the day to which the ages of grades refer.
  package let age: Int
  /// The rows before and behind are of the same room, so that the room stays when this one leaves it.
  package let isInsideRoom: Bool

  package var number: UInt64? {
    guard case .citizen(let number) = registration.person.identity else { return nil }
    return number
  }

  /// A child with a number that does not start with zeros.
  package var hasFullNumber: Bool { (number ?? 0) >= 1_000_000_000_000 }
  package var hasZeroNumber: Bool { number != nil && !hasFullNumber }
  package var hasGCode: Bool { number == nil }
  package var isThai: Bool { registration.person.household.papers == .thai }
  package var isInFirstRoom: Bool { registration.room == 1 && isInsideRoom }
}

/// A row under a damage's hands, with what can still be counted of it.
package struct DamagedRow: Sendable {
  package var row: Row
  /// The school, grade and sex that can be read; nil when the row cannot be placed.
  package var counted: CountKey?
  package let registration: Registration
  package let school: SyntheticSchool

  package subscript(column: StudentColumn) -> String {
    get { row[column] }
    set { row[column] = newValue }
  }

  package var identity: String { registration.person.identity.text }
}

/// All damages, for some rules one for each of their columns.
///
/// The order is that of planting, the ones with few fitting rows first.
package enum Damages {
  package static let all: [Damage] =
    IdentifierDamages.all + AddressDamages.all + RowDamages.all + ClassDamages.all
    + ChoiceDamages.all + NameDamages.all + ParentDamages.all + BirthDamages.all + BodyDamages.all
    + IdentifierForms.all + TextForms.all + DateForms.all + CodeForms.all

  package static let findings = all.indices.filter { all[$0].outcome != .repaired }
  package static let repaired = all.indices.filter { all[$0].outcome == .repaired }

  package static func index(of name: String) -> Int? { all.firstIndex { $0.name == name } }
}

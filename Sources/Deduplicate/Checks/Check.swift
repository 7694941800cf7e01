package import Settings
package import Tables

/// A check that needs more than one row, or the register.
package protocol Check: Sendable {
  static var name: String { get }
  static var summary: String { get }
  /// The check looks at the clusters that a model finds.
  static var needsModel: Bool { get }
  /// What it finds hangs on the register alone, and is told once for all datasets.
  static var isAboutRegister: Bool { get }

  /// It sets rows aside; no check of persons, all of whose registrations are kept.
  static var setsAside: Bool { get }

  /// Run as tests; kinds that need persons or a register are tested on their own.
  static var examples: [CheckExample] { get }

  init(_ rule: RuleSettings, schema: Schema, shelf: Shelf) throws

  /// Refuses datasets and columns that the run does not have.
  func validate(among schemas: [String: Schema]) throws

  /// Appends what it finds in a dataset, in the order of the rows.
  func check(_ linked: LinkedTables, dataset: Int, findings: inout Findings)

  /// The accepted rows that must not be counted.
  func setAside(_ linked: LinkedTables, dataset: Int) -> [QuarantinedRow]
}

extension Check {
  package static var needsModel: Bool { false }
  package static var isAboutRegister: Bool { false }
  package static var setsAside: Bool { false }
  package static var examples: [CheckExample] { [] }

  package func validate(among schemas: [String: Schema]) throws {}

  package func setAside(_ linked: LinkedTables, dataset: Int) -> [QuarantinedRow] { [] }
}

/// The room's kinds of check.
package let allChecks: [any Check.Type] = [
  RegisteredTwice.self,
  LookAlike.self,
  UnknownSchool.self,
  SchoolAmbiguous.self,
  SchoolFiles.self,
  RegisterTwice.self,
  RegisterShared.self,
  GradeOffered.self,
  RoomGap.self,
  UnfollowedDecision.self,
  // Any columns of any dataset.
  Unique.self,
  GroupCount.self,
  SmallGroup.self,
  Reference.self,
  // Against another dataset by identifier, as that of the round before.
  Absent.self,
  Step.self,
  Unchanged.self,
]

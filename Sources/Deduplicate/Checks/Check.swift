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

  init(_ rule: RuleSettings, schema: Schema, shelf: Shelf) throws

  /// Appends what it finds in a dataset, in the order of the rows.
  func check(_ linked: LinkedTables, dataset: Int, findings: inout Findings)
}

extension Check {
  package static var needsModel: Bool { false }
  package static var isAboutRegister: Bool { false }
}

/// The room's kinds of check.
package let allChecks: [any Check.Type] = [
  SameIdentifier.self,
  LookAlike.self,
  UnknownSchool.self,
  SchoolAmbiguous.self,
  SchoolFiles.self,
  RegisterTwice.self,
  RegisterShared.self,
  GradeOffered.self,
  RoomGap.self,
]

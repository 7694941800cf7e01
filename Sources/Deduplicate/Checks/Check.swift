package import Settings
package import Tables

/// A check that needs more than one row, or the register.
package protocol Check: Sendable {
  static var name: String { get }
  static var summary: String { get }

  init(_ rule: RuleSettings, schema: Schema, shelf: Shelf) throws

  /// Appends what it finds in a dataset, in the order of the rows.
  func check(_ linked: LinkedTables, dataset: Int, findings: inout Findings)
}

/// The room's kinds of check.
package let allChecks: [any Check.Type] = [
  SameIdentifier.self,
  LookAlike.self,
  UnknownSchool.self,
  RegisterTwice.self,
  GradeOffered.self,
  RoomGap.self,
]

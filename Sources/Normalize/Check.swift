package import Settings
package import Tables

/// A kind of check on the rows of one table; a rule says to which columns it applies.
///
/// A check looks at columns: it judges distinct values first, and rows only where it must. What it needs
/// of other rows or tables belongs to a later room.
package protocol Check: Sendable {
  /// The word that stands in a rule's `check:`.
  static var name: String { get }
  static var summary: String { get }
  /// The keys that it reads, beside those of every rule.
  static var keys: [String] { get }
  static var examples: [CheckExample] { get }

  init(_ settings: Settings, in scope: CheckScope) throws

  /// Adds a finding for every row that breaks the rule, in the order of the rows.
  func run(on table: CleanTable, inputs: [InputReport], hits: inout Hits)
}

/// All kinds of checks.
package let allChecks: [any Check.Type] = [
  // What is there at all, where it stands, and what the cleaners remarked.
  ShiftedColumns.self,
  Unplaced.self,
  Required.self,
  Remark.self,
  // Identifiers.
  IdentifierLength.self,
  CheckDigit.self,
  GCodeProvince.self,
  // Values of one column.
  NumberRange.self,
  DateWindow.self,
  Pattern.self,
  InList.self,
  TextDefects.self,
  // Agreement between columns.
  Agreement.self,
  StatedAge.self,
  AgeForCode.self,
  SwappedPair.self,
  GrowthRange.self,
  Misplaced.self,
  Conditional.self,
  AddsUp.self,
]

package import Settings
package import Tables

/// A check that needs totals, the balance, or another round.
package protocol Check: Sendable {
  static var name: String { get }
  static var summary: String { get }

  init(_ rule: RuleSettings, schemas: [String: Schema], register: String?) throws

  func check(_ linked: LinkedTables, findings: inout Findings)
}

/// The room's kinds of check.
package let allChecks: [any Check.Type] = [SchoolWithoutRows.self]

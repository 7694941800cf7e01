package import Queries
package import Settings
package import Tables

/// A check that needs totals, the balance, a query, or another round.
package protocol Check: Sendable {
  static var name: String { get }
  static var summary: String { get }

  init(_ rule: RuleSettings, _ round: AggregateRound) throws

  /// What the check asks of the round's tables in SQLite.
  var query: Query? { get }

  func check(_ linked: LinkedTables, _ database: RoundDatabase, findings: inout Findings) throws
}

extension Check {
  package var query: Query? { nil }
}

/// The room's kinds of check.
package let allChecks: [any Check.Type] = [
  SchoolWithoutRows.self,
  Reconciled.self,
  QueriedRows.self,
  UnfollowedAnswer.self,
]

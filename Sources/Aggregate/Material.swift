package import Queries
package import Tables

/// What the measures count.
package struct Material: Sendable {
  package let linked: LinkedTables
  package let findings: Findings
  package let book: RuleBook
  /// The place of each finding, in the order of the findings.
  package let places: [FindingPlace]

  /// The rows that the run's queries read.
  package let database: RoundDatabase

  package init(
    linked: LinkedTables, findings: Findings, book: RuleBook, database: RoundDatabase
  ) {
    self.linked = linked
    self.findings = findings
    self.book = book
    self.database = database
    places = findings.all.map { linked.place(of: $0) }
  }

  /// The table and the links of a dataset.
  func dataset(_ name: String) -> (table: CleanTable, links: Links)? {
    linked.clean.index(of: name).map { (linked.clean.tables[$0], linked.links[$0]) }
  }
}

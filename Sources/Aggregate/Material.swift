package import Growth
package import Tables

/// What the measures count.
package struct Material: Sendable {
  package let linked: LinkedTables
  package let findings: Findings
  package let book: RuleBook
  package let round: Round
  /// The table of growth that the pipeline names.
  package let growth: GrowthReference?
  /// The place of each finding, in the order of the findings.
  package let places: [FindingPlace]

  package init(
    linked: LinkedTables, findings: Findings, book: RuleBook, round: Round,
    growth: GrowthReference? = nil
  ) {
    self.linked = linked
    self.findings = findings
    self.book = book
    self.round = round
    self.growth = growth
    places = findings.all.map { linked.place(of: $0) }
  }

  /// The table and the links of a dataset.
  func dataset(_ name: String) -> (table: CleanTable, links: Links)? {
    linked.clean.index(of: name).map { (linked.clean.tables[$0], linked.links[$0]) }
  }
}

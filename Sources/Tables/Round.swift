/// A collection round: which system, which academic year and term, and its dates.
package struct Round: Sendable {
  package let system: String
  /// Buddhist era.
  package let year: Int
  package let term: Int
  package let title: LocalizedText
  /// The day at which ages and figures are taken.
  package let asOf: Day
  package let opens: Day
  package let closes: Day

  package init(
    system: String, year: Int, term: Int, title: LocalizedText, asOf: Day, opens: Day, closes: Day
  ) {
    self.system = system
    self.year = year
    self.term = term
    self.title = title
    self.asOf = asOf
    self.opens = opens
    self.closes = closes
  }

  /// As the command line writes it, as in `2569/1`.
  package var name: String { "\(year)/\(term)" }

  /// The folder of the round's outputs, as in `2569-1`.
  package var folder: String { "\(year)-\(term)" }
}

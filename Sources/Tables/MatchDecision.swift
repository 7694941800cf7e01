/// What a person has decided about two registrations.
package enum MatchVerdict: String, Sendable, CaseIterable { case same, different, later }

/// A line of the file of decisions that could not be followed, or not wholly.
package struct DecisionNote: Sendable {
  package enum Outcome: String, Sendable, CaseIterable {
    /// One of its records is in no list of this round.
    case unknown
    /// A later line says otherwise of the same two records.
    case replaced
    /// Other decisions say the opposite: A is B and B is C, but A is not C.
    case contradicted
    /// It is none of the words for a decision.
    case unreadable
    /// It is none of the results of a check.
    case unreadableResult = "unreadable-result"
    /// The child is said to attend at two registrations.
    case contested
    /// The child is said to attend at none.
    case nowhere
  }

  /// The dataset of decisions and the row there.
  package let place: RowReference
  package let outcome: Outcome

  package init(place: RowReference, outcome: Outcome) {
    self.place = place
    self.outcome = outcome
  }
}

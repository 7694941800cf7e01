internal import Tables

/// What makes a finding the same one in the next run, though its row may have moved.
///
/// The row is known by a keyed digest of what identifies it, so that a history holds no name and no number.
struct FindingKey: Hashable, Sendable {
  let rule: String
  let dataset: String
  /// The school's code; empty where none is known.
  let school: String
  /// The name of the column; empty where the whole row is meant.
  let column: String
  let row: Int64
}

/// A finding as the history keeps it.
struct RememberedFinding: Sendable {
  let key: FindingKey
  /// The digest by what else identifies the row, as a pupil's names do; 0 where nothing does.
  let other: Int64
  let file: String
  let sheet: String
  let row: Int
}

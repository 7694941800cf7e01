internal import Aggregate
internal import Tables

/// What a history keeps of a run.
package struct RunRecord: Sendable {
  let pipeline: String
  let round: Round
  /// Of the inputs alone: two runs on the same files are one step of the round.
  let inputs: String
  let findings: [RememberedFinding]
  let registrations: [ClusterNumbers.Remembered]
  /// The highest number that was ever given to a cluster.
  let highest: Int
  let intakes: SchoolIntakes
  let tables: [FigureTable]
}

internal import GRDB
package import Tables

/// A run as the history knows it.
package struct PastRun: Sendable, Equatable {
  package let id: Int64
  package let pipeline: String
  /// Empty for a run of a version that did not keep it.
  package let system: String
  package let year: Int
  package let term: Int
  /// The days on which its inputs were read first and last; nil where an earlier version made it.
  package let firstDay: Day?
  package let lastDay: Day?
  /// How often in a row the same inputs were read.
  package let times: Int
  /// Nil where an earlier version made it.
  package let intake: Intake?

  package init(
    id: Int64, pipeline: String, system: String, year: Int, term: Int, firstDay: Day?,
    lastDay: Day?, times: Int, intake: Intake?
  ) {
    self.id = id
    self.pipeline = pipeline
    self.system = system
    self.year = year
    self.term = term
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.times = times
    self.intake = intake
  }
}

extension PastRun {
  /// The runs that fit, in the order in which they were made.
  static func fetchAll(
    _ database: Database, where condition: String = "1", _ arguments: StatementArguments = []
  ) throws -> [PastRun] {
    try Row.fetchAll(
      database, sql: "SELECT * FROM run WHERE \(condition) ORDER BY id", arguments: arguments
    ).map { PastRun($0) }
  }

  private init(_ row: Row) {
    let day = { (column: String) in (row[column] as String?).flatMap { Day(iso: $0) } }
    self.init(
      id: row["id"], pipeline: row["pipeline"], system: row["system"], year: row["year"],
      term: row["term"], firstDay: day("first_day"), lastDay: day("last_day"), times: row["times"],
      intake: Intake(row))
  }
}

extension Intake {
  fileprivate init?(_ row: Row) {
    guard let accepted = row["accepted"] as Int?, let errors = row["errors"] as Int?,
      let further = row["further"] as Int?
    else { return nil }
    var schools: Schools?
    if let submitted = row["submitted"] as Int?, let empty = row["without_pupils"] as Int?,
      let missing = row["not_submitted"] as Int?
    {
      schools = Schools(submitted: submitted, withoutPupils: empty, notSubmitted: missing)
    }
    self.init(
      schools: schools, rows: accepted, furtherRegistrations: further, errors: errors)
  }
}

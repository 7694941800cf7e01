package import Tables

/// The rounds of two academic years with what has been run for each: what `krong rounds` shows.
package struct RoundList: Sendable {
  package struct Entry: Sendable {
    package let round: Round
    package let state: RoundState
    package let previous: Round?
    package let lastYear: Round?
    /// By the name of the pipeline.
    package let runs: [Runs]
  }

  /// What a pipeline has run for a round.
  package struct Runs: Sendable {
    package let pipeline: String
    package let count: Int
    package let last: PastRun
  }

  package let today: Day
  /// One list for each system, in the order in which the rounds open.
  package let systems: [[Entry]]
  /// The academic year of each system, which is shown with the one before it.
  package let years: [Int]

  /// `year` takes the place of the academic year that `today` lies in.
  package init(_ catalog: RoundCatalog, today: Day, year: Int? = nil, runs: [PastRun]) {
    self.today = today
    let years = catalog.calendars.map { year ?? $0.academicYear(of: today) }
    self.years = years
    systems = zip(catalog.calendars, years).map { calendar, year in
      (year - 1...year).flatMap { calendar.rounds(ofYear: $0) }.map { round in
        Entry(
          round: round, state: RoundState(round, on: today),
          previous: calendar.previous(of: round), lastYear: calendar.lastYear(of: round),
          runs: Self.runs(of: round, among: runs))
      }
    }
  }

  private static func runs(of round: Round, among runs: [PastRun]) -> [Runs] {
    let own = runs.filter {
      $0.system == round.system && $0.year == round.year && $0.term == round.term
    }
    return Dictionary(grouping: own) { $0.pipeline }.sorted { $0.key < $1.key }
      .compactMap { pipeline, runs in
        runs.last.map { last in
          Runs(pipeline: pipeline, count: runs.reduce(0) { $0 + $1.times }, last: last)
        }
      }
  }
}

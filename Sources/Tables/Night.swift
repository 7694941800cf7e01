/// What an earlier run of a round left to be done: one point of the curve of a collection window.
package struct Night: Sendable, Equatable {
  /// The day on which its inputs were read first.
  package let day: Day
  package let intake: Intake

  package init(day: Day, intake: Intake) {
    self.day = day
    self.intake = intake
  }
}

/// What was handed in, and what is left to be done, at the end of a run.
package struct Intake: Sendable, Equatable {
  /// Schools of the register.
  package struct Schools: Sendable, Equatable {
    /// Those that have handed in something, be it an empty list.
    package let submitted: Int
    /// Of these the ones with an empty list.
    package let withoutPupils: Int
    package let notSubmitted: Int

    package init(submitted: Int, withoutPupils: Int, notSubmitted: Int) {
      self.submitted = submitted
      self.withoutPupils = withoutPupils
      self.notSubmitted = notSubmitted
    }

    package var all: Int { submitted + notSubmitted }
  }

  /// Nil where no register says which schools there are.
  package let schools: Schools?
  /// Accepted rows, without those of the register and of what is only compared with.
  package let rows: Int
  package let furtherRegistrations: Int
  package let errors: Int

  package init(schools: Schools?, rows: Int, furtherRegistrations: Int, errors: Int) {
    self.schools = schools
    self.rows = rows
    self.furtherRegistrations = furtherRegistrations
    self.errors = errors
  }
}

/// Remembers the earlier nights of a round.
package protocol NightHistory: Sendable {
  /// In the order of their days; without those that read what this run reads.
  var nights: [Night] { get }
}

package import Tables

/// What a synthetic round is to be like.
package struct SynthSettings: Sendable {
  package var schools: Int
  package var students: Int
  package var seed: UInt64
  /// The academic year, Buddhist era.
  package var year: Int
  /// 1, 2 or 3.
  package var term: Int
  /// Nothing is planted: no damage and no duplicate.
  package var isClean: Bool
  /// How many of a thousand students a register for the matcher holds a second time.
  package var twice: Int

  package init(
    schools: Int = 13, students: Int = 1500, seed: UInt64 = 2569, year: Int = 2569, term: Int = 1,
    isClean: Bool = false, twice: Int = 20
  ) throws {
    guard 1...30_000 ~= schools else {
      throw SynthError(reason: "there are \(schools) schools, expected 1 to 30000")
    }
    guard schools * 8...20_000_000 ~= students else {
      throw SynthError(
        reason: "there are \(students) students, expected \(schools * 8) (8 a school) to 20000000")
    }
    try Self.check(year: year, term: term)
    guard 0...500 ~= twice else {
      throw SynthError(reason: "twice is \(twice) of a thousand students, expected 0 to 500")
    }
    self.schools = schools
    self.students = students
    self.seed = seed
    self.year = year
    self.term = term
    self.isClean = isClean
    self.twice = twice
  }

  /// Reads a round written as `2569/1`.
  package static func round(_ text: String) throws -> (year: Int, term: Int) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let year = Int(parts[0]), let term = Int(parts[1]) else {
      throw SynthError(reason: "the round is '\(text)', expected a year and a term as in 2569/1")
    }
    return (year, term)
  }

  /// The settings of each round of a list written as `2568/1,2568/2,2569/1`, the earliest first.
  ///
  /// From one to the next there is at most an academic year, so that a grade rises once.
  package func rounds(_ list: String) throws -> [SynthSettings] {
    let rounds = try list.split(separator: ",", omittingEmptySubsequences: false).map { name in
      var settings = self
      (settings.year, settings.term) = try Self.round(String(name))
      try Self.check(year: settings.year, term: settings.term)
      return settings
    }
    guard rounds.count > 1 else {
      throw SynthError(
        reason: "the round \(list) stands alone, expected two or more as in 2568/1,2568/2,2569/1")
    }
    for (earlier, later) in zip(rounds, rounds.dropFirst()) {
      guard (earlier.year, earlier.term) < (later.year, later.term) else {
        throw SynthError(
          reason: "the round \(later.name) follows \(earlier.name), expected the earlier one first")
      }
      guard later.year - earlier.year <= 1 else {
        throw SynthError(
          reason: "the round \(later.name) follows \(earlier.name), "
            + "expected one of the same academic year or of the next")
      }
    }
    return rounds
  }

  /// As in 2569/1.
  package var name: String { "\(year)/\(term)" }

  /// The settings of the term after this one.
  package var next: SynthSettings {
    var next = self
    (next.year, next.term) = term < 3 ? (year, term + 1) : (year + 1, 1)
    return next
  }

  private static func check(year: Int, term: Int) throws {
    guard 2550...2600 ~= year, 1...3 ~= term else {
      throw SynthError(
        reason: "the round is \(year)/\(term), expected a year from 2550 to 2600 and a term 1 to 3")
    }
  }

  /// The day of the round's figures: 10 June, 10 November, or 31 March of the year after.
  package var asOf: Day {
    switch term {
    case 1: day(year, 6, 10)
    case 2: day(year, 11, 10)
    default: day(year + 1, 3, 31)
    }
  }

  /// The day on which the ages of a grade are expected: 10 June of the academic year.
  package var ageDay: Day { day(year, 6, 10) }

  private func day(_ buddhistYear: Int, _ month: Int, _ day: Int) -> Day {
    guard let made = Day(year: buddhistYear - 543, month: month, day: day) else {
      preconditionFailure("the days of a round stand in every calendar year")
    }
    return made
  }
}

/// Settings from which no round can be made.
package struct SynthError: Error, Sendable, CustomStringConvertible {
  package let reason: String
  package var description: String { reason }
}

internal import Settings
internal import Tables

/// A day of every year, written MM-DD.
struct RoundDay: Sendable, Comparable {
  let month: Int
  let day: Int

  /// The last day of February is 02-28, for a day must be there every year.
  init(_ settings: Settings) throws {
    guard let word = try? settings.word, let day = Day(iso: "2001-" + word) else {
      throw settings.expected("a day as MM-DD")
    }
    (_, month, self.day) = day.civil
  }

  /// The day in a year of the Common Era; the calendar has the years 1 to 9999.
  func day(in year: Int) -> Day {
    guard let day = Day(year: min(max(year, 1), 9999), month: month, day: day) else {
      preconditionFailure("a day of every year is a day of this one")
    }
    return day
  }

  var text: String { String(Day(year: 2001, month: month, day: day)?.iso.dropFirst(5) ?? "") }

  static func < (left: RoundDay, right: RoundDay) -> Bool {
    (left.month, left.day) < (right.month, right.day)
  }
}

/// A calendar day, counted from 1970-01-01 in the proleptic Gregorian calendar.
package struct Day: Sendable, Hashable, Comparable {
  package let number: Int32

  package init(number: Int32) { self.number = number }

  /// The day of a year of the Common Era; nil when there is no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard 1...9999 ~= year, 1...12 ~= month, day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    // Days from civil: years start in March, so that the leap day is a year's last.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Reads YYYY-MM-DD of the Common Era.
  package init?(iso text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  package var civil: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }

  /// YYYY-MM-DD of the Common Era.
  package var iso: String {
    let (year, month, day) = civil
    return "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
  }

  /// DD/MM/YYYY of the Buddhist era in Thai, YYYY-MM-DD of the Common Era in English.
  package var short: LocalizedText {
    let (year, month, day) = civil
    return LocalizedText(
      thai: [Self.padded(day, 2), Self.padded(month, 2), Self.padded(year + 543, 4)]
        .joined(separator: "/"), english: iso)
  }

  /// Completed years from this day to another; negative when the other comes first.
  package func years(until other: Day) -> Int {
    let (from, to) = (civil, other.civil)
    let before = (to.month, to.day) < (from.month, from.day)
    return to.year - from.year - (before ? 1 : 0)
  }

  /// Completed months from this day to another; negative when the other comes first.
  package func months(until other: Day) -> Int {
    let (from, to) = (civil, other.civil)
    return (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0)
  }

  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

import Tables
import Testing

@Suite struct DayTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("2000-03-01", 11_017), ("2026-06-10", 20_614), ("1900-01-01", -25_567),
  ])
  func countsFromTheEpoch(iso: String, number: Int32) {
    #expect(Day(iso: iso)?.number == number)
    #expect(Day(number: number).iso == iso)
  }

  @Test func daysFollowEachOtherWithoutGap() {
    var day = Day(iso: "1899-12-28")?.number ?? 0
    for year in 1900...2100 {
      for month in 1...12 {
        for date in 1...Day.length(ofMonth: month, year: year) {
          let next = Day(year: year, month: month, day: date)
          if year > 1900 || month > 1 || date > 1 { #expect(next?.number == day + 1) }
          day = next?.number ?? 0
        }
      }
    }
  }

  @Test(arguments: ["2026-02-29", "2026-13-01", "2026-00-10", "2026-1", "x-1-1", "2026-04-31"])
  func refusesWhatIsNoDay(text: String) { #expect(Day(iso: text) == nil) }

  @Test(arguments: [
    ("2016-11-05", "2026-06-10", 9), ("2016-06-10", "2026-06-10", 10),
    ("2016-06-11", "2026-06-10", 9), ("2027-01-01", "2026-06-10", -1),
  ])
  func completedYearsTurnOnTheBirthday(birth: String, asOf: String, years: Int) throws {
    let birth = try #require(Day(iso: birth))
    #expect(birth.years(until: try #require(Day(iso: asOf))) == years)
  }

  @Test(arguments: [
    ("2016-06-10", "2026-06-10", 120), ("2016-06-11", "2026-06-10", 119),
    ("2026-01-31", "2026-02-28", 0), ("2026-01-31", "2026-03-31", 2),
    ("2024-02-29", "2026-02-28", 23), ("2025-12-10", "2026-01-10", 1),
    ("2026-06-11", "2026-06-10", -1), ("9999-12-31", "0001-01-01", -119_988),
  ])
  func completedMonthsTurnOnTheDay(birth: String, asOf: String, months: Int) throws {
    let birth = try #require(Day(iso: birth))
    #expect(birth.months(until: try #require(Day(iso: asOf))) == months)
  }
}

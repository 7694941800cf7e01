import Aggregate
import Settings
import Tables
import TestKit
import Testing

/// What is paid for pupils by a table of rates: exact, traced, and never 0 for what is not known.
@Suite struct MoneyTests {
  private static let rates = """
    level,year,term,baht,source
    primary,2569,1,1000.25,letter 1
    primary,2569,2,77,letter 2
    lower,2569,1,2000.5,letter 1
    lower,2568,1,88,letter 3
    """

  /// The second pupil is registered once more; the fifth is of no grade, the sixth of no school.
  private func round(_ rates: String? = Self.rates) -> CountedRound {
    var round = SchoolPupils.round
    round.repeats([1], of: 1)
    round.catalogue = """
      level: { column: grade, codes: grade.csv, groups: level.csv, only: groups }
      sexes: { column: sex, codes: sex.csv }
      """
    round.rates = rates
    return round
  }

  private static let table = """
    dataset: pupil
    rows: school
    quantities:
      registered: { money: registrations }
      paid: { money: persons }
      back: { money: further }
      unknown: { no-rate: registrations }
      unknown-further: { no-rate: further }
    """

  @Test func everySchoolIsPaidByTheRatesOfTheRound() throws {
    #expect(
      try round().lines(Self.table) == [
        "registered paid back unknown unknown-further",
        // Three of primary, one of them registered once more.
        "20010001: 3000.75h 2000.5h 1000.25h 0 0",
        "20010002: 2000.5h 2000.5h 0h 1 0",
        // Nobody costs nothing; of a school that has handed in nothing no amount is known.
        "20010003: 0h 0h 0h 0 0",
        "20010004: – – – – –",
        "unknown: 1000.25h 1000.25h 0h 0 0",
        "total: 6001.5h 5001.25h 1000.25h 1 0",
      ])
  }

  @Test func aGradeWithoutARateIsNotKnownAndNeverNothing() throws {
    let lines = try round("level,baht,source\nlower,2000.50,letter\n").lines(
      "dataset: pupil\nrows: level\nquantities: { paid: { money: persons }, unknown: { no-rate: persons } }"
    )
    #expect(
      lines == [
        "paid unknown", "kinder: 0h 0", "primary: – 3", "lower: 2000.5h 0", "unknown: – 1",
        "total: 2000.5h 4",
      ])
  }

  @Test func ratesOfAnotherRoundPayNobody() throws {
    let lines = try round("level,year,baht,source\nprimary,2568,5,letter\n").lines(
      "dataset: pupil\nrows: level\nquantities: { paid: { money: persons }, unknown: { no-rate: persons } }"
    )
    #expect(lines.last == "total: – 5")
  }

  @Test func aLineMayNameALevelByItsNameAndSeveralDimensions() throws {
    let rates = "level,sexes,baht,source\nประถม,Male,10,x\nprimary,ญ,20.01,x\n"
    #expect(
      try round(rates).row(
        "total", "dataset: pupil\nrows: school\nquantities: { q: { money: registrations } }")
        == "50.01h")
  }

  @Test func whereRatesComeFromStandsBelowTheTable() throws {
    let table = try round().figures(Self.table).table
    #expect(table.notes.map { $0.english } == ["Rates: letter 1"])
    #expect(table.columns.map { $0.unit } == ["baht", "baht", "baht", "registrations", "further"])
  }

  @Test func withoutRatesNothingIsComputed() throws {
    let figures = try round(nil).figures(Self.table)
    #expect(figures.table.rows.map { $0.key } == ["total"])
    #expect(figures.table.cells.allSatisfy { $0.value == .notComputed })
  }

  @Test func theLargestRateOfManyPupilsIsExact() throws {
    let round = round("level,baht,source\nprimary,9999999.99,x\n")

    #expect(
      try round.row(
        "total", "dataset: pupil\nrows: school\nquantities: { q: { money: registrations } }")
        == "39999999.96h")
  }

  @Test(
    arguments: [
      ("level,baht\nprimary,1\n", "rates.csv:1:1: error: the header lacks the column 'source'"),
      (
        "# c\nlevel,price,source\nprimary,1,x\n",
        "rates.csv:2:1: error: the header lacks the column 'baht'"
      ),
      (
        "baht,source\n1,x\n",
        "rates.csv:1:1: error: the header lacks a column that says whom a rate is for, such as 'level' or 'grade'"
      ),
      ("level,baht,level,source\n", "rates.csv:1:12: error: the column 'level' stands twice"),
      (
        "level,baht,source\n",
        "rates.csv:1:1: error: expected a line for each rate below the header"
      ),
      (
        "level,baht,source\nprimary,\"1,900\",x\n",
        "rates.csv:2:9: error: expected baht from 0 to 10000000, with two decimals at most and without commas, as in 1900.00, found '1,900'"
      ),
      (
        "level,baht,source\nprimary,1.005,x\n",
        "rates.csv:2:9: error: expected baht from 0 to 10000000, with two decimals at most and without commas, as in 1900.00, found '1.005'"
      ),
      (
        "level,baht,source\nprimary,-1,x\n",
        "rates.csv:2:9: error: expected baht from 0 to 10000000, with two decimals at most and without commas, as in 1900.00, found '-1'"
      ),
      (
        "level,baht,source\nprimary,99999999999999999999,x\n",
        "rates.csv:2:9: error: expected baht from 0 to 10000000, with two decimals at most and without commas, as in 1900.00, found '99999999999999999999'"
      ),
      (
        "level,baht,source\nprimary,1, \n",
        "rates.csv:2:11: error: 'source' is empty; name the letter or announcement that sets the rate"
      ),
      (
        "level,baht,source\n,1,x\n",
        "rates.csv:2:1: error: 'level' is empty; write whom the rate is for, on a line of its own for each"
      ),
      (
        "level,year,baht,source\nprimary,2026,1,x\n",
        "rates.csv:2:9: error: expected a year of the Buddhist era, such as 2569, found '2026'"
      ),
      (
        "level,term,baht,source\nprimary,,1,x\n",
        "rates.csv:2:9: error: expected a term, such as 1, found ''"
      ),
      (
        "level,baht,source\nprimery,1,x\n",
        "rates.csv:2:1: error: unknown level 'primery'; did you mean 'primary'?"
      ),
      (
        "levle,baht,source\nprimary,1,x\n",
        "rates.csv:1:1: error: unknown column 'levle'; did you mean 'level'?"
      ),
      (
        "level,baht,source\nprimary,1,x\nประถม,2,y\n",
        "rates.csv:3:1: error: this rate stands twice; first in line 2"
      ),
    ])
  func mistakesAreToldWithTheirPlace(rates: String, mistake: String) {
    #expect(round(rates).mistake(Self.table) == mistake)
  }

  @Test func aFileThatIsTooLargeIsRefusedUnread() {
    let csv = "level,baht,source\n" + String(repeating: "primary,1,x\n", count: 200_000)
    #expect(
      round(csv).mistake(Self.table)
        == "rates.csv:1:1: error: is too large for a table of rates: more than 2 MB")
  }
}

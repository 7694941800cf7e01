import Aggregate
import Tables
import TestKit
import Testing

/// Tables that stand beside earlier rounds, and tables that repeat figures of others.
@Suite struct EarlierTableTests {
  private static func round(
    _ kind: EarlierRound.Kind?, _ year: Int, _ term: Int, _ values: [String: Figure.Value]
  ) -> EarlierRound {
    let round = Round(
      system: "dmc", year: year, term: term, title: LocalizedText("r"), asOf: Day(number: 0),
      opens: Day(number: 0), closes: Day(number: 0))
    let figures = values.map { name, value in
      let parts = name.split(separator: ":").map { String($0) }
      return (FigureID(table: parts[0], row: parts[1], column: parts[2]), value)
    }
    return EarlierRound(
      kind: kind, round: round, values: Dictionary(uniqueKeysWithValues: figures))
  }

  private static let table = """
    dataset: pupil
    rows: sexes
    quantities: { n: { count: persons }, weight: { sum: weight } }

    """

  private func pupils(_ earlier: [EarlierRound]) -> CountedRound {
    var round = SchoolPupils.round
    round.earlier = earlier
    return round
  }

  private func lines(_ round: CountedRound, _ table: String) throws -> [String] {
    let counted = try round.figures(table).table
    return [counted.columns.map { $0.key }.joined(separator: " ")]
      + counted.rows.indices.map { row in
        let figures = counted.columns.indices.map { CountedRound.text(counted[row, $0].value) }
        return counted.rows[row].key + ": " + figures.joined(separator: " ")
      }
  }

  // MARK: Change

  private static let before = round(
    .previous, 2568, 3,
    ["t:ช:n": .count(1), "t:total:n": .count(9), "t:total:weight": .amount(hundredths: 100)])

  @Test(arguments: [
    "change: previous", "change: [previous, last-year]", "change: { since: previous }",
  ])
  func everyColumnTellsItsChange(change: String) throws {
    let lines = try lines(pupils([Self.before]), Self.table + change)
    #expect(
      lines == [
        "n weight n/previous-change weight/previous-change",
        // What the earlier round has not is no change from 0.
        "ช: 3 39.5h 2Δ –", "ญ: 2 60h – –", "unknown: 1 35.5h – –", "total: 6 135h -3Δ 134Δ",
      ])
  }

  @Test func someColumnsMayTellTheirChange() throws {
    let round = pupils([Self.before, Self.round(.lastYear, 2568, 1, ["t:total:n": .count(6)])])
    let change = "change: { since: [last-year, previous], of: n }"
    let table = try round.figures(Self.table + change).table
    #expect(
      table.columns.map { $0.key } == [
        "n", "weight", "n/previous-change", "n/last-year-change",
      ])
    #expect(
      table.columns[2].headings.map { $0.english } == ["Since previous round (2568/3)", "Persons"])
    #expect(try lines(round, Self.table + change).last == "total: 6 135h -3Δ 0Δ")
  }

  @Test func aRoundThatIsNotToBeHadHasNoColumns() throws {
    let other = Self.round(.previous, 2568, 3, ["u:total:n": .count(1)])
    let years = Self.round(nil, 2567, 1, ["t:total:n": .count(1)])
    for earlier in [[], [other], [years], [Self.round(.lastYear, 2568, 1, ["t:ช:n": .count(1)])]] {
      #expect(
        try lines(pupils(earlier), Self.table + "change: previous").first == "n weight")
    }
  }

  @Test func ofAChangeNoRowsAreTold() throws {
    let figures = try pupils([Self.before]).figures(Self.table + "change: previous")
    #expect(try figures.trace(row: 0, column: 0).lines.count == 3)
    let untraced = #expect(throws: UntracedFigure.self) {
      try figures.trace(row: 0, column: 2)
    }
    #expect(untraced?.reason.hasPrefix("it is of an earlier round, or the change since") == true)
  }

  // MARK: Years

  private static let counted = """
      u:
        measure: table
        title: U
        dataset: pupil
        rows: sexes
        quantities: { n: { count: persons }, s: { share: n, in: lines } }

    """

  private func years() -> CountedRound {
    var round = pupils([
      Self.round(
        .lastYear, 2568, 1,
        ["u:total:n": .count(4), "u:ช:n": .count(4), "u:ช:s": .share(4, of: 4)]),
      Self.round(nil, 2566, 1, ["u:total:n": .count(10)]),
      // Another term is no year.
      Self.round(.previous, 2567, 3, ["u:total:n": .count(77)]),
    ])
    round.others = Self.counted
    return round
  }

  @Test func yearsAreLinesAndOneThatWasNotRunIsNoData() throws {
    let table = """
      measure: years
      last: 4
      figures:
        all: { figure: u:total:n, title: All }
        boys: { figure: u:ช:s, title: Boys }
        none: { figure: u:total:nothing, title: None }
      """
    #expect(
      try lines(years(), table) == [
        "all all/change boys boys/change none none/change",
        "2566: 10 – – – – –", "2567: – – – – – –", "2568: 4 – 4/4 – – –",
        "2569: 6 2Δ 3/6 -50Δ – –",
      ])
  }

  @Test(arguments: ["figures: { n: { figure: u:total:n, title: N } }", "of: u\ncolumns: { n: N }"])
  func theFigureOfThisYearIsWalkedBackToItsRows(content: String) throws {
    let figures = try years().figures("measure: years\nlast: 2\n" + content)
    let isOfYears = figures.table.rows.count == 2
    let last = (row: figures.table.rows.count - 1, column: isOfYears ? 0 : 1)
    #expect(figures.table[last.row, last.column].value == .count(6))
    let trace = try figures.trace(row: last.row, column: last.column)
    #expect(trace.addsUp(to: figures.table[last.row, last.column]) && trace.lines.count == 6)
    #expect(throws: UntracedFigure.self) {
      try figures.trace(row: isOfYears ? 0 : last.row, column: 0)
    }
  }

  @Test func yearsAreColumnsOfATable() throws {
    let table = "measure: years\nof: u\nlast: 3\ncolumns: { n: Pupils, other: Nobody }"
    #expect(
      try lines(years(), table) == [
        "n/2567 n/2568 n/2569 other/2567 other/2568 other/2569", "ช: – 4 3 – – –",
        "ญ: – – 2 – – –", "unknown: – – 1 – – –", "total: – 4 6 – – –",
      ])
  }

  /// The runs of the other years may have been for other readers.
  @Test func whatIsHiddenNowIsHiddenOfAllYears() throws {
    var round = years()
    round.others = Self.counted.replacing(
      "rows: sexes", with: "where: citizen starts G\n    rows: sexes")
    round.suppression = try SuppressionRule(nil)
    #expect(
      try lines(round, "measure: years\nof: u\nlast: 2\ncolumns: { n: Pupils }").dropFirst()
        .allSatisfy { $0.hasSuffix("* *") })
    let change =
      "measure: figures\nchange: last-year\nlines: { a: { figure: u:total:n, title: A } }"
    #expect(try lines(round, change).last == "a: * *")
  }

  // MARK: Lists of figures

  @Test func figuresOfOtherTablesStandBelowEachOther() throws {
    let table = """
      measure: figures
      change: last-year
      lines:
        girls: { figure: u:ญ:n, title: Girls }
        share: { figure: u:ช:s, title: Boys }
        nobody: { figure: u:ช:other, title: Nobody }
      """
    #expect(
      try lines(years(), table) == [
        "value value/last-year-change", "girls: 2 –", "share: 3/6 -50Δ", "nobody: – –",
      ])
    let figures = try years().figures(table)
    #expect(try figures.trace(row: 1, column: 0).addsUp(to: figures.table[1, 0]))
    #expect(try figures.trace(row: 2, column: 0).lines.isEmpty)
    #expect(throws: UntracedFigure.self) { try figures.trace(row: 1, column: 1) }
  }

  // MARK: Mistakes

  @Test(arguments: [
    (
      "measure: years\nfigures: { a: { figure: v:total:n, title: A } }",
      "t.yaml:11:29: error: unknown table 'v'; did you mean 'u'?"
    ),
    (
      "measure: years\nof: t\ncolumns: { n: N }",
      "t.yaml:11:9: error: unknown table 't'; did you mean 'u'?"
    ),
    (
      "measure: figures\nlines: { a: { figure: u:n, title: A } }",
      "t.yaml:11:27: error: expected a figure as table:row:column, found 'u:n'"
    ),
    (
      "measure: years\nlast: 1\nof: u\ncolumns: { n: N }",
      "t.yaml:11:11: error: expected a number of years from 2 to 10, found '1'"
    ),
    (
      "measure: years\nof: u\nfigures: { a: { figure: u:total:n, title: A } }\ncolumns: { n: N }",
      "t.yaml:12:14: error: a table of years has 'figures' or 'of', not both"
    ),
    (
      "measure: years\nof: u\ncolumns: { n: N }\nchange: previous",
      "t.yaml:13:13: error: a table of the kind 'years' tells the change by itself"
    ),
    (
      "dataset: pupil\nrows: sexes\ncount: persons\nchange: prevoius",
      "t.yaml:14:13: error: unknown round to compare with 'prevoius'; did you mean 'previous'?"
    ),
    (
      "dataset: pupil\nrows: sexes\ncount: persons\nchange: [previous, previous]",
      "t.yaml:14:24: error: 'previous' stands there twice"
    ),
    (
      "dataset: pupil\nrows: sexes\ncount: persons\nchange: { of: n }",
      "t.yaml:14:13: error: missing key 'since'"
    ),
  ])
  func mistakesAreToldWithTheirPlace(table: String, mistake: String) {
    #expect(years().mistake(table) == mistake)
  }
}

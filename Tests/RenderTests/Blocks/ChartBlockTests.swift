import Foundation
import Render
import Tables
import Testing

struct ChartBlockTests {
  private static let figures = Figures(
    FigureTable(
      "pupils", columns: ["m", "f", "all-sum"],
      "K1 1 2 3\nK2 5 0 5\nK-sum 6 2 8\nP1 3 < -\nP2 0 0 0\ntotal 9 2 11"),
    FigureTable("years", columns: ["n/2568", "n/2569", "k/2569"], "a 1 2 9\nb - - 1\nc 4 5 1"),
    FigureTable("one", columns: ["n"], "2568 -\n2569 5"),
    FigureTable("nothing", columns: ["n"], "a 0\nb -"),
    FigureTable("headline", columns: ["value"], "some 12"))

  private static func body(_ chart: Written, _ others: Written...) async throws -> String {
    let stage = try Printing.stage(Printing.report([["chart": chart]] + others), formats: [.html])
    return try Printing.body(of: try await Printing.pages(stage, figures))
  }

  /// The figures that a picture draws, in the order of drawing; a figure stands in two pictures.
  private static func drawn(_ chart: Written) async throws -> [String] {
    let body = try await body(chart)
    guard let svg = body.components(separatedBy: "<svg").dropFirst().first else { return [] }
    return svg.components(separatedBy: "<g data-figure=\"").dropFirst().map {
      String($0.prefix { $0 != "\"" })
    }
  }

  @Test func sumsAreLeftOutUnlessTheyAreAskedFor() async throws {
    #expect(
      try await Self.drawn(["kind": "bars", "table": "pupils"]).map { $0.dropFirst(7) } == [
        "K1:m", "K1:f", "K2:m", "K2:f", "P1:m", "P1:f", "P2:m", "P2:f",
      ])
    #expect(
      try await Self.drawn([
        "kind": "bars", "table": "pupils", "rows": ["*-sum"], "columns": ["all-sum"],
      ]) == ["pupils:K-sum:all-sum"])
  }

  @Test func theLargestStandFirstAndTheRestIsTold() async throws {
    let chart: Written = ["kind": "bars", "table": "pupils", "columns": ["m"], "largest": 2]
    #expect(try await Self.drawn(chart) == ["pupils:K2:m", "pupils:P1:m"])
    #expect(try await Self.body(chart).contains("<p class=\"note\">chart-largest 2 4</p>"))
    let all: Written = ["kind": "bars", "table": "pupils", "columns": ["m"], "largest": 9]
    #expect(try await Self.drawn(all).map { $0.dropFirst(7) } == ["K2:m", "P1:m", "K1:m", "P2:m"])
    #expect(!(try await Self.body(all).contains("chart-largest")))
  }

  @Test func whatHoldsNothingCanBeHidden() async throws {
    #expect(
      try await Self.drawn([
        "kind": "bars", "table": "pupils", "columns": ["m", "f"], "hide-empty": "yes",
      ]).map { $0.dropFirst(7) } == ["K1:m", "K1:f", "K2:m", "K2:f", "P1:m", "P1:f"])
  }

  @Test func rowsAreTheSeriesOfATurnedTable() async throws {
    let chart: Written = [
      "kind": "lines", "table": "years", "rows": ["a", "c"], "columns": ["n/*"], "turned": "yes",
    ]
    #expect(
      try await Self.drawn(chart)
        == ["years:a:n/2568", "years:a:n/2569", "years:c:n/2568", "years:c:n/2569"])
  }

  @Test(
    arguments: [
      ["kind": "bars", "table": "nothing"], ["kind": "lines", "table": "one"],
      ["kind": "bars", "table": "pupils", "rows": ["none"]],
      ["kind": "pyramid", "table": "pupils", "columns": ["m", "none"]],
      ["kind": "stacked", "table": "pupils", "columns": ["none"]],
    ] as [Written])
  func nothingIsDrawnOfNothing(chart: Written) async throws {
    #expect(try await Self.body(chart, ["text": "End."]) == "<p>End.</p>")
  }

  @Test func ofTooManyThingsTheLargestAreDrawnAndOfTooManyPointsTheLatest() async throws {
    let figures = Figures(
      FigureTable(
        "many", columns: ["n"], (0..<100).map { "r\($0) \($0)" }.joined(separator: "\n")),
      FigureTable(
        "wide", columns: (0..<9).map { "c\($0)" },
        "a" + String(repeating: " 1", count: 9) + "\nb" + String(repeating: " 2", count: 9)))
    func body(_ kind: Written, _ table: Written) async throws -> String {
      try await Printing.body(
        ["chart": ["kind": kind, "table": table]], ["text": "End."], figures: figures)
    }
    let bars = try await body("bars", "many")
    #expect(
      bars.contains("chart-largest 20 100") && bars.contains(">r99<") && !bars.contains(">r79<"))
    let lines = try await body("lines", "many")
    #expect(lines.contains("chart-latest 40 100") && !lines.contains("many:r59:n"))
    #expect(lines.contains("many:r60:n"))
    #expect(try await body("bars", "wide").contains("wide:a:c5"))
    #expect(!(try await body("bars", "wide").contains("wide:a:c6")))
    // Shares without some of the parts would be wrong.
    #expect(try await body("stacked", "wide") == "<p>End.</p>")
  }

  // MARK: Words

  @Test func aChartIsToldInWordsThatAreMadeOfItsFigures() async throws {
    let body = try await Self.body([
      "kind": "bars", "table": "pupils", "columns": ["m", "f"], "title": "Pupils & more",
    ])
    #expect(body.contains("<title id=\"c1t\">Pupils &amp; more</title>"))
    #expect(
      body.contains(
        "<desc id=\"c1d\">chart-shows chart-bars {0} {1} Pupils &amp; more · chart-extremes m K2"
          + " · chart-extremes f K1 · chart-missing 1 {1}</desc>"))
    let line = try await Self.body(["kind": "lines", "table": "years", "columns": ["n/2569"]])
    #expect(line.contains(" · chart-course 2569 a · "))
  }

  @Test func aSentenceOfTheReportStandsBelowAndForThePicture() async throws {
    let body = try await Self.body([
      "kind": "bars", "table": "pupils", "text": "There are {headline:some}.",
    ])
    #expect(body.contains("<desc id=\"c1d\">There are 12.</desc>"))
    #expect(body.contains("<p>There are <b data-figure=\"headline:some:value\">12</b>.</p>"))
  }

  // MARK: Tables

  @Test func aChartLeadsToItsTableOrBringsIt() async throws {
    let chart: Written = ["kind": "bars", "table": "pupils", "columns": ["m"]]
    let linked = try await Self.body(chart, ["table": "pupils"])
    #expect(
      linked.contains("<p class=\"more\"><a href=\"#t1\">chart-table Table pupils {1}</a></p>"))
    #expect(!linked.contains("<details>"))
    for other: Written in [
      ["table": ["id": "pupils", "columns": ["f"]]], ["table": ["id": "pupils", "limit": 2]],
      ["table": "years"],
    ] {
      let brought = try await Self.body(chart, other)
      #expect(brought.contains("<details><summary>chart-figures {0} {1}</summary>"))
      #expect(brought.contains("id=\"c1f\""))
      #expect(brought.contains("<td data-figure=\"pupils:K2:m\">5</td>"))
    }
  }

  @Test func theNotesOfItsTableStandWithTheOthers() async throws {
    let figures = Figures(FigureTable("t", columns: ["n"], "a 1\nb 2", notes: ["as of June"]))
    let body = try await Printing.body(
      ["chart": ["kind": "bars", "table": "t"]], ["notes": []], figures: figures)
    #expect(body.contains("<li>as of June</li>"))
  }

  // MARK: Mistakes

  @Test(
    arguments: [
      (
        ["kind": "pie", "table": "t"],
        "chart/kind:1:2: error: unknown kind of chart 'pie'; expected pyramid, bars, columns, stacked or lines"
      ),
      (
        ["kind": "bar", "table": "t"],
        "chart/kind:1:2: error: unknown kind of chart 'bar'; did you mean 'bars'?"
      ),
      (
        ["kind": "bars", "tabel": "t"],
        "chart/tabel:1:1: error: unknown key 'tabel'; did you mean 'table'?"
      ),
      (["kind": "bars"], "chart:1:2: error: missing key 'table'"),
      (
        ["kind": "bars", "table": "pupil"],
        "chart/table:1:2: error: unknown table of figures 'pupil'; did you mean 'pupils'?"
      ),
      (
        ["kind": "bars", "table": "pupils", "largest": 0],
        "chart/largest:1:2: error: expected a number above 0, found '0'"
      ),
      (
        ["kind": "pyramid", "table": "pupils"],
        "chart:1:2: error: a pyramid has two sides: expected two 'columns', found 0"
      ),
      (
        ["kind": "pyramid", "table": "pupils", "columns": ["m"]],
        "chart/columns:1:2: error: a pyramid has two sides: expected two 'columns', found 1"
      ),
      (
        ["kind": "pyramid", "table": "pupils", "turned": "yes", "columns": ["m", "f"]],
        "chart:1:2: error: a pyramid has two sides: expected two 'rows', found 0"
      ),
    ] as [(Written, String)])
  func aMistakeIsToldBeforeTheRun(chart: Written, message: String) {
    let known = KnownTables([KnownTables.Table(id: "pupils")])
    #expect(
      Printing.mistakes(Printing.report(["chart": chart]), known: known)
        == "page/blocks/0/" + message)
  }
}

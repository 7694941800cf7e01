import Tables
import TestKit
import Testing

/// The names that rows and columns have in figures.csv.
@Suite struct RowKeyTests {
  private func keys(_ table: String, _ values: [String]) throws -> [String] {
    var round = CountedRound()
    round.small.add("n", [("a", .text), ("b", .text)], values)
    round.lists = ["a.csv": "code,level\np,p\nq,p\n", "level.csv": "code\np\n"]
    return try round.lines("dataset: n\ncount: rows\n" + table).dropFirst().map {
      String($0.split(separator: ": ")[0])
    }
  }

  @Test func aValueThatReadsLikeASumOrTheRestHasAnotherName() throws {
    #expect(
      try keys("rows: a", ["total|1", "all|1", "unknown|1", "-|1", "x|1"])
        == ["%61ll", "%74otal", "%75nknown", "x", "unknown", "total"])
  }

  @Test func twoValuesAreNotOneWithAStroke() throws {
    #expect(
      try keys("rows: [a, b]", ["p/q|r", "p|q/r", "p%2Fq|r", "50%|r"]).filter {
        !$0.hasSuffix("/all")
      } == ["50%/r", "p/q%2Fr", "p%252Fq/r", "p%2Fq/r", "total"])
  }

  @Test func aGroupThatIsCalledLikeItsMemberIsNumbered() throws {
    #expect(
      try keys("rows: { column: a, codes: a.csv, groups: level.csv }", ["p|1", "q|1"])
        == ["p", "q", "p#2", "total"])
  }
}

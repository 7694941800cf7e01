import Render
import Testing

struct HeaderGridTests {
  private static func grid(_ headings: [[String]]) -> HeaderGrid {
    HeaderGrid(
      DocumentTable(
        id: "t", title: "", sheet: "", stubs: ["s"], namingStub: 0,
        columns: headings.map { DocumentTable.Column(key: "", headings: $0) }, rows: []))
  }

  /// The grid as a picture: each cell's text stands in every place that it covers.
  private static func picture(_ headings: [[String]]) -> String {
    let grid = grid(headings)
    var rows = Array(
      repeating: Array(repeating: "?", count: headings.count), count: grid.depth)
    for cell in grid.cells {
      for row in cell.row..<(cell.row + cell.rows) {
        for column in cell.column..<(cell.column + cell.columns) {
          #expect(rows[row][column] == "?", "cells do not lie on each other")
          rows[row][column] = cell.text
        }
      }
    }
    return rows.map { $0.joined(separator: " ") }.joined(separator: "\n")
  }

  @Test func equalNeighboursAreOne() {
    let headings = [["K", "1", "m"], ["K", "1", "f"], ["K", "2", "m"], ["P", "1", "m"]]
    #expect(
      Self.picture(headings) == """
        K K K P
        1 1 2 1
        m f m m
        """)
    #expect(Self.grid(headings).cells(inRow: 0).map { $0.columns } == [3, 1])
    #expect(Self.grid(headings).groupStarts == [0, 3])
  }

  @Test func aShorterColumnReachesDown() {
    #expect(
      Self.picture([["K", "1", "m"], ["T", "m"], ["T", "f"], ["n"], []]) == """
        K T T n\u{20}
        1 m f n\u{20}
        m m f n\u{20}
        """)
  }

  @Test func aRepeatedHeadingIsOneButALeafIsItsOwn() {
    #expect(
      Self.picture([["T", "T", "m"], ["T", "T", "T"], ["", "X", "x"]]) == """
        T T X
        m T x
        """)
  }

  @Test func equalLeavesStayApart() {
    #expect(Self.grid([["K", "m"], ["K", "m"], ["n"], ["n"]]).cells.count == 5)
  }
}

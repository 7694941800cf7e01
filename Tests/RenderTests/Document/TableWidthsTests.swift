import Render
import Tables
import Testing

struct TableWidthsTests {
  @Test(arguments: [
    ("abc", 3), ("ที่นี่", 2), ("น้ำ", 2), ("กู้", 1), ("เรื่อง", 4), ("日本", 4), ("a\u{202E}b", 2),
    ("", 0),
  ])
  func marksAboveAndBelowTakeNoWidth(text: String, width: Int) {
    #expect(TableWidths.width(of: text) == width)
  }

  private static func table(groups: [Int], digits: Int) -> DocumentTable {
    let columns = groups.enumerated().flatMap { group, size in
      (0..<size).map {
        DocumentTable.Column(key: "\(group)/\($0)", headings: ["g\(group)", "c\($0)"])
      }
    }
    let figure = Figure.Value.count(Int(String(repeating: "9", count: digits)) ?? 0)
    return DocumentTable(
      id: "t", title: "", sheet: "", stubs: ["s"], namingStub: 0, columns: columns,
      rows: [
        DocumentTable.Row(
          key: "r", labels: ["1234567890"], cells: columns.map { _ in figure })
      ])
  }

  private static func parts(_ groups: [Int], within width: Int) -> [Range<Int>] {
    let table = table(groups: groups, digits: 3)
    let widths = TableWidths(table)
    // Twelve for the names, five for each column of three digits.
    #expect(widths.total == 12 + 5 * table.columns.count)
    return widths.parts(of: HeaderGrid(table), within: width)
  }

  @Test func aTableThatFitsIsOnePart() {
    #expect(Self.parts([3, 3], within: 42) == [0..<6])
  }

  @Test func aTableIsCutBetweenItsGroups() {
    #expect(Self.parts([3, 3, 2], within: 41) == [0..<3, 3..<8])
  }

  @Test func aGroupThatIsTooWideIsCutInside() {
    #expect(Self.parts([2, 7, 1], within: 12 + 20) == [0..<2, 2..<6, 6..<10])
  }

  @Test func paperThatIsNarrowerThanTheNamesStillEnds() {
    let parts = Self.parts([4, 4], within: 3)
    #expect(parts.flatMap { Array($0) } == Array(0..<8))
  }
}

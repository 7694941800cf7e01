import Render
import Tables
import Testing

/// Where the shapes of each kind of chart lie, apart from how they are written.
struct ChartPictureTests {
  private static func table(_ columns: [String], _ text: String) -> FigureTable {
    FigureTable("t", columns: columns, text)
  }

  private static func picture(
    _ kind: Chart.Kind, _ columns: [String], _ text: String, isTurned: Bool = false,
    in frame: ChartFrame = .desk
  ) -> ChartPicture {
    ChartPicture(Chart(kind, table(columns, text), isTurned: isTurned), in: frame)
  }

  // MARK: Pyramid

  @Test func aPyramidGrowsToBothSidesAndStandsOnItsFirstName() throws {
    let picture = Self.picture(.pyramid, ["m", "f"], "K1 10 40\nK2 20 0\nK3 < -")
    let (left, right) = (picture.bars(of: 0), picture.bars(of: 1))
    let (one, two) = (try #require(left[0]), try #require(left[1]))
    #expect(abs(one.width * 2 - two.width) < 0.01)
    #expect(one.x + one.width == two.x + two.width)
    let longest = try #require(right[0])
    #expect(abs(longest.width - one.width * 4) < 0.01)
    #expect(longest.x > picture.width / 2 && one.x + one.width < picture.width / 2)
    #expect(right[1]?.width == 0 && left[2] == nil && right[2] == nil)
    #expect(picture.texts(of: 0) == ["10", "20", "*"] && picture.texts(of: 1) == ["40", "0", "–"])
    #expect(one.y > two.y)
    #expect(picture.labels.prefix(2).map { $0.text } == ["m", "f"])
  }

  // MARK: Bars and columns

  @Test func barsAreAsLongAsTheirNumbersAndBeginAtNothing() throws {
    let bars = Self.picture(.bars, ["n"], "a 8\nb 2\nc 0\nd …\ne <").bars(of: 0)
    let (a, b) = (try #require(bars[0]), try #require(bars[1]))
    #expect(a.x == b.x && abs(a.width - 4 * b.width) < 0.01)
    #expect(bars[2]?.width == 0 && bars[3] == nil && bars[4] == nil)
  }

  @Test func whatHasShrunkGrowsTheOtherWay() throws {
    let picture = Self.picture(.bars, ["n"], "a 12~10\nb 5~9")
    let (more, less) = (try #require(picture.bars(of: 0)[0]), try #require(picture.bars(of: 0)[1]))
    #expect(abs(less.x + less.width - more.x) < 0.01 && abs(less.width - 2 * more.width) < 0.01)
    #expect(picture.texts(of: 0) == ["+2 (+20.0%)", "−4 (−44.4%)"])
    let columns = Self.picture(.columns, ["n"], "a 12~10\nb 5~9").bars(of: 0)
    let (up, down) = (try #require(columns[0]), try #require(columns[1]))
    #expect(abs(up.y + up.height - down.y) < 0.01 && abs(down.height - 2 * up.height) < 0.01)
  }

  @Test func severalSeriesStandBesideEachOtherUnderTheirNames() throws {
    let picture = Self.picture(.columns, ["m", "f"], "a 3 6\nb 1 2")
    #expect(picture.keys.map { $0.label.text } == ["m", "f"])
    #expect(picture.keys.allSatisfy { $0.hasSample })
    let (m, f) = (try #require(picture.bars(of: 0)[0]), try #require(picture.bars(of: 1)[0]))
    #expect(m.x + m.width < f.x && abs(f.height - 2 * m.height) < 0.01)
    #expect(m.y + m.height == f.y + f.height)
  }

  @Test func columnsWhoseNamesDoNotFitAreLaidDown() {
    let fits = Self.picture(.columns, ["n"], "short 3\nname 4")
    #expect(fits.bars(of: 0).map { $0?.width }.allSatisfy { $0 == 62 })
    let many = (0..<20).map { "a-long-name-\($0) \($0)" }.joined(separator: "\n")
    let laid = Self.picture(.columns, ["n"], many)
    #expect(Set(laid.bars(of: 0).map { $0?.x }).count == 1)
  }

  // MARK: Shares

  @Test func partsFillTheirBarAndFollowEachOther() throws {
    let picture = Self.picture(.stacked, ["a", "b", "c"], "x 1 2 1\ny 300 0 100")
    for category in 0..<2 {
      let bars = try (0..<3).map { try #require(picture.bars(of: $0)[category]) }
      for (one, next) in zip(bars, bars.dropFirst()) {
        #expect(abs(one.x + one.width - next.x) < 0.01)
      }
      let first = try #require(picture.rules.first { $0.isBase }).from.x
      let last = try #require(picture.rules.map { $0.from.x }.max())
      #expect(abs(bars[0].x - first) < 0.01 && abs(bars[2].x + bars[2].width - last) < 0.01)
    }
    #expect(picture.bars(of: 0).map { $0?.width }[0] == picture.bars(of: 2)[0]?.width)
    #expect(picture.texts(of: 1) == ["2", nil])
  }

  @Test func aBarThatLacksAPartIsNotDrawn() {
    let picture = Self.picture(.stacked, ["a", "b", "c"], "x 1 < -\ny 0 0 0\nz 1 1 1")
    #expect(picture.bars(of: 0).map { $0 == nil } == [true, true, false])
    #expect(picture.texts(of: 0).prefix(2) == ["* –", "0"])
    #expect(picture.texts(of: 1).prefix(2) == [nil, nil])
  }

  @Test func rowsAreTheSeriesOfATurnedTable() {
    let picture = Self.picture(.stacked, ["x", "y"], "thin 1 2\nwell 3 4", isTurned: true)
    #expect(picture.keys.map { $0.label.text } == ["thin", "well"])
    #expect(picture.labels.filter { $0.look == .name }.map { $0.text } == ["x", "y"])
    #expect(picture.texts(of: 1) == ["3", "4"])
  }

  // MARK: Lines

  @Test func aLineIsBrokenWhereThereIsNoNumber() throws {
    let picture = Self.picture(.lines, ["n"], "2565 -\n2566 10\n2567 20\n2568 <\n2569 30\n2570 40")
    #expect(picture.points(of: 0).map { $0 == nil } == [true, false, false, true, false, false])
    #expect(picture.curves.map { $0.points.count } == [2, 2])
    #expect(picture.texts(of: 0) == ["–", "10", "20", "*", "30", "40"])
    let points = picture.points(of: 0).compactMap { $0 }
    #expect(abs((points[0].y - points[1].y) - (points[2].y - points[3].y)) < 0.01)
    #expect(
      picture.labels.filter { $0.look == .axis }.map { $0.text } == ["0", "10", "20", "30", "40"])
    #expect(picture.rules.filter { $0.isBase }.count == 1)
  }

  @Test func linesAreNamedAtTheirEndsAndNamesDoNotTouch() {
    let picture = Self.picture(
      .lines, ["2568", "2569"], "a 10 20\nb 11 21\nc 1 0\nd 2 1", isTurned: true)
    #expect(picture.keys.map { $0.label.text } == ["b", "a", "d", "c"])
    let heights = picture.keys.map { $0.label.y }
    #expect(zip(heights, heights.dropFirst()).allSatisfy { $1 - $0 >= 16.99 })
    #expect(heights.allSatisfy { $0 < picture.height })
    #expect(picture.texts(of: 0) == [nil, "20"] && picture.texts(of: 3) == [nil, "1"])
  }

  @Test func ofManyPointsOnlyTheLastHasItsNumberAndOfManyNamesTheLastIsThere() {
    let many = (0..<40).map { "2026-06-\($0 + 10) \($0 * 10)" }.joined(separator: "\n")
    let picture = Self.picture(.lines, ["n"], many)
    #expect(picture.texts(of: 0).compactMap { $0 } == ["390"])
    let names = picture.labels.filter { $0.look == .name }.map { $0.text }
    #expect(names.count > 2 && names.count < 10 && names.last == "2026-06-49")
  }

  // MARK: All

  private static let hard = [
    table(["m", "f"], "a 1 2\nb - <\nc 0 …"),
    table(["m", "f"], "a 9223372036854775807 1"),
    table(["m", "f"], "a 2~9 7~1\nb 3~3 -"),
    table(["m", "f"], (0..<40).map { "name-\($0) \($0) \($0 * 7)" }.joined(separator: "\n")),
    table(
      [String(repeating: "ยาว", count: 90), "f"], String(repeating: "ก", count: 9000) + " 5 6"),
    table(["m", "f"], "a 1/3 2/7\nb 0/9 1/0"),
  ]

  /// Nothing lies outside of a picture, whatever it is of.
  @Test(arguments: Chart.Kind.allCases, ChartFrame.allCases)
  func everythingLiesWithinThePicture(kind: Chart.Kind, frame: ChartFrame) {
    for table in Self.hard {
      // A pyramid has two series, and no chart more than six.
      for isTurned in [false, true]
      where !isTurned || (kind != .pyramid && table.rows.count <= 6) {
        let picture = ChartPicture(Chart(kind, table, isTurned: isTurned), in: frame)
        let xs = picture.marks.flatMap { mark -> [Double] in
          switch mark.shape {
          case .bar(let bar): [bar.x, bar.x + bar.width]
          case .point(let point): [point.x]
          case nil: []
          }
        }
        let ys = picture.marks.flatMap { mark -> [Double] in
          switch mark.shape {
          case .bar(let bar): [bar.y, bar.y + bar.height]
          case .point(let point): [point.y]
          case nil: []
          }
        }
        #expect(xs.allSatisfy { $0 >= -0.01 && $0 <= picture.width + 0.01 }, "\(kind) \(frame)")
        #expect(ys.allSatisfy { $0 >= -0.01 && $0 <= picture.height + 0.01 }, "\(kind) \(frame)")
        let labels =
          picture.labels + picture.keys.map { $0.label } + picture.marks.compactMap { $0.label }
        #expect(labels.allSatisfy { $0.y > 0 && $0.y <= picture.height + 1 })
        #expect(labels.allSatisfy { $0.x >= -0.01 && $0.x <= picture.width + 0.01 })
        #expect(picture.marks.count == table.rows.count * table.columns.count)
      }
    }
  }

  /// A mark without a number has no shape, and one with a number has one.
  @Test(arguments: [Chart.Kind.pyramid, .bars, .columns, .lines])
  func whatIsMissingIsAGapAndNotNothing(kind: Chart.Kind) {
    let chart = Chart(kind, Self.hard[0])
    for frame in ChartFrame.allCases {
      for mark in ChartPicture(chart, in: frame).marks {
        let value = chart.value(mark.category, mark.series)
        #expect((mark.shape == nil) == (value.number == nil))
        if value.number == nil, kind != .lines { #expect(mark.label?.text == NumberText.of(value)) }
      }
    }
  }
}

internal import Tables

/// Two series back to back, the names between them and the first name at the foot.
struct PyramidChart {
  private static let row = 23.0
  private static let bar = 17.0
  private static let head = 26.0

  private let chart: Chart
  private let width: Double

  init(_ chart: Chart, width: Double) {
    self.chart = chart
    self.width = width
  }

  var picture: ChartPicture {
    let count = chart.categories.count
    var picture = ChartPicture(width: width, height: Self.head + Double(count) * Self.row + 2)
    let names = chart.categories.map {
      ChartLabel.shortened(ChartLabel.plain($0), to: ChartType.digits(width * 0.26))
    }
    let gutter = ChartType.widest(names) / 2 + ChartType.gap
    let room = ChartType.widest(chart.numberTexts)
    let reach = max(0, width / 2 - gutter - room - ChartType.gap - 2)
    let scale = ChartScale(exactly: chart.numbers)
    for side in 0...1 {
      let way = side == 0 ? -1.0 : 1.0
      let base = width / 2 + way * gutter
      picture.addRule(base, Self.head - 2, base, picture.height, isBase: true)
      let name = ChartLabel.shortened(
        ChartLabel.plain(chart.series[side]), to: ChartType.digits(reach + room))
      picture.addLabel(name, base, 15, side == 0 ? .end : .start, .series)
      for category in 0..<count {
        let y = Self.head + Double(count - 1 - category) * Self.row
        picture.marks.append(mark(category, side, base: base, way: way, y: y, reach: reach, scale))
      }
    }
    for (category, name) in names.enumerated() {
      let y = Self.head + (Double(count - 1 - category) + 0.5) * Self.row + ChartType.drop
      picture.addLabel(name, width / 2, y, .middle, .name)
    }
    return picture
  }

  private func mark(
    _ category: Int, _ side: Int, base: Double, way: Double, y: Double, reach: Double,
    _ scale: ChartScale
  ) -> ChartPicture.Mark {
    let value = chart.value(category, side)
    // What is less than nothing has no length to either side.
    let length = value.number.map { max(0, scale.place($0) - scale.place(0)) * reach }
    let end = base + way * ((length ?? 0) + ChartType.gap)
    return ChartPicture.Mark(
      category: category, series: side,
      shape: length.map { length in
        .bar(
          ChartPicture.Bar(
            x: way < 0 ? base - length : base, y: y + (Self.row - Self.bar) / 2, width: length,
            height: Self.bar))
      },
      label: ChartPicture.Label(
        text: chart.numerals.text(value), x: end, y: y + Self.row / 2 + ChartType.drop,
        anchor: way < 0 ? .end : .start, look: .value))
  }
}

internal import Tables

/// Bars that lie, each with its number at its end; names stand to the left or, where that is narrow, above.
struct BarChart {
  private static let bar = 17.0
  private static let between = 9.0

  private let chart: Chart
  private let width: Double
  private let scale: ChartScale
  private let names: [[String]]
  private let isNameAbove: Bool
  /// Where the bars may begin and end.
  private let left: Double
  private let right: Double

  init(_ chart: Chart, width: Double) {
    self.chart = chart
    self.width = width
    scale = ChartScale(exactly: chart.numbers)
    let most = width * 0.42
    let plain = chart.categories.map { ChartLabel.plain($0) }
    isNameAbove = ChartFrame.isNarrow(width) && ChartType.widest(plain) > most
    let digits = ChartType.digits(isNameAbove ? width : most)
    names = plain.map { ChartLabel.lines($0, width: digits, most: 2) }
    let values = chart.numberTexts
    let room = ChartType.widest(values) + ChartType.gap
    let names = isNameAbove ? 0 : ChartType.widest(names.joined()) + ChartType.gap + 2
    left = names + (scale.low < 0 ? room : 0)
    right = max(left + 1, width - room)
  }

  var picture: ChartPicture {
    var picture = ChartPicture(width: width)
    var y = chart.series.count > 1 ? picture.addKeys(chart.series) : 2
    let top = y
    for category in chart.categories.indices {
      let lines = Double(names[category].count) * ChartType.line
      let bars = Double(chart.series.count) * (Self.bar + 1)
      let height = isNameAbove ? lines + bars : max(lines, bars)
      addName(category, y: isNameAbove ? y : y + (height - lines) / 2, to: &picture)
      for series in chart.series.indices {
        let start = isNameAbove ? y + lines : y + (height - bars) / 2
        picture.marks.append(mark(category, series, y: start + Double(series) * (Self.bar + 1)))
      }
      y += height + Self.between
    }
    picture.height = y - Self.between + 2
    let base = x(0)
    picture.addRule(base, top - 2, base, picture.height, isBase: true)
    return picture
  }

  private func addName(_ category: Int, y: Double, to picture: inout ChartPicture) {
    let x = isNameAbove ? 0 : left - (scale.low < 0 ? 0 : ChartType.gap + 2)
    for (line, text) in names[category].enumerated() {
      let base = y + (Double(line) + 0.5) * ChartType.line + ChartType.drop
      picture.addLabel(
        text, isNameAbove ? 0 : scale.low < 0 ? 0 : x, base,
        isNameAbove || scale.low < 0 ? .start : .end, .name)
    }
  }

  private func x(_ number: Double) -> Double { left + scale.place(number) * (right - left) }

  private func mark(_ category: Int, _ series: Int, y: Double) -> ChartPicture.Mark {
    let value = chart.value(category, series)
    let end = x(value.number ?? 0)
    let isLess = (value.number ?? 0) < 0
    return ChartPicture.Mark(
      category: category, series: series,
      shape: value.number.map { _ in
        .bar(
          ChartPicture.Bar(x: min(x(0), end), y: y, width: abs(end - x(0)), height: Self.bar))
      },
      label: ChartPicture.Label(
        text: chart.numerals.text(value), x: end + (isLess ? -ChartType.gap : ChartType.gap),
        y: y + Self.bar / 2 + ChartType.drop, anchor: isLess ? .end : .start, look: .value))
  }
}

internal import Tables

/// Bars that are all as long as 100%, each cut into the shares of its series.
///
/// A bar of which a part is not known is not drawn: the rest of it would look like all of it.
struct StackedChart {
  private static let bar = 24.0
  private static let between = 10.0

  private let chart: Chart
  private let width: Double
  private let names: [[String]]
  private let isNameAbove: Bool
  private let left: Double
  /// Half of the last number of the axis reaches out.
  private let right: Double

  init(_ chart: Chart, width: Double) {
    self.chart = chart
    self.width = width
    let plain = chart.categories.map { ChartLabel.plain($0) }
    let isNameAbove = ChartFrame.isNarrow(width)
    let digits = ChartType.digits(isNameAbove ? width : width * 0.36)
    let names = plain.map { ChartLabel.lines($0, width: digits, most: 2) }
    self.isNameAbove = isNameAbove
    self.names = names
    left = isNameAbove ? 2 : ChartType.widest(names.joined()) + ChartType.gap + 2
    right = width - ChartType.width("100%") / 2
  }

  var picture: ChartPicture {
    var picture = ChartPicture(width: width)
    let top = picture.addKeys(chart.series)
    var y = top
    for category in chart.categories.indices {
      let lines = Double(names[category].count) * ChartType.line
      let height = isNameAbove ? lines + Self.bar : max(lines, Self.bar)
      addName(category, y: isNameAbove ? y : y + (height - lines) / 2, to: &picture)
      addBar(category, y: isNameAbove ? y + lines : y + (height - Self.bar) / 2, to: &picture)
      y += height + Self.between
    }
    let foot = y - Self.between + 4
    for quarter in 0...4 {
      let x = left + Double(quarter) / 4 * (right - left)
      // A line through the names above the bars would cross them out.
      let start = isNameAbove && quarter > 0 ? foot - 4 : top - 4
      picture.addRule(x, start, x, foot, isBase: quarter == 0)
      picture.addLabel(
        chart.numerals.text("\(quarter * 25)%"), quarter == 0 && isNameAbove ? 0 : x,
        foot + ChartType.line - 2,
        quarter == 0 && isNameAbove ? .start : .middle, .axis)
    }
    picture.height = foot + ChartType.line + 4
    return picture
  }

  private func addName(_ category: Int, y: Double, to picture: inout ChartPicture) {
    for (line, text) in names[category].enumerated() {
      picture.addLabel(
        text, isNameAbove ? 0 : left - ChartType.gap - 2,
        y + (Double(line) + 0.5) * ChartType.line + ChartType.drop, isNameAbove ? .start : .end,
        .name)
    }
  }

  private func addBar(_ category: Int, y: Double, to picture: inout ChartPicture) {
    let values = chart.series.indices.map { chart.value(category, $0) }
    guard let whole = Self.whole(values) else {
      addGap(category, values, y: y, to: &picture)
      return
    }
    var start = left
    for (series, value) in values.enumerated() {
      let length = (value.number ?? 0) / whole * (right - left)
      let text = chart.numerals.text(value)
      let fits = ChartType.width(text) + 6 <= length
      picture.marks.append(
        ChartPicture.Mark(
          category: category, series: series,
          shape: .bar(ChartPicture.Bar(x: start, y: y, width: length, height: Self.bar)),
          label: fits
            ? ChartPicture.Label(
              text: text, x: start + length / 2, y: y + Self.bar / 2 + ChartType.drop,
              anchor: .middle, look: .inside) : nil))
      start += length
    }
  }

  /// In the place of the bar the signs of what is missing; 0 where the bar has no parts.
  private func addGap(
    _ category: Int, _ values: [Figure.Value], y: Double, to picture: inout ChartPicture
  ) {
    var signs: [String] = []
    for value in values where value.number == nil && !signs.contains(chart.numerals.text(value)) {
      signs.append(chart.numerals.text(value))
    }
    let text = signs.isEmpty ? chart.numerals.text(.count(0)) : signs.joined(separator: " ")
    for series in values.indices {
      picture.marks.append(
        ChartPicture.Mark(
          category: category, series: series, shape: nil,
          label: series > 0
            ? nil
            : ChartPicture.Label(
              text: text, x: left + ChartType.gap, y: y + Self.bar / 2 + ChartType.drop,
              anchor: .start, look: .value)))
    }
  }

  /// What the parts of a bar come to; nil where a part is missing, is negative, or all are 0.
  private static func whole(_ values: [Figure.Value]) -> Double? {
    let numbers = values.compactMap { $0.number }
    let sum = numbers.reduce(0, +)
    return numbers.count == values.count && numbers.allSatisfy { $0 >= 0 } && sum > 0 ? sum : nil
  }
}

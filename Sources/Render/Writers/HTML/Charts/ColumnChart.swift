internal import Tables

/// Columns that stand, each with its number at its end and its name below.
struct ColumnChart {
  private static let height = 190.0
  private static let widest = 62.0
  private static let mostLines = 3

  private let chart: Chart
  private let width: Double
  private let scale: ChartScale
  private let slot: Double
  private let names: [[String]]

  /// nil where names or numbers do not fit beside each other.
  init?(_ chart: Chart, width: Double) {
    self.chart = chart
    self.width = width
    scale = ChartScale(exactly: chart.numbers)
    slot = width / Double(max(1, chart.categories.count))
    let digits = Int((slot - 4) / ChartType.digit)
    let plain = chart.categories.map { ChartLabel.plain($0) }
    guard plain.allSatisfy({ Self.fits($0, digits) }) else { return nil }
    names = plain.map { ChartLabel.lines($0, width: digits, most: Self.mostLines) }
    let values = chart.numberTexts
    let room = (slot - 8) / Double(chart.series.count)
    guard ChartType.widest(values) <= max(room, slot / Double(chart.series.count) - 2) else {
      return nil
    }
  }

  private static func fits(_ name: String, _ digits: Int) -> Bool {
    let lines = ChartLabel.lines(name, width: digits, most: mostLines)
    return !lines.contains { $0.hasSuffix("…") }
  }

  var picture: ChartPicture {
    var picture = ChartPicture(width: width)
    let head = chart.series.count > 1 ? picture.addKeys(chart.series) : 0
    let top = head + ChartType.line
    let bottom = top + Self.height
    // A number below its column needs room of its own.
    let foot = bottom + (scale.low < 0 ? ChartType.line : 0) + 4
    for category in chart.categories.indices {
      for series in chart.series.indices {
        picture.marks.append(mark(category, series, top: top))
      }
      for (line, text) in names[category].enumerated() {
        picture.addLabel(
          text, (Double(category) + 0.5) * slot,
          foot + (Double(line) + 0.5) * ChartType.line + ChartType.drop, .middle, .name)
      }
    }
    let lines = names.map { $0.count }.max() ?? 1
    picture.height = foot + Double(lines) * ChartType.line + 4
    picture.addRule(0, y(0, top), width, y(0, top), isBase: true)
    return picture
  }

  private func y(_ number: Double, _ top: Double) -> Double {
    top + (1 - scale.place(number)) * Self.height
  }

  private func mark(_ category: Int, _ series: Int, top: Double) -> ChartPicture.Mark {
    let value = chart.value(category, series)
    let count = Double(chart.series.count)
    let column = min(Self.widest, (slot * 0.72) / count)
    let middle = (Double(category) + 0.5) * slot + (Double(series) - (count - 1) / 2) * (column + 1)
    let end = y(value.number ?? 0, top)
    let base = y(0, top)
    let isLess = (value.number ?? 0) < 0
    return ChartPicture.Mark(
      category: category, series: series,
      shape: value.number.map { _ in
        .bar(
          ChartPicture.Bar(
            x: middle - column / 2, y: min(end, base), width: column, height: abs(end - base)))
      },
      label: ChartPicture.Label(
        text: chart.numerals.text(value), x: middle,
        y: isLess ? end + ChartType.line - 3 : end - 5, anchor: .middle, look: .value))
  }
}

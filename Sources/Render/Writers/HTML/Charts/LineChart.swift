internal import Tables

/// Lines through the years, nights or rounds; each is named at its end, and broken where there is no number.
struct LineChart {
  private static let height = 200.0
  /// Every number is written where there is one line of so few points.
  private static let fewPoints = 12

  private let chart: Chart
  private let width: Double
  private let unit: ChartUnit
  private let scale: ChartScale
  private let names: [String]
  private let left: Double
  private let right: Double
  /// Names stand above where there is no room for them at the ends.
  private let hasKeys: Bool
  private let top: Double

  init(_ chart: Chart, width: Double) {
    self.chart = chart
    self.width = width
    let unit = ChartUnit(chart.table)
    let scale = ChartScale(covering: chart.numbers, steps: 4, isWhole: unit == .whole)
    self.unit = unit
    self.scale = scale
    names = chart.series.map {
      ChartLabel.shortened(ChartLabel.plain($0), to: ChartType.digits(width * 0.24))
    }
    left =
      ChartType.widest(scale.ticks.map { chart.numerals.text(unit.text($0, step: scale.step)) })
      + ChartType.gap
    let values = chart.numberTexts
    hasKeys = ChartFrame.isNarrow(width) && chart.series.count > 1
    var keys = ChartPicture(width: width)
    top = 22 + (hasKeys ? keys.addKeys(chart.series) : 0)
    var ends = 16.0
    if chart.series.count > 1 { ends = ChartType.widest(values) + ChartType.gap }
    if chart.series.count > 1, !hasKeys { ends += ChartType.widest(names) + ChartType.gap }
    right = max(left + 1, width - ends)
  }

  private var bottom: Double { top + Self.height }

  var picture: ChartPicture {
    var picture = ChartPicture(width: width, height: bottom + 2 * ChartType.line + 4)
    if hasKeys { _ = picture.addKeys(chart.series) }
    for tick in scale.ticks {
      picture.addRule(left, y(tick), right, y(tick), isBase: tick == 0)
      picture.addLabel(
        chart.numerals.text(unit.text(tick, step: scale.step)), left - ChartType.gap,
        y(tick) + ChartType.drop, .end,
        .axis)
    }
    addNames(to: &picture)
    let ends = ends
    for series in chart.series.indices { add(series, ends, to: &picture) }
    if !hasKeys { addNames(of: ends, to: &picture) }
    return picture
  }

  private func x(_ category: Int) -> Double {
    let last = chart.categories.count - 1
    return last > 0 ? left + 8 + Double(category) / Double(last) * (right - left - 16) : left + 8
  }

  private func y(_ number: Double) -> Double { top + (1 - scale.place(number)) * Self.height }

  /// As many names below the axis as fit, counted back from the last, which is the news.
  private func addNames(to picture: inout ChartPicture) {
    let names = chart.categories.map {
      ChartLabel.shortened(ChartLabel.plain($0), to: ChartType.digits(width * 0.3))
    }
    let slot = (right - left - 16) / Double(max(1, names.count - 1))
    let every = max(1, Int(((ChartType.widest(names) + 10) / max(slot, 1)).rounded(.up)))
    for category in names.indices
    where (names.count - 1 - category).isMultiple(of: every) {
      let half = ChartType.width(names[category]) / 2
      let middle = min(max(x(category), half), width - half)
      picture.addLabel(names[category], middle, bottom + 2 * ChartType.line - 2, .middle, .name)
    }
  }

  private func add(_ series: Int, _ ends: [End], to picture: inout ChartPicture) {
    let end = ends.first { $0.series == series }
    var run: [ChartPicture.Point] = []
    for category in chart.categories.indices {
      let value = chart.value(category, series)
      let point = value.number.map { ChartPicture.Point(x: x(category), y: y($0)) }
      picture.marks.append(
        ChartPicture.Mark(
          category: category, series: series, shape: point.map { .point($0) },
          label: end?.category == category
            ? end.map { self.label(of: value, at: $0) }
            : label(category, series, value, at: point)))
      if let point {
        run.append(point)
      } else {
        if run.count > 1 { picture.curves.append(ChartPicture.Curve(series: series, points: run)) }
        run = []
      }
    }
    if run.count > 1 { picture.curves.append(ChartPicture.Curve(series: series, points: run)) }
  }

  private func label(of value: Figure.Value, at end: End) -> ChartPicture.Label {
    ChartPicture.Label(
      text: chart.numerals.text(value), x: endStart, y: end.y + ChartType.drop, anchor: .start,
      look: .value)
  }

  private func label(
    _ category: Int, _ series: Int, _ value: Figure.Value, at point: ChartPicture.Point?
  ) -> ChartPicture.Label? {
    let text = chart.numerals.text(value)
    guard let point else {
      // One sign for all that are missing of one kind.
      let isTold = (0..<series).contains { chart.numerals.text(chart.value(category, $0)) == text }
      return isTold
        ? nil
        : ChartPicture.Label(
          text: text, x: x(category), y: bottom - 4, anchor: .middle, look: .value)
    }
    guard chart.series.count == 1, isNumbered(category) else { return nil }
    let half = ChartType.width(text) / 2
    return ChartPicture.Label(
      text: text, x: min(max(point.x, half), width - half), y: point.y - 9, anchor: .middle,
      look: .value)
  }

  /// Of many points only the last has its number.
  private func isNumbered(_ category: Int) -> Bool {
    let room = (right - left) / Double(max(1, chart.categories.count - 1))
    let widest = ChartType.widest(chart.numberTexts)
    let isRoomy = chart.categories.count <= Self.fewPoints && room > widest + 4
    return isRoomy || category == chart.categories.count - 1
  }

  // MARK: Ends

  /// The last number of a series, and where it is written.
  private struct End {
    let series: Int
    let category: Int
    var y: Double
  }

  /// From the top down, moved apart where they would touch; none where there is one line.
  private var ends: [End] {
    guard chart.series.count > 1 else { return [] }
    var ends = chart.series.indices.compactMap { series in
      chart.categories.indices.last { chart.value($0, series).number != nil }.map {
        End(series: series, category: $0, y: y(chart.value($0, series).number ?? 0))
      }
    }.sorted { ($0.y, $0.series) < ($1.y, $1.series) }
    for index in ends.indices.dropFirst() {
      ends[index].y = max(ends[index].y, ends[index - 1].y + ChartType.line)
    }
    // What was pushed below the axis pushes back.
    for index in ends.indices.reversed() {
      let limit = index + 1 < ends.count ? ends[index + 1].y - ChartType.line : bottom
      ends[index].y = min(ends[index].y, limit)
    }
    return ends
  }

  private var endStart: Double { x(chart.categories.count - 1) + ChartType.gap + 6 }

  private func addNames(of ends: [End], to picture: inout ChartPicture) {
    let values = ends.map { chart.numerals.text(chart.value($0.category, $0.series)) }
    let start = endStart + ChartType.widest(values) + ChartType.gap
    for end in ends {
      picture.keys.append(
        ChartPicture.Key(
          series: end.series, hasSample: false,
          label: ChartPicture.Label(
            text: names[end.series], x: start, y: end.y + ChartType.drop, anchor: .start,
            look: .series)))
    }
  }
}

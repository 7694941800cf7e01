internal import Tables

/// A chart in words: what it shows, the largest and the smallest of each series, or its course.
struct ChartText {
  /// More series than these are told by their table.
  private static let mostSeries = 4

  private let chart: Chart
  private let words: Words

  init(_ chart: Chart, words: Words) {
    self.chart = chart
    self.words = words
  }

  var sentences: String {
    let count = NumberText.grouped(chart.categories.count)
    let series = chart.series.indices.prefix(Self.mostSeries).compactMap { sentence($0) }
    let values = chart.table.rows.flatMap { $0.cells }
    let missing = values.count { $0.number == nil }
    return
      ([words[.chartShows, words[chart.kind], chart.title, count]] + series
      + (missing > 0 ? [words[.chartMissing, NumberText.grouped(missing)]] : []))
      .joined(separator: " · ")
  }

  private func sentence(_ series: Int) -> String? {
    let drawn = chart.categories.indices.compactMap { category in
      chart.value(category, series).number.map { (category: category, number: $0) }
    }
    guard let first = drawn.first, let last = drawn.last, drawn.count > 1 else { return nil }
    if chart.kind == .lines { return told(.chartCourse, series, first.category, last.category) }
    var most = first
    var least = first
    for each in drawn {
      if each.number > most.number { most = each }
      if each.number < least.number { least = each }
    }
    return told(.chartExtremes, series, most.category, least.category)
  }

  private func told(_ word: Words.Word, _ series: Int, _ one: Int, _ other: Int) -> String {
    words[
      word, ChartLabel.plain(chart.series[series]), ChartLabel.plain(chart.categories[one]),
      NumberText.of(chart.value(one, series)), ChartLabel.plain(chart.categories[other]),
      NumberText.of(chart.value(other, series))]
  }
}

extension Words {
  subscript(_ kind: Chart.Kind) -> String {
    switch kind {
    case .pyramid: self[Word.chartPyramid]
    case .bars: self[Word.chartBars]
    case .columns: self[Word.chartColumns]
    case .stacked: self[Word.chartStacked]
    case .lines: self[Word.chartLines]
    }
  }
}

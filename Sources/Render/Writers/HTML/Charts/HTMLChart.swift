internal import Tables

/// Prints a chart: its title, the picture for a desk and the one for a phone, and the way to its figures.
struct HTMLChart {
  /// The table on the same page that holds the figures.
  struct Link {
    let id: String
    let title: String
  }

  private let chart: Chart
  private let id: String
  private let words: Words

  init(_ chart: Chart, id: String, words: Words) {
    self.chart = chart
    self.id = id
    self.words = words
  }

  func print(into markup: inout Markup, behind link: Link?) {
    markup.raw("<figure class=\"chart\" id=\"\(id)\">\n<figcaption>")
    markup.text(chart.title)
    markup.raw("</figcaption>\n")
    for frame in ChartFrame.allCases {
      SVGPicture(ChartPicture(chart, in: frame), of: chart, id: id, frame: frame)
        .print(into: &markup)
    }
    if let text = chart.text {
      markup.raw("<p>")
      markup.phrase(text, chart.numerals)
      markup.raw("</p>\n")
    }
    if let note = chart.note {
      markup.raw("<p class=\"note\">")
      markup.text(note)
      markup.raw("</p>\n")
    }
    if let link {
      markup.raw("<p class=\"more\"><a href=\"#\(link.id)\">")
      markup.text(words[.chartTable, link.title])
      markup.raw("</a></p>\n")
    } else {
      printFigures(into: &markup)
    }
    markup.raw("</figure>\n")
  }

  private func printFigures(into markup: inout Markup) {
    markup.raw("<details><summary>")
    markup.text(words[.chartFigures])
    markup.raw("</summary>\n")
    HTMLTable(chart.table, id: id + "f", words: words, numerals: chart.numerals)
      .print(into: &markup)
    markup.raw("</details>\n")
  }
}

internal import Tables

/// Writes the shapes of a chart as SVG.
///
/// Colours and type are classes of the page's style sheet: its policy knows no other style.
struct SVGPicture {
  private let picture: ChartPicture
  private let chart: Chart
  private let id: String
  private let frame: ChartFrame

  init(_ picture: ChartPicture, of chart: Chart, id: String, frame: ChartFrame) {
    self.picture = picture
    self.chart = chart
    self.id = id + (frame == .phone ? "n" : "")
    self.frame = frame
  }

  func print(into markup: inout Markup) {
    markup.raw("<svg class=\"\(frame.rawValue)\" role=\"img\" aria-labelledby=\"\(id)t\"")
    markup.raw(" aria-describedby=\"\(id)d\" viewBox=\"0 0 \(Self.length(picture.width))")
    markup.raw(" \(Self.length(picture.height))\">\n<title id=\"\(id)t\">")
    markup.text(chart.title)
    markup.raw("</title><desc id=\"\(id)d\">")
    markup.text(chart.alternative)
    markup.raw("</desc>\n")
    for rule in picture.rules where !rule.isBase { print(rule, into: &markup) }
    for curve in picture.curves { print(curve, into: &markup) }
    for mark in picture.marks { print(mark, into: &markup) }
    for rule in picture.rules where rule.isBase { print(rule, into: &markup) }
    for key in picture.keys { print(key, into: &markup) }
    for label in picture.labels { print(label, into: &markup) }
    markup.raw("</svg>\n")
  }

  private func print(_ rule: ChartPicture.Rule, into markup: inout Markup) {
    markup.raw(rule.isBase ? "<line class=\"base\"" : "<line")
    markup.raw(" x1=\"\(Self.length(rule.from.x))\" y1=\"\(Self.length(rule.from.y))\"")
    markup.raw(" x2=\"\(Self.length(rule.to.x))\" y2=\"\(Self.length(rule.to.y))\"/>\n")
  }

  private func print(_ curve: ChartPicture.Curve, into markup: inout Markup) {
    let points = curve.points.map { Self.length($0.x) + "," + Self.length($0.y) }
    markup.raw("<polyline class=\"s\(curve.series + 1)\"")
    markup.raw(" points=\"\(points.joined(separator: " "))\"/>\n")
  }

  private func print(_ mark: ChartPicture.Mark, into markup: inout Markup) {
    let value = chart.value(mark.category, mark.series)
    markup.raw("<g")
    markup.name(chart.id(mark.category, mark.series))
    markup.raw("><title>")
    markup.text(told(mark) + ": " + chart.numerals.text(value))
    markup.raw("</title>")
    switch mark.shape {
    case .bar(let bar): print(bar, series: mark.series, into: &markup)
    case .point(let point): print(point, series: mark.series, into: &markup)
    case nil: break
    }
    if let label = mark.label { print(label, into: &markup) }
    markup.raw("</g>\n")
  }

  /// What a figure is of.
  private func told(_ mark: ChartPicture.Mark) -> String {
    let category = ChartLabel.plain(chart.categories[mark.category])
    let series = ChartLabel.plain(chart.series[mark.series])
    return chart.series.count > 1 ? category + " · " + series : category
  }

  private func print(_ bar: ChartPicture.Bar, series: Int, into markup: inout Markup) {
    markup.raw("<rect class=\"s\(series + 1)\" x=\"\(Self.length(bar.x))\"")
    markup.raw(" y=\"\(Self.length(bar.y))\" width=\"\(Self.length(bar.width))\"")
    markup.raw(" height=\"\(Self.length(bar.height))\"/>")
  }

  /// A sign for each series, so that lines are told apart without their colours.
  private func print(_ point: ChartPicture.Point, series: Int, into markup: inout Markup) {
    let (x, y) = (Self.length(point.x), Self.length(point.y))
    let sign =
      switch series % 3 {
      case 0: "m-4.2 0a4.2 4.2 0 1 0 8.4 0a4.2 4.2 0 1 0 -8.4 0z"
      case 1: "m-3.8 -3.8h7.6v7.6h-7.6z"
      default: "m0 -5l4.8 8.4h-9.6z"
      }
    markup.raw("<path class=\"s\(series + 1)\" d=\"M\(x) \(y)\(sign)\"/>")
  }

  private func print(_ key: ChartPicture.Key, into markup: inout Markup) {
    if key.hasSample {
      markup.raw("<rect class=\"s\(key.series + 1)\"")
      markup.raw(" x=\"\(Self.length(key.label.x - ChartPicture.Key.sample))\"")
      markup.raw(" y=\"\(Self.length(key.label.y - 10.5))\" width=\"12\" height=\"12\"/>")
    }
    print(key.label, into: &markup)
  }

  private func print(_ label: ChartPicture.Label, into markup: inout Markup) {
    markup.raw("<text class=\"\(label.look.rawValue)\" x=\"\(Self.length(label.x))\"")
    markup.raw(" y=\"\(Self.length(label.y))\"")
    if label.anchor != .start { markup.raw(" text-anchor=\"\(label.anchor.rawValue)\"") }
    markup.raw(">")
    // Names have the report's digits already, where they are its own words.
    let isNumber = [.value, .inside, .axis].contains(label.look)
    markup.text(isNumber ? chart.numerals.text(label.text) : label.text)
    markup.raw("</text>\n")
  }

  /// A length in tenths of a pixel, as short as it can be written.
  static func length(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    let (whole, part) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    return (tenths < 0 ? "-" : "") + "\(whole)" + (part > 0 ? ".\(part)" : "")
  }
}

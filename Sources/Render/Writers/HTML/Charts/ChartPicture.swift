internal import Tables

/// A chart as shapes, each with its place: what a kind of chart makes, and SVG is written of.
///
/// Lengths are in pixels of the size at which the picture is meant to be seen.
package struct ChartPicture: Sendable {
  package struct Point: Sendable, Equatable {
    package let x: Double
    package let y: Double
  }

  package struct Bar: Sendable, Equatable {
    package let x: Double
    package let y: Double
    package let width: Double
    package let height: Double
  }

  package enum Anchor: String, Sendable { case start, middle, end }

  package struct Label: Sendable {
    package enum Look: String, Sendable {
      /// What is compared.
      case name
      /// A number, or the sign that stands for one.
      case value
      /// A number that stands on its bar.
      case inside
      /// What is written at an axis.
      case axis
      /// The name of a series.
      case series
    }

    package let text: String
    package let x: Double
    /// Of the base line.
    package let y: Double
    package let anchor: Anchor
    package let look: Look
  }

  /// One figure as it is drawn; without a shape it is a gap, with its sign.
  package struct Mark: Sendable {
    package enum Shape: Sendable, Equatable {
      case bar(Bar)
      case point(Point)
    }

    package let category: Int
    package let series: Int
    package let shape: Shape?
    package let label: Label?
  }

  package struct Rule: Sendable, Equatable {
    package let from: Point
    package let to: Point
    /// Where 0 lies.
    package let isBase: Bool
  }

  package struct Curve: Sendable {
    package let series: Int
    package let points: [Point]
  }

  /// The name of a series, with a sample of its colour where it does not stand at its marks.
  package struct Key: Sendable {
    package static let sample = 18.0
    package let series: Int
    package let hasSample: Bool
    package let label: Label
  }

  package let width: Double
  package var height: Double
  package var rules: [Rule] = []
  package var curves: [Curve] = []
  package var marks: [Mark] = []
  package var keys: [Key] = []
  package var labels: [Label] = []

  package init(width: Double, height: Double = 0) {
    self.width = width
    self.height = height
  }
}

/// The room that a chart is drawn for.
package enum ChartFrame: String, Sendable, CaseIterable {
  /// And for a tablet and a sheet of paper.
  case desk
  case phone

  package var width: Double { self == .desk ? 640 : 340 }

  /// Names of some length find no room beside the marks.
  static func isNarrow(_ width: Double) -> Bool { width < 400 }
}

/// How large the type of a chart is.
enum ChartType {
  /// The width of a digit, with some to spare for machines without the type.
  static let digit = 7.9
  static let line = 17.0
  /// From the middle of a line to its base.
  static let drop = 4.5
  /// Between a mark and its label.
  static let gap = 6.0

  static func width(_ text: String) -> Double {
    let thaiDigits = text.unicodeScalars.count { 0x0E50...0x0E59 ~= $0.value }
    // They are as wide as letters.
    return (Double(TableWidths.width(of: text)) + Double(thaiDigits) * 0.25) * digit
  }
  static func digits(_ width: Double) -> Int { max(2, Int(width / digit)) }

  static func widest(_ texts: some Sequence<String>) -> Double {
    texts.map { width($0) }.max() ?? 0
  }
}

extension Chart {
  /// Every figure as it is written at its mark.
  var numberTexts: [String] { table.rows.flatMap { $0.cells.map { numerals.text($0) } } }
}

extension ChartPicture {
  /// A chart as its kind draws it.
  package init(_ chart: Chart, in frame: ChartFrame) {
    switch chart.kind {
    case .pyramid: self = PyramidChart(chart, width: frame.width).picture
    case .bars: self = BarChart(chart, width: frame.width).picture
    case .columns:
      // Where the names do not fit below the columns, they are laid down.
      self =
        ColumnChart(chart, width: frame.width)?.picture
        ?? BarChart(chart, width: frame.width).picture
    case .stacked: self = StackedChart(chart, width: frame.width).picture
    case .lines: self = LineChart(chart, width: frame.width).picture
    }
  }

  /// Names of series with samples of their colours, in as many rows as they need; gives their height.
  mutating func addKeys(_ series: [String]) -> Double {
    let sample = Key.sample
    let between = 18.0
    var (x, row) = (0.0, 0)
    for (index, name) in series.enumerated() {
      let text = ChartLabel.shortened(
        ChartLabel.plain(name), to: ChartType.digits(min(width - sample, 260)))
      let needed = sample + ChartType.width(text)
      if x > 0, x + needed > width { (x, row) = (0, row + 1) }
      let y = Double(row) * (ChartType.line + 3) + 15
      keys.append(
        Key(
          series: index, hasSample: true,
          label: Label(text: text, x: x + sample, y: y, anchor: .start, look: .series)))
      x += needed + between
    }
    return Double(row + 1) * (ChartType.line + 3) + 10
  }

  mutating func addRule(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, isBase: Bool) {
    rules.append(Rule(from: Point(x: x1, y: y1), to: Point(x: x2, y: y2), isBase: isBase))
  }

  mutating func addLabel(
    _ text: String, _ x: Double, _ y: Double, _ anchor: Anchor, _ look: Label.Look
  ) {
    labels.append(Label(text: text, x: x, y: y, anchor: anchor, look: look))
  }
}

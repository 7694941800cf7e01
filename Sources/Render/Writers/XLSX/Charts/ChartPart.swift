internal import Tables

/// The part of one chart (ECMA-376 part 1, 21.2): what it draws, from which cells, and how it looks.
struct ChartPart {
  private let placed: PlacedChart
  private let chart: Chart
  private let source: ChartSource

  init(_ placed: PlacedChart) {
    self.placed = placed
    chart = placed.chart
    source = ChartSource(placed.chart)
  }

  var bytes: [UInt8] {
    var markup = Markup(.replaced)
    markup.raw(XLSXParts.declaration)
    markup.raw(
      "<c:chartSpace xmlns:c=\"\(DrawingParts.chart)\" xmlns:a=\"\(DrawingParts.drawing)\"")
    markup.raw(" xmlns:r=\"\(XLSXParts.office)\"><c:roundedCorners val=\"0\"/><c:chart>")
    writeTitle(into: &markup)
    markup.raw("<c:autoTitleDeleted val=\"0\"/><c:plotArea><c:layout/>")
    writePlot(into: &markup)
    markup.raw(axes)
    markup.raw("</c:plotArea>")
    if chart.series.count > 1 {
      markup.raw("<c:legend><c:legendPos val=\"t\"/><c:overlay val=\"0\"/>")
      markup.raw(Self.type(size: 900, color: Palette.ink) + "</c:legend>")
    }
    // Hidden cells are drawn too: somebody may fold them away.
    markup.raw("<c:plotVisOnly val=\"0\"/><c:dispBlanksAs val=\"gap\"/></c:chart>")
    markup.raw("<c:spPr>" + Self.fill(Palette.paper) + "<a:ln><a:noFill/></a:ln></c:spPr>")
    markup.raw(Self.type(size: 900, color: Palette.ink) + "</c:chartSpace>")
    return markup.bytes
  }

  private func writeTitle(into markup: inout Markup) {
    markup.raw("<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr>")
    markup.raw(Self.properties("defRPr", size: 1100, color: Palette.ink, isBold: true))
    markup.raw("</a:pPr><a:r>")
    markup.raw(Self.properties("rPr", size: 1100, color: Palette.ink, isBold: true))
    markup.raw("<a:t>")
    markup.text(ChartLabel.plain(chart.title))
    markup.raw("</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>")
  }

  // MARK: Series

  private var isLine: Bool { chart.kind == .lines }
  private var lies: Bool { chart.kind != .columns }

  private func writePlot(into markup: inout Markup) {
    markup.raw(isLine ? "<c:lineChart>" : "<c:barChart><c:barDir val=\"\(lies ? "bar" : "col")\"/>")
    let grouping = isLine ? "standard" : chart.kind == .stacked ? "percentStacked" : "clustered"
    markup.raw("<c:grouping val=\"\(grouping)\"/><c:varyColors val=\"0\"/>")
    for series in chart.series.indices { write(series, into: &markup) }
    if isLine {
      markup.raw("<c:marker val=\"1\"/>")
    } else {
      let gap = chart.kind == .pyramid ? 30 : chart.kind == .stacked ? 45 : 60
      let overlap = chart.kind == .pyramid || chart.kind == .stacked ? 100 : -5
      markup.raw("<c:gapWidth val=\"\(gap)\"/><c:overlap val=\"\(overlap)\"/>")
    }
    markup.raw("<c:axId val=\"1001\"/><c:axId val=\"1002\"/>")
    markup.raw(isLine ? "</c:lineChart>" : "</c:barChart>")
  }

  private func write(_ series: Int, into markup: inout Markup) {
    let color = Palette.series[series % Palette.series.count]
    markup.raw("<c:ser><c:idx val=\"\(series)\"/><c:order val=\"\(series)\"/><c:tx>")
    write([chart.series[series]], at: cells(0...0, series + 1), into: &markup)
    markup.raw("</c:tx>")
    if isLine {
      markup.raw("<c:spPr><a:ln w=\"28575\">\(Self.fill(color))<a:round/></a:ln></c:spPr>")
      markup.raw("<c:marker><c:symbol val=\"\(["circle", "square", "triangle"][series % 3])\"/>")
      markup.raw("<c:size val=\"6\"/><c:spPr>\(Self.fill(color))</c:spPr></c:marker>")
    } else {
      markup.raw("<c:spPr>\(Self.fill(color))")
      if chart.kind == .stacked {
        markup.raw("<a:ln w=\"9525\">\(Self.fill(Palette.paper))</a:ln>")
      }
      markup.raw("</c:spPr><c:invertIfNegative val=\"0\"/>")
    }
    writeLabels(series, into: &markup)
    let rows = 1...chart.categories.count
    markup.raw("<c:cat>")
    write(chart.categories.indices.map { source.label($0) }, at: cells(rows, 0), into: &markup)
    markup.raw("</c:cat><c:val><c:numRef><c:f>")
    markup.text(cells(rows, series + 1))
    markup.raw("</c:f><c:numCache><c:formatCode>")
    markup.text(source.format(series).chartCode(chart.numerals))
    markup.raw("</c:formatCode><c:ptCount val=\"\(chart.categories.count)\"/>")
    for category in chart.categories.indices {
      guard let number = source.number(category, series) else { continue }
      markup.raw("<c:pt idx=\"\(category)\"><c:v>\(number)</c:v></c:pt>")
    }
    markup.raw("</c:numCache></c:numRef></c:val>")
    markup.raw(isLine ? "<c:smooth val=\"0\"/></c:ser>" : "</c:ser>")
  }

  private func writeLabels(_ series: Int, into markup: inout Markup) {
    let isShown = !isLine || chart.series.count == 1
    markup.raw("<c:dLbls>")
    if isShown {
      let format = source.format(series)
      markup.raw("<c:numFmt formatCode=\"")
      // A part that is nothing needs no number.
      markup.text(format.chartCode(chart.numerals, skipsZero: chart.kind == .stacked))
      markup.raw("\" sourceLinked=\"0\"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>")
      let color = chart.kind == .stacked ? Palette.paper : Palette.ink
      markup.raw(Self.type(size: 800, color: color))
      let place = isLine ? "t" : chart.kind == .stacked ? "ctr" : "outEnd"
      markup.raw("<c:dLblPos val=\"\(place)\"/>")
    }
    markup.raw("<c:showLegendKey val=\"0\"/><c:showVal val=\"\(isShown ? 1 : 0)\"/>")
    markup.raw("<c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/>")
    markup.raw("<c:showBubbleSize val=\"0\"/></c:dLbls>")
  }

  /// Texts that stand in cells, with a copy for programs that do not look there.
  private func write(_ texts: [String], at cells: String, into markup: inout Markup) {
    markup.raw("<c:strRef><c:f>")
    markup.text(cells)
    markup.raw("</c:f><c:strCache><c:ptCount val=\"\(texts.count)\"/>")
    for (index, text) in texts.enumerated() {
      markup.raw("<c:pt idx=\"\(index)\"><c:v>")
      markup.text(ChartLabel.plain(text))
      markup.raw("</c:v></c:pt>")
    }
    markup.raw("</c:strCache></c:strRef>")
  }

  /// Cells of the data, counted from the row of the series' names and from the column of the names.
  private func cells(_ rows: ClosedRange<Int>, _ column: Int) -> String {
    let range = CellName.range(
      (placed.data.row + rows.lowerBound)...(placed.data.row + rows.upperBound),
      (placed.data.column + column)...(placed.data.column + column))
    return XLSXParts.quoted(placed.sheet) + "!" + XLSXParts.absolute(range)
  }

  // MARK: Axes

  private var axes: String {
    // The first name stands above, except in a pyramid, which stands on it.
    let isDown = lies && !isLine && chart.kind != .pyramid
    let names =
      "<c:catAx><c:axId val=\"1001\"/><c:scaling><c:orientation"
      + " val=\"\(isDown ? "maxMin" : "minMax")\"/></c:scaling><c:delete val=\"0\"/>"
      + "<c:axPos val=\"\(isLine || !lies ? "b" : "l")\"/>"
      + "<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/>"
      + "<c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/><c:spPr><a:ln w=\"9525\">"
      + Self.fill(Palette.strongLine) + "</a:ln></c:spPr>"
      + Self.type(size: 900, color: Palette.ink)
      + "<c:crossAx val=\"1002\"/><c:crosses val=\"autoZero\"/><c:auto val=\"0\"/>"
      + "<c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/><c:noMultiLvlLbl val=\"1\"/></c:catAx>"
    return names + valueAxis(isDown: isDown)
  }

  /// Bars carry their numbers; only shares and lines need an axis.
  private func valueAxis(isDown: Bool) -> String {
    let isShown = isLine || chart.kind == .stacked
    let format =
      chart.kind == .stacked
      ? chart.numerals.format("0%") : source.format(0).chartCode(chart.numerals)
    var code = Markup(.replaced)
    code.text(format)
    let low = chart.kind != .pyramid && chart.numbers.allSatisfy { $0 >= 0 }
    return "<c:valAx><c:axId val=\"1002\"/><c:scaling><c:orientation val=\"minMax\"/>"
      + (low ? "<c:min val=\"0\"/>" : "") + "</c:scaling><c:delete val=\"\(isShown ? 0 : 1)\"/>"
      + "<c:axPos val=\"\(isLine || !lies ? "l" : "b")\"/>"
      + (isShown
        ? "<c:majorGridlines><c:spPr><a:ln w=\"6350\">\(Self.fill(Palette.line))</a:ln></c:spPr>"
          + "</c:majorGridlines>" : "")
      + "<c:numFmt formatCode=\"\(String(decoding: code.bytes, as: UTF8.self))\""
      + " sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/>"
      + "<c:tickLblPos val=\"nextTo\"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
      + Self.type(size: 800, color: Palette.quiet)
      + "<c:crossAx val=\"1001\"/><c:crosses val=\"\(isDown ? "max" : "autoZero")\"/>"
      + "<c:crossBetween val=\"between\"/></c:valAx>"
  }

  // MARK: Looks

  private static func fill(_ color: String) -> String {
    "<a:solidFill><a:srgbClr val=\"\(color)\"/></a:solidFill>"
  }

  private static func properties(
    _ name: String, size: Int, color: String, isBold: Bool = false
  ) -> String {
    "<a:\(name) sz=\"\(size)\" b=\"\(isBold ? 1 : 0)\">" + fill(color)
      + "<a:latin typeface=\"\(LookBook.font)\"/><a:cs typeface=\"\(LookBook.font)\"/></a:\(name)>"
  }

  private static func type(size: Int, color: String) -> String {
    "<c:txPr><a:bodyPr/><a:p><a:pPr>" + properties("defRPr", size: size, color: color)
      + "</a:pPr><a:endParaRPr lang=\"th-TH\"/></a:p></c:txPr>"
  }
}

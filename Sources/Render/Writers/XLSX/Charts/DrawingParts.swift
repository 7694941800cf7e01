/// A chart with its place on a sheet.
struct PlacedChart {
  let chart: Chart
  /// The sheet's name.
  let sheet: String
  /// What the picture covers; rows count from 1, columns from 0.
  let rows: Range<Int>
  let columns: Range<Int>
  /// The cell above the names, in the row of the series' names.
  let data: (row: Int, column: Int)
}

/// The parts by which a sheet has charts: the drawing, the charts, and what leads to them.
///
/// ECMA-376 part 1, 20.5 (SpreadsheetML drawing) and 21.2 (charts).
struct DrawingParts {
  private static let spreadsheet =
    "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
  static let drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
  static let chart = "http://schemas.openxmlformats.org/drawingml/2006/chart"

  private let number: Int
  private let sheet: Int
  private let firstChart: Int
  private let charts: [PlacedChart]

  /// Numbers count from 1 through the workbook.
  init(number: Int, sheet: Int, firstChart: Int, _ charts: [PlacedChart]) {
    self.number = number
    self.sheet = sheet
    self.firstChart = firstChart
    self.charts = charts
  }

  var parts: [(path: String, bytes: [UInt8])] {
    let charts = charts.enumerated().map { index, placed in
      (path: "xl/charts/chart\(firstChart + index).xml", bytes: ChartPart(placed).bytes)
    }
    return [
      (
        "xl/worksheets/_rels/sheet\(sheet).xml.rels",
        XLSXParts.relations([
          (XLSXParts.office + "/drawing", "../drawings/drawing\(number).xml")
        ])
      ),
      ("xl/drawings/drawing\(number).xml", part),
      (
        "xl/drawings/_rels/drawing\(number).xml.rels",
        XLSXParts.relations(
          charts.map { (XLSXParts.office + "/chart", $0.path.replacing("xl/", with: "../")) })
      ),
    ] + charts
  }

  var contentTypes: String {
    let type = "application/vnd.openxmlformats-officedocument.drawing"
    let drawing =
      "<Override PartName=\"/xl/drawings/drawing\(number).xml\" ContentType=\"\(type)+xml\"/>"
    return drawing
      + charts.indices.map {
        "<Override PartName=\"/xl/charts/chart\(firstChart + $0).xml\""
          + " ContentType=\"\(type)ml.chart+xml\"/>"
      }.joined()
  }

  private var part: [UInt8] {
    var markup = Markup(.replaced)
    markup.raw(XLSXParts.declaration)
    markup.raw("<xdr:wsDr xmlns:xdr=\"\(Self.spreadsheet)\" xmlns:a=\"\(Self.drawing)\">")
    for (index, placed) in charts.enumerated() {
      markup.raw("<xdr:twoCellAnchor editAs=\"oneCell\">")
      markup.raw(Self.corner("from", placed.columns.lowerBound, placed.rows.lowerBound - 1))
      markup.raw(Self.corner("to", placed.columns.upperBound, placed.rows.upperBound - 1))
      markup.raw("<xdr:graphicFrame macro=\"\"><xdr:nvGraphicFramePr>")
      markup.raw("<xdr:cNvPr id=\"\(index + 2)\" name=\"")
      markup.text(ChartLabel.plain(placed.chart.name))
      markup.raw("\" descr=\"")
      markup.text(placed.chart.alternative)
      markup.raw("\"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>")
      markup.raw("<xdr:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/></xdr:xfrm>")
      markup.raw("<a:graphic><a:graphicData uri=\"\(Self.chart)\">")
      markup.raw("<c:chart xmlns:c=\"\(Self.chart)\" xmlns:r=\"\(XLSXParts.office)\"")
      markup.raw(" r:id=\"rId\(index + 1)\"/></a:graphicData></a:graphic>")
      markup.raw("</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>")
    }
    markup.raw("</xdr:wsDr>")
    return markup.bytes
  }

  /// A corner of a picture, at the upper left of a cell; both count from 0.
  private static func corner(_ name: String, _ column: Int, _ row: Int) -> String {
    "<xdr:\(name)><xdr:col>\(column)</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>\(row)</xdr:row>"
      + "<xdr:rowOff>0</xdr:rowOff></xdr:\(name)>"
  }
}

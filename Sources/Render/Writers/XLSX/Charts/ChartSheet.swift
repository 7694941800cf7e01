internal import Tables

/// The sheet of the charts: pictures as wide as the paper, and right of it the cells that they draw.
///
/// The cells follow those of the table's own sheet, so that whoever corrects a figure there sees it
/// in the picture. They stand here side by side because not every program draws cells that stand
/// apart, and a pyramid needs one side below zero.
struct ChartSheet {
  /// A chart takes eight columns, which fill a sheet of A4.
  private static let columns = 8
  private static let columnWidth = 11
  /// The first column of the cells that are drawn.
  private static let data = 9
  private static let firstRow = 5
  private static let pageRows = 43
  private static let nameWidth = 30
  private static let numberWidth = 13

  let name: String
  private let charts: [Chart]
  private let tables: [SheetPlan]
  private let masthead: PageHead
  private let footer: String
  private let places: [Place]
  private let pageStarts: [Int]

  /// Where a chart and its cells begin; beside it, but for those of a chart that has more cells than room.
  private struct Place {
    let row: Int
    let dataRow: Int
  }

  init(
    _ charts: [Chart], name: String, tables: [SheetPlan], masthead: PageHead, footer: String
  ) {
    self.charts = charts
    self.name = name
    self.tables = tables
    self.masthead = masthead
    self.footer = footer
    var (places, pageStarts): ([Place], [Int]) = ([], [])
    var (page, end, dataEnd) = (1, Self.firstRow - 2, 0)
    for chart in charts {
      var row = end + 2
      if !places.isEmpty, row + Self.printed(chart) > page + Self.pageRows {
        // Rows between two pages would be a page of nothing.
        row = end + 1
        page = row
        pageStarts.append(row)
      }
      let place = Place(row: row, dataRow: max(row, dataEnd + 2))
      places.append(place)
      end = row + Self.printed(chart)
      dataEnd = place.dataRow + chart.categories.count + 1
    }
    self.places = places
    self.pageStarts = pageStarts
  }

  /// The cell at which a chart begins.
  func cell(of chart: Int) -> String { CellName.cell(places[chart].row, 0) }

  func write(into book: inout Workbook, title: String, back: String, to overview: String) {
    var sheet = Sheet(name: name)
    let series = charts.map { $0.series.count }.max() ?? 1
    sheet.columns =
      Array(repeating: Sheet.Column(width: Self.columnWidth), count: Self.columns)
      + [Sheet.Column(width: 3), Sheet.Column(width: Self.nameWidth)]
      + Array(repeating: Sheet.Column(width: Self.numberWidth), count: series)
    sheet.footer = footer
    sheet.fit = .cut(percent: 100, before: [])
    sheet.pageStarts = pageStarts
    writeTitle(title, back: back, overview: overview, to: &sheet, &book)
    let end = zip(charts, places).map { $1.row + Self.printed($0) - 1 }.max() ?? 1
    writeRows(to: &sheet, &book)
    for (chart, place) in zip(charts, places) {
      sheet.charts.append(
        PlacedChart(
          chart: chart, sheet: name, rows: place.row..<(place.row + Self.height(chart)),
          columns: 0..<Self.columns, data: (row: place.dataRow + 1, column: Self.data)))
    }
    sheet.printArea = CellName.range(1...end, 0...(Self.columns - 1))
    book.sheets.append(sheet)
  }

  // MARK: Room

  /// Rows that a picture takes.
  private static func height(_ chart: Chart) -> Int {
    let names = chart.categories.count
    return switch chart.kind {
    case .columns, .lines: 15
    case .pyramid: min(38, max(13, names + 5))
    case .bars: min(38, max(11, (names * (chart.series.count + 2) + 1) / 2 + 5))
    case .stacked: min(38, max(11, names * 3 / 2 + 7))
    }
  }

  /// Rows that a picture takes with what is said below it.
  private static func printed(_ chart: Chart) -> Int {
    height(chart) + (chart.text == nil ? 0 : 1) + (chart.note == nil ? 0 : 1)
  }

  // MARK: Rows

  private func writeTitle(
    _ title: String, back: String, overview: String, to sheet: inout Sheet, _ book: inout Workbook
  ) {
    let lines = [
      (title, Look(size: 13, isBold: true, color: Palette.brand)),
      (masthead.office + " · " + masthead.subtitle, Look.quiet), ("← " + back, Look.link),
    ]
    for (text, look) in lines {
      sheet.rows.open(height: look.size > 12 ? 22 : nil)
      book.write(text, look, to: &sheet.rows)
      sheet.rows.close()
    }
    sheet.links.append(Sheet.Link(cell: CellName.cell(sheet.rows.row, 0), sheet: overview))
  }

  /// What is said below the charts, and their cells, from the top down.
  private func writeRows(to sheet: inout Sheet, _ book: inout Workbook) {
    var said: [Int: String] = [:]
    var data: [Int: (source: ChartSource, chart: Chart, line: Int)] = [:]
    for (chart, place) in zip(charts, places) {
      let below = [chart.text?.plain(chart.numerals), chart.note].compactMap { $0 }
      for (line, text) in below.enumerated() { said[place.row + Self.height(chart) + line] = text }
      let source = ChartSource(chart, in: tables)
      for line in 0..<(chart.categories.count + 2) {
        data[place.dataRow + line] = (source, chart, line)
      }
    }
    for row in Set(said.keys).union(data.keys).sorted() {
      while sheet.rows.row < row - 1 { sheet.rows.skipRow() }
      let lines = said[row].map { SheetText.lines(of: $0, in: Self.columns * Self.columnWidth) }
      sheet.rows.open(height: (lines ?? 1) > 1 ? (lines ?? 1) * 15 + 3 : nil)
      if let text = said[row] { write(text, to: &sheet, &book) }
      if let (source, chart, line) = data[row] {
        sheet.rows.skip(to: Self.data)
        switch line {
        case 0: writeName(of: chart, from: source, to: &sheet, &book)
        case 1: writeHeadings(of: chart, to: &sheet, &book)
        default: write(line - 2, of: chart, from: source, to: &sheet, &book)
        }
      }
      sheet.rows.close()
    }
  }

  private func write(_ said: String, to sheet: inout Sheet, _ book: inout Workbook) {
    var look = Look.quiet
    look.wraps = true
    book.write(said, look, to: &sheet.rows)
    sheet.merges.append(
      CellName.range(sheet.rows.row...sheet.rows.row, 0...(Self.columns - 1)))
  }

  private func writeName(
    of chart: Chart, from source: ChartSource, to sheet: inout Sheet, _ book: inout Workbook
  ) {
    book.write(chart.title, source.sheet == nil ? .quiet : .link, to: &sheet.rows)
    guard let target = source.sheet else { return }
    sheet.links.append(
      Sheet.Link(cell: CellName.cell(sheet.rows.row, Self.data), sheet: target))
  }

  private func writeHeadings(
    of chart: Chart, to sheet: inout Sheet, _ book: inout Workbook
  ) {
    let heading = chart.isTurned ? "" : chart.table.stubs[chart.table.namingStub]
    for text in [heading] + chart.series { book.write(text, .headLow, to: &sheet.rows) }
  }

  private func write(
    _ category: Int, of chart: Chart, from source: ChartSource, to sheet: inout Sheet,
    _ book: inout Workbook
  ) {
    var text = Look(hasLine: true)
    text.number = .text
    book.write(source.label(category), text, to: &sheet.rows)
    for series in chart.series.indices {
      var look = Look(hasLine: true, align: .right)
      look.number = source.format(series)
      let number = source.number(category, series)
      let place = book.looks.index(of: look)
      if let number, let formula = source.formula(category, series) {
        sheet.rows.formula(formula, is: number, place)
      } else if let number {
        sheet.rows.decimal(number, place)
      } else {
        // A text would be drawn as 0; what is missing stands beside the name.
        sheet.rows.blank(place)
      }
    }
  }
}

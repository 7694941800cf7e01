internal import Tables

/// What a chart of a workbook draws: numbers, how they are written, and the cells that they follow.
struct ChartSource {
  private let chart: Chart
  /// The name of the sheet that holds the figures, if one does.
  let sheet: String?
  private let table: DocumentTable?
  private let firstRow: Int
  private let rows: [String: Int]
  private let columns: [String: Int]

  init(_ chart: Chart, in tables: [SheetPlan] = []) {
    self.chart = chart
    let plan = tables.first { $0.table?.covers(chart.table) ?? false }
    sheet = plan?.name
    table = plan?.table
    firstRow = plan?.firstRow ?? 0
    func places(_ keys: [String]) -> [String: Int] {
      Dictionary(zip(keys, keys.indices)) { first, _ in first }
    }
    rows = places(table?.rows.map { $0.key } ?? [])
    columns = places(table?.columns.map { $0.key } ?? [])
  }

  /// nil leaves a gap, also in a bar of shares that lacks one of its parts.
  func number(_ category: Int, _ series: Int) -> Double? {
    guard let number = chart.value(category, series).number else { return nil }
    if chart.kind == .stacked {
      let parts = chart.series.indices.map { chart.value(category, $0).number }
      guard parts.allSatisfy({ ($0 ?? -1) >= 0 }) else { return nil }
    }
    return isMirrored(series) ? -number : number
  }

  /// The cell of the table's own sheet; nil where that shows the figure as a text, or there is none.
  func formula(_ category: Int, _ series: Int) -> String? {
    if case .ratio = chart.value(category, series) { return nil }
    let keys = chart.table
    let row = chart.isTurned ? series : category
    let column = chart.isTurned ? category : series
    guard let sheet, let table, let down = rows[keys.rows[row].key],
      let right = columns[keys.columns[column].key]
    else { return nil }
    let cell = CellName.cell(firstRow + down, table.stubs.count + right)
    return (isMirrored(series) ? "-" : "") + XLSXParts.quoted(sheet) + "!" + cell
  }

  /// The name of what is compared, with the signs of what is missing.
  func label(_ category: Int) -> String {
    let signs = chart.series.indices.map { series in
      let value = chart.value(category, series)
      return value.number == nil ? NumberText.of(value) : nil
    }
    let name = chart.categories[category]
    guard signs.contains(where: { $0 != nil }) else { return name }
    if let sign = signs[0], signs.allSatisfy({ $0 == sign }) { return name + " (" + sign + ")" }
    let told = zip(chart.series, signs).compactMap { series, sign in
      sign.map { series + " " + $0 }
    }
    return name + " (" + told.joined(separator: ", ") + ")"
  }

  /// How the numbers of a series are written.
  func format(_ series: Int) -> Look.Number {
    let values = chart.categories.indices.map { chart.value($0, series) }
    let first = values.first { $0.number != nil }
    if isMirrored(series) {
      if case .share = first { return .mirroredShare }
      return .mirrored
    }
    return switch first {
    case .amount, .mean: .amount
    case .share: .share
    case .change(_, _, let scale): Look.Number(scale)
    case .ratio: .ratio
    default: .count
    }
  }

  private func isMirrored(_ series: Int) -> Bool { chart.kind == .pyramid && series == 0 }
}

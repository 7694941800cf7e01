internal import Tables

/// `figures.csv`: every number that any report shows.
enum FiguresFile {
  static func bytes(_ figures: Figures) -> [UInt8] {
    var csv = CSVText(header: "table,row,column,value,numerator,denominator,unit,rows")
    for table in figures.tables {
      for (row, head) in table.rows.enumerated() {
        for (column, columnHead) in table.columns.enumerated() {
          let figure = table[row, column]
          csv.append(
            [table.id, head.key, columnHead.key] + parts(figure.value) + [
              columnHead.unit, String(figure.rows),
            ])
        }
      }
    }
    return csv.bytes
  }

  /// Value, numerator and denominator; "no data" is an empty value, not 0.
  static func parts(_ value: Figure.Value) -> [String] {
    switch value {
    case .count(let count): [String(count), "", ""]
    case .amount(let hundredths): [FixedPoint.text(hundredths, scale: 100), "", ""]
    case .share(let part, let whole):
      [whole == 0 ? "" : String(Double(part) / Double(whole)), String(part), String(whole)]
    case .ratio(let one, let other):
      [other == 0 ? "" : String(Double(one) / Double(other)), String(one), String(other)]
    case .mean(let sum, let count, let scale):
      [
        count == 0 ? "" : String(Double(sum) / Double(scale) / Double(count)),
        FixedPoint.text(sum, scale: scale), String(count),
      ]
    case .noData: ["", "", ""]
    case .notComputed: ["not computed", "", ""]
    case .suppressed: ["suppressed", "", ""]
    }
  }
}

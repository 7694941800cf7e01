internal import Settings
internal import Tables

/// Which rows and columns of a table a chart draws.
///
/// A picture of too many things shows none of them: there is a most of what is compared, and of
/// series, whatever a table holds.
struct ChartSelection: Sendable {
  struct Part: Sendable {
    var rows: [Int]
    var columns: [Int]
    /// How many there are to be compared, where not all are drawn.
    var all: Int?
  }

  private enum Most {
    static let compared = 20
    /// Points of a line are narrow.
    static let points = 40
    /// As many as there are colours.
    static let series = 6
  }

  private let kind: Chart.Kind
  private let rows: KeyPatterns?
  private let columns: KeyPatterns?
  /// The columns are compared, and the rows are the series.
  let isTurned: Bool
  /// So many are drawn, the largest first.
  private let largest: Int?
  private let hidesEmpty: Bool

  init(_ settings: Settings, kind: Chart.Kind) throws {
    self.kind = kind
    rows = try settings["rows"].map { try KeyPatterns($0) }
    columns = try settings["columns"].map { try KeyPatterns($0) }
    isTurned = try settings["turned"]?.flag ?? false
    largest = try settings["largest"].map { try $0.positive }
    hidesEmpty = try settings["hide-empty"]?.flag ?? false
    guard kind == .pyramid else { return }
    let sides = settings[isTurned ? "rows" : "columns"]
    guard let sides, sides.items.count == 2 else {
      throw SettingsError(
        "a pyramid has two sides: expected two '\(isTurned ? "rows" : "columns")', "
          + "found \(sides?.items.count ?? 0)", at: sides?.place ?? settings.place)
    }
  }

  /// The part that is drawn; nil where nothing can be.
  ///
  /// Sums are left out unless they are asked for, because beside them nothing else can be seen.
  func part(of table: FigureTable) -> Part? {
    let part = Part(
      rows: table.rows.indices.filter { row in
        rows?.match(table.rows[row].key) ?? (table.rows[row].role == .detail)
      },
      columns: table.columns.indices.filter { column in
        columns?.match(table.columns[column].key) ?? (table.columns[column].role == .detail)
      })
    let kept = hidesEmpty ? withoutEmpty(part, table) : part
    guard !kept.rows.isEmpty, !kept.columns.isEmpty else { return nil }
    let cut = cut(kept, table)
    return cut.flatMap { tells($0, table) ? $0 : nil }
  }

  private func withoutEmpty(_ part: Part, _ table: FigureTable) -> Part {
    func holds(_ rows: [Int], _ columns: [Int]) -> Bool {
      rows.contains { row in
        columns.contains { column in
          let value = table[row, column].value
          return value == .suppressed || (value.number ?? 0) != 0
        }
      }
    }
    return Part(
      rows: part.rows.filter { holds([$0], part.columns) },
      columns: part.columns.filter { holds(part.rows, [$0]) })
  }

  // MARK: Not too many

  private func cut(_ part: Part, _ table: FigureTable) -> Part? {
    var compared = isTurned ? part.columns : part.rows
    var series = isTurned ? part.rows : part.columns
    if kind == .pyramid, series.count != 2 { return nil }
    if series.count > Most.series {
      // Shares without some of the parts would be wrong.
      if kind == .stacked { return nil }
      series = Array(series.prefix(Most.series))
    }
    let count = compared.count
    if let largest {
      compared = Array(sorted(compared, by: series[0], table).prefix(largest))
    } else if kind == .lines {
      compared = compared.suffix(Most.points)
    } else if count > Most.compared {
      compared = Array(sorted(compared, by: series[0], table).prefix(Most.compared))
    }
    let all = compared.count < count ? count : nil
    return isTurned
      ? Part(rows: series, columns: compared, all: all)
      : Part(rows: compared, columns: series, all: all)
  }

  /// By the first series, the largest first and what has no number last; equal ones as they were.
  private func sorted(_ compared: [Int], by series: Int, _ table: FigureTable) -> [Int] {
    let numbers = compared.map { each in
      (isTurned ? table[series, each] : table[each, series]).value.number ?? -.infinity
    }
    return compared.indices.sorted {
      numbers[$0] == numbers[$1] ? $0 < $1 : numbers[$0] > numbers[$1]
    }
    .map { compared[$0] }
  }

  /// Whether there is something to see: a number that is not 0, and for a line two points.
  private func tells(_ part: Part, _ table: FigureTable) -> Bool {
    let compared = isTurned ? part.columns : part.rows
    let series = isTurned ? part.rows : part.columns
    let isAnything = part.rows.contains { row in
      part.columns.contains { (table[row, $0].value.number ?? 0) != 0 }
    }
    guard kind == .lines else { return isAnything }
    return isAnything
      && series.contains { one in
        compared.count { each in
          (isTurned ? table[one, each] : table[each, one]).value.number != nil
        } > 1
      }
  }
}

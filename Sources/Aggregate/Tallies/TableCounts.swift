internal import Tables

/// What was added up for a table, and the lines and columns of it that are shown.
struct TableCounts {
  let grid: CellGrid
  let dimensions: [Dimension]
  /// How many of the dimensions are those of the lines.
  let lineDimensions: Int
  /// By dataset all rows that hold the conditions of the table.
  var all: [String: TallyRows] = [:]
  /// By quantity.
  var tallies: [(any Tally)?] = []
  var rows: [TallyRows?] = []
  var lines: [TableSpan] = []
  var columns: [TableSpan] = []
  /// By dataset: the members of the first dimension of which nothing was collected.
  var silent: [String: Set<Int>] = [:]
  /// The datasets of which no file was read.
  var absent: Set<String> = []
  /// What the readers may not see.
  var hidden: HiddenFigures?

  /// The place of a quantity's dataset among the tables.
  func place(of quantity: Int, _ material: Material) -> Int {
    rows[quantity].flatMap { material.linked.clean.index(of: $0.table.name) } ?? 0
  }
}

internal import Tables

/// A figure, and how the rows behind it are found when they are asked for.
struct TracedFigure: Sendable {
  /// Keeps hold of little, for there is one for every figure of a table; it is given the rest.
  typealias Lines = @Sendable (Material) throws -> [FigureTrace.Line]

  let figure: Figure
  let lines: Lines

  init(_ figure: Figure, lines: @escaping Lines) {
    self.figure = figure
    self.lines = lines
  }
}

/// A table in the making, whose figures know the rows behind them.
struct TracedRows {
  private var table: FigureTable
  private var lines: [TracedFigure.Lines] = []

  init(_ table: FigureTable) { self.table = table }

  mutating func append(_ head: FigureTable.RowHead, _ figures: [TracedFigure]) {
    table.append(head, figures.map { $0.figure })
    lines.append(contentsOf: figures.map { $0.lines })
  }

  func figures(of material: Material) -> TracedFigures {
    TracedFigures(table) { [lines, width = table.columns.count] row, column in
      FigureTrace(try lines[row * width + column](material))
    }
  }
}

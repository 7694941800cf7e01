internal import Tables

/// A row of a table of figures as the history keeps it: two texts, one of its columns and one of its values.
///
/// Both have a line for each column; what belongs together stands on it with tabs between.
enum FigureLine {
  static func head(of table: FigureTable) -> String {
    table.columns.map { plain($0.key) + "\t" + plain($0.unit) }.joined(separator: "\n")
  }

  /// A number that counts its own rows stands alone.
  static func cells(of row: Int, in table: FigureTable) -> String {
    table.columns.indices.map { column in
      let figure = table[row, column]
      let parts = FiguresFile.parts(figure.value)
      let rows = String(figure.rows)
      return parts == [rows, "", ""] ? rows : (parts + [rows]).joined(separator: "\t")
    }.joined(separator: "\n")
  }

  /// The figures of a row, in the order of its columns.
  static func figures(head: String, cells: String) -> [PastFigure] {
    zip(fields(head), fields(cells)).map { head, cell in
      let all = cell.count == 4 ? cell : [cell[0], "", "", cell[0]]
      return PastFigure(
        column: head[0], value: all[0], numerator: all[1], denominator: all[2],
        unit: head.count > 1 ? head[1] : "", rows: all[3])
    }
  }

  private static func fields(_ text: String) -> [[String]] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
    }
  }

  private static func plain(_ text: String) -> String {
    text.contains { $0 == "\n" || $0 == "\t" }
      ? text.replacing("\n", with: " ").replacing("\t", with: " ") : text
  }
}

/// A figure of an earlier run, in the words of `figures.csv`.
package struct PastFigure: Sendable, Equatable {
  package let column: String
  package let value: String
  package let numerator: String
  package let denominator: String
  package let unit: String
  package let rows: String
}

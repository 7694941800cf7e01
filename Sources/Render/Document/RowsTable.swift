package import Tables

/// The rows of a dataset as they will be drawn, each distinct value of a column once.
///
/// A hundred thousand rows of 36 columns are 3.6 million cells: nothing is made for a cell, and the columns only
/// when they are written.
package struct RowsTable: Sendable {
  package let title: String
  /// The name of its sheet in a workbook.
  package let sheet: String
  package let notes: [String]
  package let count: Int
  /// Makes the columns and marks.
  package let fill: @Sendable () -> RowsContent
  /// What was found, in words, by its place among the findings of the run.
  package let reason: @Sendable (_ finding: Int) -> String

  package init(
    title: String, sheet: String, notes: [String] = [], count: Int,
    fill: @escaping @Sendable () -> RowsContent,
    reason: @escaping @Sendable (_ finding: Int) -> String = { _ in "" }
  ) {
    self.title = title
    self.sheet = sheet
    self.notes = notes
    self.count = count
    self.fill = fill
    self.reason = reason
  }
}

/// The columns of rows, and which of their cells are wrong.
package struct RowsContent: Sendable {
  package let columns: [RowsColumn]
  /// By row, then by column; at most one for a cell.
  package let marks: [RowMark]

  package init(columns: [RowsColumn], marks: [RowMark] = []) {
    self.columns = columns
    self.marks = marks
  }
}

/// One column: what its distinct values are written as, and which of them each row has.
package struct RowsColumn: Sendable {
  package let heading: String
  package let cells: [RowCell]
  /// The place of each row's value among the cells.
  package let codes: Codes

  package init(heading: String, cells: [RowCell], codes: Codes) {
    self.heading = heading
    self.cells = cells
    self.codes = codes
  }
}

/// A value as it is written.
package enum RowCell: Sendable, Equatable {
  case nothing
  case text(String)
  /// A number times `scale`, which is 1 or 100.
  case number(Int, scale: Int)
}

/// A cell in which something was found.
package struct RowMark: Sendable {
  package let row: Int
  package let column: Int
  /// Of the worst that was found.
  package let severity: Severity
  /// Places among the findings of the run.
  package let findings: [Int]

  package init(row: Int, column: Int, severity: Severity, findings: [Int]) {
    self.row = row
    self.column = column
    self.severity = severity
    self.findings = findings
  }
}

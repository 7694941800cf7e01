/// One number that a report shows, with what it was made from.
package struct Figure: Sendable, Equatable {
  package enum Value: Sendable, Equatable {
    case count(Int)
    /// A sum of decimals, in hundredths.
    case amount(hundredths: Int)
    /// numerator ÷ denominator.
    case share(Int, of: Int)
    /// now − before, where before is the figure of an earlier round.
    case change(Int, from: Int, in: Scale = .whole)
    /// So many of one to each of the other, told as 1 : n.
    case ratio(Int, to: Int)
    /// A sum in whole numbers or hundredths, shared out; `scale` is 1 or 100.
    case mean(Int, of: Int, scale: Int)
    /// Nothing was collected; not the same as 0.
    case noData
    /// Could have been counted, and what counting needs was not given.
    case notComputed
    /// Hidden, because so few are easily recognised.
    case suppressed
  }

  /// What the two numbers of a change are counted in.
  package enum Scale: Sendable, Equatable {
    case whole
    case hundredths
    /// Hundredths of a percent, of a share that has grown or shrunk.
    case points
  }

  package let value: Value
  /// How many rows of the inputs stand behind it.
  package let rows: Int

  package init(_ value: Value, rows: Int) {
    self.value = value
    self.rows = rows
  }
}

/// A table of figures with its headings; it knows nothing of fonts or widths.
package struct FigureTable: Sendable {
  package enum Role: String, Sendable { case detail, subtotal, total }

  package struct RowHead: Sendable {
    /// Stands in the column `row` of figures.csv.
    package let key: String
    /// One text for each of the table's stubs.
    package let labels: [LocalizedText]
    package let role: Role

    package init(key: String, labels: [LocalizedText], role: Role = .detail) {
      self.key = key
      self.labels = labels
      self.role = role
    }
  }

  package struct ColumnHead: Sendable {
    /// Stands in the column `column` of figures.csv.
    package let key: String
    /// The headings from the top down; equal neighbours are drawn as one.
    package let headings: [LocalizedText]
    package let unit: String
    package let role: Role

    package init(key: String, headings: [LocalizedText], unit: String, role: Role = .detail) {
      self.key = key
      self.headings = headings
      self.unit = unit
      self.role = role
    }
  }

  package let id: String
  package let title: LocalizedText
  /// The headings of the columns that name a row.
  package let stubs: [LocalizedText]
  package let columns: [ColumnHead]
  package private(set) var rows: [RowHead] = []
  /// Row by row.
  package private(set) var cells: [Figure] = []
  package let notes: [LocalizedText]
  /// The datasets whose rows stand behind the figures, as far as one can tell.
  package let datasets: [String]

  package init(
    id: String, title: LocalizedText, stubs: [LocalizedText], columns: [ColumnHead],
    notes: [LocalizedText] = [], datasets: [String] = []
  ) {
    self.id = id
    self.title = title
    self.stubs = stubs
    self.columns = columns
    self.notes = notes
    self.datasets = datasets
  }

  package mutating func append(_ row: RowHead, _ figures: [Figure]) {
    precondition(
      figures.count == columns.count && row.labels.count == stubs.count,
      "a row of figures fits its table")
    rows.append(row)
    cells.append(contentsOf: figures)
  }

  /// The name of a figure.
  package func id(_ row: Int, _ column: Int) -> FigureID {
    FigureID(table: id, row: rows[row].key, column: columns[column].key)
  }

  package subscript(row: Int, column: Int) -> Figure { cells[row * columns.count + column] }
}

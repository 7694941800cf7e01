package import Tables

/// A table as it will be drawn: texts in one language, and figures.
package struct DocumentTable: Sendable {
  package struct Column: Sendable {
    package let key: String
    /// From the top down; equal neighbours are drawn as one.
    package let headings: [String]
    package let role: FigureTable.Role
    /// Whether each figure carries a bar; all bars of a table have one scale.
    package let hasBars: Bool

    package init(
      key: String, headings: [String], role: FigureTable.Role = .detail, hasBars: Bool = false
    ) {
      self.key = key
      self.headings = headings
      self.role = role
      self.hasBars = hasBars
    }
  }

  package struct Row: Sendable {
    package let key: String
    package let labels: [String]
    package let role: FigureTable.Role
    package let cells: [Figure.Value]

    package init(
      key: String, labels: [String], role: FigureTable.Role = .detail, cells: [Figure.Value]
    ) {
      self.key = key
      self.labels = labels
      self.role = role
      self.cells = cells
    }
  }

  package let id: String
  package let title: String
  /// The name of the table's sheet in a workbook.
  package let sheet: String
  package let stubs: [String]
  /// The stub that stays in sight when a wide table is moved sideways.
  package let namingStub: Int
  /// The stubs that hold sentences, and are wide.
  package let textStubs: Set<Int>
  package let columns: [Column]
  package let rows: [Row]
  package let notes: [String]
  /// Whether figures.csv has a name for every cell.
  package let isNamed: Bool

  package init(
    id: String, title: String, sheet: String, stubs: [String], namingStub: Int,
    textStubs: Set<Int> = [], columns: [Column], rows: [Row], notes: [String] = [],
    isNamed: Bool = false
  ) {
    self.id = id
    self.title = title
    self.sheet = sheet
    self.stubs = stubs
    self.namingStub = namingStub
    self.textStubs = textStubs
    self.columns = columns
    self.rows = rows
    self.notes = notes
    self.isNamed = isNamed
  }

  /// The name of the figure in a cell, by which figures.csv has it.
  package func name(of column: Int, in row: Row) -> FigureID? {
    isNamed ? FigureID(table: id, row: row.key, column: columns[column].key) : nil
  }

  /// The same table with other rows, and a note first that says so.
  func with(rows: [Row], note: String) -> DocumentTable {
    DocumentTable(
      id: id, title: title, sheet: sheet, stubs: stubs, namingStub: namingStub,
      textStubs: textStubs, columns: columns, rows: rows, notes: [note] + notes, isNamed: isNamed)
  }

  /// The same table with other words above and more below it.
  func retitled(_ title: String, more notes: [String]) -> DocumentTable {
    DocumentTable(
      id: id, title: title, sheet: sheet, stubs: stubs, namingStub: namingStub,
      textStubs: textStubs, columns: columns, rows: rows, notes: self.notes + notes,
      isNamed: isNamed)
  }

  /// The same rows with only some of the columns, for paper that is too narrow for all; nobody points at paper.
  package func part(_ range: Range<Int>) -> DocumentTable {
    DocumentTable(
      id: id, title: title, sheet: sheet, stubs: stubs, namingStub: namingStub,
      textStubs: textStubs, columns: Array(columns[range]),
      rows: rows.map {
        Row(key: $0.key, labels: $0.labels, role: $0.role, cells: Array($0.cells[range]))
      })
  }

  /// What a full bar stands for: the largest count of a detail row in any column with bars.
  package var longestBar: Int {
    var longest = 0
    for row in rows where row.role == .detail {
      for (column, value) in zip(columns, row.cells) where column.hasBars {
        if case .count(let count) = value { longest = max(longest, count) }
      }
    }
    return longest
  }
}

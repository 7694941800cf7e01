package import Tables

/// A picture of some figures of a table: what is compared, and in which series.
package struct Chart: Sendable {
  package enum Kind: String, Sendable, CaseIterable { case pyramid, bars, columns, stacked, lines }

  package let kind: Kind
  package let title: String
  /// The sentence below the picture; nil where the report has none.
  package let text: Phrase?
  /// The picture in words, for whoever does not see it.
  package let alternative: String
  /// The name of the picture in a workbook.
  package let name: String
  /// How many of how many are drawn; nil where all are.
  package let note: String?
  /// Exactly the figures that are drawn.
  package let table: DocumentTable
  /// The columns of the table are compared, and its rows are the series.
  package let isTurned: Bool
  /// How the numbers at its marks are written; its texts have these digits already.
  package let numerals: Numerals

  package init(
    kind: Kind, title: String, text: Phrase? = nil, alternative: String, name: String,
    note: String? = nil, table: DocumentTable, isTurned: Bool = false,
    numerals: Numerals = .arabic
  ) {
    self.kind = kind
    self.title = title
    self.text = text
    self.alternative = alternative
    self.name = name
    self.note = note
    self.table = table
    self.isTurned = isTurned
    self.numerals = numerals
  }

  /// The same chart, told in words.
  func told(_ alternative: String) -> Chart {
    written(
      in: numerals, title: title, text: text, alternative: alternative, note: note, table: table)
  }

  /// The same chart with other digits.
  func written(
    in numerals: Numerals, title: String, text: Phrase?, alternative: String, note: String?,
    table: DocumentTable
  ) -> Chart {
    Chart(
      kind: kind, title: title, text: text, alternative: alternative, name: name, note: note,
      table: table, isTurned: isTurned, numerals: numerals)
  }

  /// What is compared, in the order of the table.
  package var categories: [String] { isTurned ? columnLabels : rowLabels }
  package var series: [String] { isTurned ? rowLabels : columnLabels }

  package func value(_ category: Int, _ series: Int) -> Figure.Value {
    isTurned ? table.rows[series].cells[category] : table.rows[category].cells[series]
  }

  /// The name by which figures.csv has a value.
  package func id(_ category: Int, _ series: Int) -> FigureID? {
    isTurned
      ? table.name(of: category, in: table.rows[series])
      : table.name(of: series, in: table.rows[category])
  }

  /// Every number that is drawn.
  package var numbers: [Double] {
    table.rows.flatMap { $0.cells.compactMap { $0.number } }
  }

  private var rowLabels: [String] { table.rows.map { $0.labels[table.namingStub] } }

  /// The lowest heading of each column; all that tell columns apart where it does not.
  private var columnLabels: [String] {
    var headings = table.columns.map { $0.headings.filter { !$0.isEmpty } }
    while let last = headings.first?.last, headings.count > 1,
      headings.allSatisfy({ $0.count > 1 && $0.last == last })
    { headings = headings.map { $0.dropLast() } }
    let lowest = headings.map { $0.last ?? "" }
    return Set(lowest).count == lowest.count ? lowest : headings.map { $0.joined(separator: " ") }
  }
}

extension Figure.Value {
  /// How far a figure reaches on an axis; nil where there is nothing to draw, which is not 0.
  package var number: Double? {
    switch self {
    case .count(let count): Double(count)
    case .amount(let hundredths): Double(hundredths) / 100
    case .change(let now, let before, .whole): Double(now) - Double(before)
    case .change(let now, let before, _): (Double(now) - Double(before)) / 100
    case .share, .mean: quotient
    // Told as 1 : n; n is what is drawn.
    case .ratio: quotient
    case .noData, .notComputed, .suppressed: nil
    }
  }
}

extension DocumentTable {
  /// Whether every figure of another part of the same table stands in this one.
  package func covers(_ other: DocumentTable) -> Bool {
    guard id == other.id, isNamed else { return false }
    return Set(rows.map { $0.key }).isSuperset(of: other.rows.map { $0.key })
      && Set(columns.map { $0.key }).isSuperset(of: other.columns.map { $0.key })
  }
}

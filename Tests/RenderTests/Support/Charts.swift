import Render
import Tables

extension Chart {
  /// A chart of a whole table, as it is written in a test.
  init(
    _ kind: Kind, _ table: FigureTable, name: String? = nil, note: String? = nil,
    isTurned: Bool = false
  ) {
    self.init(
      kind: kind, title: table.title.english, alternative: "What it shows",
      name: name ?? table.id, note: note,
      table: DocumentTable(
        id: table.id, title: table.title.english, sheet: table.id,
        stubs: table.stubs.map { $0.english }, namingStub: 0,
        columns: table.columns.map {
          DocumentTable.Column(key: $0.key, headings: $0.headings.map { $0.english })
        },
        rows: table.rows.indices.map { row in
          DocumentTable.Row(
            key: table.rows[row].key, labels: table.rows[row].labels.map { $0.english },
            cells: table.columns.indices.map { table[row, $0].value })
        }, isNamed: true), isTurned: isTurned)
  }
}

extension ChartPicture {
  /// The bars of a series, nil for a gap, by what is compared.
  func bars(of series: Int) -> [Bar?] {
    marks.filter { $0.series == series }.map { mark in
      if case .bar(let bar) = mark.shape { bar } else { nil }
    }
  }

  /// The points of a series, nil for a gap.
  func points(of series: Int) -> [Point?] {
    marks.filter { $0.series == series }.map { mark in
      if case .point(let point) = mark.shape { point } else { nil }
    }
  }

  /// What is written at the marks of a series.
  func texts(of series: Int) -> [String?] {
    marks.filter { $0.series == series }.map { $0.label?.text }
  }
}

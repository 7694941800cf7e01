package import Settings
package import Tables

/// Single figures of other tables, one below the other, so that a page may say all of an office at once.
package struct FigureList: Measure {
  package static let name = "figures"
  package static let summary =
    "Figures of other tables by name, one a line: 'lines', each with its 'figure' as table:row:column and its title."

  private let frame: TableFrame
  private let lines: [NamedFigure]

  package init(
    _ frame: TableFrame, _ settings: Settings, _ round: AggregateRound, shelf: Shelf
  ) throws {
    try settings.allow(only: TableFrame.keys + ["lines"])
    self.frame = frame
    lines = try settings.required("lines").entries.map { try NamedFigure($0.key, $0.value) }
  }

  package var repeated: [RepeatedTable] { lines.map { RepeatedTable($0.id.table, at: $0.place) } }

  package var knownRows: [String]? { lines.map { $0.key } }

  package func source(of id: FigureID) -> FigureID {
    lines.first { $0.key == id.row }?.id ?? id
  }

  package func figures(of material: Material) -> TracedFigures {
    var result = frame.table(
      stubs: [LocalizedText(thai: "รายการ", english: "Item")],
      columns: [
        FigureTable.ColumnHead(
          key: "value", headings: [LocalizedText(thai: "จำนวน", english: "Number")], unit: "")
      ])
    for line in lines {
      result.append(
        .init(key: line.key, labels: [line.title]),
        [line.figure(in: material)?.figure ?? Figure(.noData, rows: 0)])
    }
    return TracedFigures(result) { row, _ in try lines[row].trace(in: material) }
  }
}

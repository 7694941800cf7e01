package import Settings
internal import Tables

/// A picture of some figures of a table.
package struct ChartBlock: Block {
  package static let name = "chart"
  package static let summary =
    "A picture of a 'table' of a 'kind' (pyramid, bars, columns, stacked, lines): its 'rows' are compared, its 'columns' are the series, or 'turned'; the 'largest' …"
  private static let keys = [
    "kind", "table", "rows", "columns", "turned", "largest", "hide-empty", "name", "title", "text",
    "sheet",
  ]

  private let kind: Chart.Kind
  private let id: String
  private let place: Place
  private let selection: ChartSelection
  /// The place of the stub that names a row, from 1.
  private let namingStub: Int
  private let title: FilledText?
  private let text: FilledText?
  private let sheet: FilledText?

  package init(_ settings: Settings, known: KnownTables) throws {
    try settings.allow(only: Self.keys)
    kind = try settings.required("kind").choice(of: Chart.Kind.self, called: "kind of chart")
    let table = try settings.required("table")
    id = try table.word
    place = table.place
    try known.check(id, at: place)
    selection = try ChartSelection(settings, kind: kind)
    namingStub = try settings["name"].map { try $0.positive } ?? 1
    title = try settings["title"].map { try FilledText($0, known: known) }
    text = try settings["text"].map { try FilledText($0, known: known) }
    sheet = try settings["sheet"].map { try FilledText($0, known: known) }
  }

  package var mentionedTables: [String] {
    [id] + [title, text, sheet].flatMap { $0?.tables ?? [] }
  }

  /// Nothing where there is nothing to draw.
  package func nodes(_ context: BlockContext) throws -> [Node] {
    let table = try context.table(id, at: place)
    guard let kept = selection.part(of: table) else { return [] }
    let title = try title?.phrase(context).plain ?? table.title[context.language]
    let text = try text?.phrase(context)
    let chart = Chart(
      kind: kind, title: title, text: text, alternative: text?.plain ?? "",
      name: try sheet?.phrase(context).plain ?? title, note: note(kept, context),
      table: drawn(kept, of: table, titled: title, context), isTurned: selection.isTurned)
    guard text == nil else { return [.chart(chart)] }
    return [.chart(chart.told(ChartText(chart, words: context.words).sentences))]
  }

  private func note(_ kept: ChartSelection.Part, _ context: BlockContext) -> String? {
    guard let all = kept.all else { return nil }
    let count = selection.isTurned ? kept.columns.count : kept.rows.count
    return context.words[
      kind == .lines ? .chartLatest : .chartLargest, NumberText.grouped(count),
      NumberText.grouped(all)]
  }

  private func drawn(
    _ kept: ChartSelection.Part, of table: FigureTable, titled title: String,
    _ context: BlockContext
  ) -> DocumentTable {
    DocumentTable(
      id: id, title: title, sheet: title, stubs: table.stubs.map { $0[context.language] },
      namingStub: min(namingStub, table.stubs.count) - 1,
      columns: kept.columns.map {
        DocumentTable.Column(
          key: table.columns[$0].key,
          headings: table.columns[$0].headings.map { $0[context.language] })
      },
      rows: kept.rows.map { row in
        DocumentTable.Row(
          key: table.rows[row].key, labels: table.rows[row].labels.map { $0[context.language] },
          cells: kept.columns.map { table[row, $0].value })
      }, isNamed: true)
  }
}

package import Settings
internal import Tables

/// What a school has explained by its documents: it stays found, and is not asked again.
package struct ExplainedBlock: Block {
  package static let name = "explained"
  package static let summary =
    "In a report 'each: school': what the school has answered to be right by the documents, with its 'heading'."
  private let heading: LocalizedText
  private let table: ListTable

  package init(_ settings: Settings, known: KnownTables) throws {
    heading = try settings.required("heading").localizedText
    table = try ListTable(settings, id: "explained", more: ["heading"])
  }

  package func nodes(_ context: BlockContext) throws -> [Node] {
    guard let list = context.worklist, !list.explained.isEmpty else { return [] }
    let lines = FindingLines(context, list.explained)
    let rows = list.explained.map { row in
      DocumentTable.Row(
        key: lines.key(row),
        labels: lines.name(row) + [lines.complaints(row), lines.answers(row)],
        cells: [.count(row.findings.count)])
    }
    return [.heading(heading[context.language])]
      + table.nodes(
        context, stubs: [.listWhich, .listRow, .listWrong, .listAnswer], naming: 0, texts: [2, 3],
        figure: .listFindings, rows: rows,
        list: { lines.list(list.explained, title: $0, sheet: $1) })
  }
}

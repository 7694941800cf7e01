package import Settings
internal import Tables

/// The rows that a school must correct, worst first: each with all its reasons on a page, each reason with
/// room for an answer in a workbook.
package struct WorklistBlock: Block {
  package static let name = "worklist"
  package static let summary =
    "In a report 'each: school': its rows with all that was found in them, worst first, to be answered in the workbook."
  private let table: ListTable

  package init(_ settings: Settings, known: KnownTables) throws {
    table = try ListTable(settings, id: "worklist")
  }

  package func nodes(_ context: BlockContext) throws -> [Node] {
    guard let list = context.worklist else { return [] }
    let lines = FindingLines(context, list.rows)
    let hasHistory = context.figures.found.progress != nil
    let rows = list.rows.map { row in
      DocumentTable.Row(
        key: lines.key(row),
        labels: lines.name(row) + lines.told(row) + [lines.since(row)].compactMap { $0 },
        cells: [.count(row.findings.count)])
    }
    return table.nodes(
      context,
      stubs: [.listWhich, .listRow, .listWrong, .listDo] + (hasHistory ? [.listSince] : []),
      naming: 0, texts: [2, 3], figure: .listFindings, rows: rows,
      list: { lines.list(list.rows, title: $0, sheet: $1) })
  }
}

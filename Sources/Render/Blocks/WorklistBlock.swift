package import Settings
internal import Tables

/// The rows that a school must correct, worst first, each with all its reasons.
package struct WorklistBlock: Block {
  package static let name = "worklist"
  package static let summary =
    "In a report 'each: school': its rows with all that was found in them, worst first."
  private let table: ListTable

  package init(_ settings: Settings, known: KnownTables) throws {
    table = try ListTable(settings, id: "worklist")
  }

  package func nodes(_ context: BlockContext) throws -> [Node] {
    guard let list = context.worklist else { return [] }
    let text = FindingText(context)
    let sheets = Set(
      list.rows.map { Origin(input: $0.place.origin.input, sheet: $0.place.origin.sheet) })
    let hasHistory = context.figures.found.progress != nil
    let rows = list.rows.map { row in
      DocumentTable.Row(
        key: text.place(row.place.origin),
        labels: [
          text.name(of: row.place), text.row(row.place.origin, alone: sheets.count == 1),
          row.findings.map { "• " + text.reason($0) }.joined(separator: "\n"),
        ] + (hasHistory ? [since(row, context)] : []), cells: [.count(row.findings.count)])
    }
    return table.nodes(
      context,
      stubs: [.listWhich, .listRow, .listWhat] + (hasHistory ? [.listSince] : []),
      naming: 0, texts: [2], figure: .listFindings, rows: rows)
  }

  /// How many of the row's findings are new, and how many still open.
  private func since(_ row: Worklist.Row, _ context: BlockContext) -> String {
    guard let progress = context.figures.found.progress else { return "" }
    let new = row.findings.count { progress.states[$0] == .new }
    let open = row.findings.count - new
    return [
      new > 0 ? context.words[.listNew, String(new)] : nil,
      open > 0 ? context.words[.listOpen, String(open)] : nil,
    ].compactMap { $0 }.joined(separator: " · ")
  }
}

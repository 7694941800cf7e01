package import Settings
internal import Tables

/// The mistakes that nearly all rows of a school share; each is corrected once at its source.
package struct SharedCausesBlock: Block {
  package static let name = "shared-causes"
  package static let summary =
    "In a report 'each: school': what is wrong in nearly all its rows, with the rows."
  private let table: ListTable

  package init(_ settings: Settings, known: KnownTables) throws {
    table = try ListTable(settings, id: "shared-causes")
  }

  package func nodes(_ context: BlockContext) throws -> [Node] {
    guard let list = context.worklist else { return [] }
    let text = FindingText(context)
    let found = context.figures.found
    let rows = list.causes.map { shared -> DocumentTable.Row in
      let finding = found.findings.all[shared.first]
      let more =
        shared.consequences > 0
        ? "\n" + context.words[.listConsequences, String(shared.consequences)] : ""
      return DocumentTable.Row(
        key: found.book[finding].code,
        labels: [
          text.file(context.figures.linked.place(of: finding).origin),
          text.reason(shared.first) + more, RowList.text(shared.rows),
        ], cells: [.count(shared.rows.count)])
    }
    return table.nodes(
      context, stubs: [.listFile, .listFirst, .listRows], naming: 0, texts: [1, 2],
      figure: .listCount, rows: rows)
  }
}

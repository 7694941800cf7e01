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
    let rows = list.causes.compactMap { shared -> DocumentTable.Row? in
      guard let first = shared.findings.first else { return nil }
      let origins = shared.findings.map {
        context.figures.linked.place(of: found.findings.all[$0]).origin
      }
      let lines = Set(origins.map { $0.row }).sorted()
      return DocumentTable.Row(
        key: found.book[found.findings.all[first]].code,
        labels: [
          text.file(origins[0]), text.reason(first), RowList.text(lines),
        ], cells: [.count(lines.count)])
    }
    return table.nodes(
      context, stubs: [.listFile, .listFirst, .listRows], naming: 0, texts: [1, 2],
      figure: .listCount, rows: rows)
  }
}

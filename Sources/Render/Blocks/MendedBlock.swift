package import Settings
internal import Tables

/// What the last run found in a school and this one does not any more.
package struct MendedBlock: Block {
  package static let name = "mended"
  package static let summary =
    "In a report 'each: school': what was found the last time and is corrected now, with its 'heading'."
  private let heading: LocalizedText
  private let table: ListTable

  package init(_ settings: Settings, known: KnownTables) throws {
    heading = try settings.required("heading").localizedText
    table = try ListTable(settings, id: "mended", more: ["heading"])
  }

  package func nodes(_ context: BlockContext) throws -> [Node] {
    guard let list = context.worklist, context.figures.found.progress != nil else { return [] }
    let book = context.figures.found.book
    let rows = Dictionary(grouping: list.mended) { $0.rule }
      .sorted { (book.index(of: $0.key) ?? -1) < (book.index(of: $1.key) ?? -1) }
      .compactMap { code, mended -> DocumentTable.Row? in
        guard let rule = book.index(of: code).map({ book.rules[$0] }) else { return nil }
        return DocumentTable.Row(
          key: code, labels: [rule.title[context.language]], cells: [.count(mended.count)])
      }
    return [.heading(heading[context.language])]
      + table.nodes(
        context, stubs: [.listWhat], naming: 0, texts: [], figure: .listCount, rows: rows)
  }
}

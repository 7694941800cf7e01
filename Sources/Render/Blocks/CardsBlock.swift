package import Settings
internal import Tables

/// Key figures side by side.
package struct CardsBlock: Block {
  private struct Item: Sendable {
    let figure: FigureReference
    let label: FilledText
    let detail: FilledText?
    /// What is said instead of the detail where nothing was collected.
    let noData: FilledText?
    let leads: Bool
  }

  package static let name = "cards"
  package static let summary =
    "Key figures, each with 'figure', 'label', 'detail', 'no-data' and 'lead'."
  private let items: [Item]

  package init(_ settings: Settings, known: KnownTables) throws {
    items = try settings.items.map { item in
      try item.allow(only: ["figure", "label", "detail", "no-data", "lead"])
      return Item(
        figure: try FigureReference(item.required("figure"), known: known),
        label: try FilledText(item.required("label"), known: known),
        detail: try item["detail"].map { try FilledText($0, known: known) },
        noData: try item["no-data"].map { try FilledText($0, known: known) },
        leads: try item["lead"]?.flag ?? false)
    }
  }

  package var mentionedTables: [String] {
    items.flatMap { item in
      [item.figure.table] + item.label.tables
        + [item.detail, item.noData].flatMap { $0?.tables ?? [] }
    }
  }

  package func nodes(_ context: BlockContext) throws -> [Node] {
    [
      .cards(
        try items.map { item in
          let (value, id) = try item.figure.figure(in: context)
          let detail = value == .noData ? item.noData ?? item.detail : item.detail
          return Card(
            label: try item.label.phrase(context).plain, figure: value, id: id,
            detail: try detail?.phrase(context) ?? Phrase([]),
            changes: try item.figure.changes(in: context).map { change in
              Phrase([
                .text(context.words[change.kind] + " "), .figure(change.value, id: change.id),
              ])
            },
            leads: item.leads)
        })
    ]
  }
}

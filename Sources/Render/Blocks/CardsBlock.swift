package import Settings

/// Key figures side by side.
package struct CardsBlock: Block {
  private struct Item: Sendable {
    let figure: FigureReference
    let label: FilledText
    let detail: FilledText?
    let leads: Bool
  }

  package static let name = "cards"
  package static let summary = "Key figures, each with 'figure', 'label', 'detail' and 'lead'."
  private let items: [Item]

  package init(_ settings: Settings, known: KnownTables) throws {
    items = try settings.items.map { item in
      try item.allow(only: ["figure", "label", "detail", "lead"])
      return Item(
        figure: try FigureReference(item.required("figure"), known: known),
        label: try FilledText(item.required("label"), known: known),
        detail: try item["detail"].map { try FilledText($0, known: known) },
        leads: try item["lead"]?.flag ?? false)
    }
  }

  package var mentionedTables: [String] {
    items.flatMap { [$0.figure.table] + $0.label.tables + ($0.detail?.tables ?? []) }
  }

  package func nodes(_ context: BlockContext) throws -> [Node] {
    [
      .cards(
        try items.map { item in
          let (value, id) = try item.figure.figure(in: context)
          return Card(
            label: try item.label.phrase(context).plain, figure: value, id: id,
            detail: try item.detail?.phrase(context) ?? Phrase([]),
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

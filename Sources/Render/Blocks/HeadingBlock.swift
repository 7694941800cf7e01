package import Settings

/// Opens a section of the page.
package struct HeadingBlock: Block {
  package static let name = "heading"
  package static let summary = "Opens a section: { th: …, en: … }."
  private let text: FilledText

  package init(_ settings: Settings, known: KnownTables) throws {
    text = try FilledText(settings, known: known)
  }

  package var mentionedTables: [String] { text.tables }

  package func nodes(_ context: BlockContext) throws -> [Node] {
    [.heading(try text.phrase(context).plain)]
  }
}

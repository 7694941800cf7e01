package import Settings

/// A paragraph, with figures where it names them.
package struct TextBlock: Block {
  package static let name = "text"
  package static let summary = "A paragraph; {table:row:column} in it becomes a figure."
  private let text: FilledText

  package init(_ settings: Settings, known: KnownTables) throws {
    text = try FilledText(settings, known: known)
  }

  package var mentionedTables: [String] { text.tables }

  package func nodes(_ context: BlockContext) throws -> [Node] {
    [.paragraph(try text.phrase(context))]
  }
}

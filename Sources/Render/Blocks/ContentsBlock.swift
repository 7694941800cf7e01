package import Settings

/// The tables of the report in their order, each with a link to it.
package struct ContentsBlock: Block {
  package static let name = "contents"
  package static let summary = "The list of the report's tables: 'contents: true'."
  private let isOn: Bool

  package init(_ settings: Settings, known: KnownTables) throws { isOn = try settings.flag }

  package func nodes(_ context: BlockContext) throws -> [Node] {
    isOn ? [.heading(context.words[.tables]), .contents] : []
  }
}

package import Settings

/// What follows begins a new page of paper, so that what stands before it can be handed over alone.
package struct NewPageBlock: Block {
  package static let name = "new-page"
  package static let summary =
    "The section that follows begins a new page of paper: 'new-page: true'."
  private let isOn: Bool

  package init(_ settings: Settings, known: KnownTables) throws { isOn = try settings.flag }

  package func nodes(_ context: BlockContext) throws -> [Node] { isOn ? [.newPage] : [] }
}

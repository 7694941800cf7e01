package import Settings
internal import Tables

/// What a reader must know to trust the figures.
package struct NotesBlock: Block {
  package static let name = "notes"
  package static let summary =
    "A list of notes; after them the notes of tables that lend figures and are not shown."
  private let items: [FilledText]

  package init(_ settings: Settings, known: KnownTables) throws {
    items = try settings.items.map { try FilledText($0, known: known) }
  }

  package var mentionedTables: [String] { items.flatMap { $0.tables } }

  package func nodes(_ context: BlockContext) throws -> [Node] {
    var notes = try items.map { try $0.phrase(context) }
    for id in context.unshownTables {
      for note in context.figures[id]?.notes ?? [] {
        let phrase = Phrase(note[context.language])
        if !notes.contains(phrase) { notes.append(phrase) }
      }
    }
    return [.notes(notes)]
  }
}

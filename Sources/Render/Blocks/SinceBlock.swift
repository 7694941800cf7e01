package import Settings
internal import Tables

/// What has become of a school's findings since the last run, in one sentence at the top of its sheet.
package struct SinceBlock: Block {
  package static let name = "since"
  package static let summary =
    "In a report 'each: school': 'text' under 'word', where an earlier run of the round is known."
  private let word: LocalizedText
  private let text: FilledText

  package init(_ settings: Settings, known: KnownTables) throws {
    try settings.allow(only: ["word", "text"])
    word = try settings.required("word").localizedText
    text = try FilledText(settings.required("text"), known: known)
  }

  package var mentionedTables: [String] { text.tables }

  package func nodes(_ context: BlockContext) throws -> [Node] {
    guard let list = context.worklist, context.figures.found.progress != nil else { return [] }
    let isDone = list.rows.isEmpty && list.causes.isEmpty
    return [
      .callouts([
        Callout(
          tone: isDone ? .good : .attention, toneWord: word[context.language],
          text: try text.phrase(context), detail: Phrase([]), table: nil)
      ])
    ]
  }
}

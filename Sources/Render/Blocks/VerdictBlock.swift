package import Settings
internal import Tables

/// What must be decided, and what need not: one callout for each figure, the worst first.
package struct VerdictBlock: Block {
  private struct Item: Sendable {
    let figure: FigureReference
    let zero: FilledText
    let otherwise: FilledText
    let detail: FilledText?
    /// What is said where nothing was collected; else that is `otherwise`, too.
    let noData: FilledText?
    let tone: Tone
    let table: String?

    init(_ settings: Settings, known: KnownTables) throws {
      try settings.allow(only: ["figure", "zero", "otherwise", "detail", "no-data", "tone", "see"])
      figure = try FigureReference(settings.required("figure"), known: known)
      zero = try FilledText(settings.required("zero"), known: known)
      otherwise = try FilledText(settings.required("otherwise"), known: known)
      detail = try settings["detail"].map { try FilledText($0, known: known) }
      noData = try settings["no-data"].map { try FilledText($0, known: known) }
      tone = try settings["tone"]?.choice(of: Tone.self, called: "tone") ?? .attention
      table = try settings["see"]?.word
      if let see = settings["see"] { try known.check(see.word, at: see.place) }
    }

    func callout(_ context: BlockContext) throws -> Callout {
      let value = try figure.figure(in: context).value
      if let noData, value == .noData {
        return Callout(
          tone: .attention, toneWord: context.words[Tone.attention],
          text: try noData.phrase(context), detail: Phrase([]), table: nil)
      }
      let isZero = value == .count(0)
      let tone = isZero ? .good : tone
      return Callout(
        tone: tone, toneWord: context.words[tone],
        text: try (isZero ? zero : otherwise).phrase(context),
        // What is to be done is for the office, not for the public.
        detail: isZero || context.audience == .public
          ? Phrase([]) : try detail?.phrase(context) ?? Phrase([]),
        table: isZero ? nil : table)
    }
  }

  package static let name = "verdict"
  package static let summary =
    "Says 'zero' or 'otherwise' of a 'figure', in a 'tone', with 'detail' and a table to 'see'; 'no-data' where nothing was collected."
  private let items: [Item]

  package init(_ settings: Settings, known: KnownTables) throws {
    items = try settings.items.map { try Item($0, known: known) }
  }

  package var mentionedTables: [String] {
    items.flatMap { item in
      [item.figure.table] + item.zero.tables + item.otherwise.tables
        + [item.detail, item.noData].flatMap { $0?.tables ?? [] }
    }
  }

  package func nodes(_ context: BlockContext) throws -> [Node] {
    let callouts = try items.map { try $0.callout(context) }
    return [.callouts(Tone.allCases.flatMap { tone in callouts.filter { $0.tone == tone } })]
  }
}

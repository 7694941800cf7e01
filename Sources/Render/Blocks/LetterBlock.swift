package import Settings
internal import Tables

/// The head of a memorandum, where the pipeline asks for one.
package struct LetterBlock: Block {
  package static let name = "letter"
  package static let summary =
    "The head of an official memorandum, where the pipeline has 'render: { letter: … }': 'letter: true'."
  private let isOn: Bool

  package init(_ settings: Settings, known: KnownTables) throws { isOn = try settings.flag }

  package func nodes(_ context: BlockContext) throws -> [Node] {
    guard isOn, let letter = context.letter else { return [] }
    let (words, language) = (context.words, context.language)
    let lines = [
      (words[.letterAgency], letter.agency?[language] ?? context.office),
      (words[.letterNumber], letter.number?[language]),
      (words[.letterDate], letter.date?[language]),
      (words[.letterSubject], letter.subject?[language] ?? context.subject),
      (words[.letterTo], letter.recipient?[language]),
    ]
    return [
      .letter(
        title: words[.letterTitle],
        lines: lines.map { LetterLine(label: $0.0, text: $0.1 ?? words[.letterOpen]) })
    ]
  }
}

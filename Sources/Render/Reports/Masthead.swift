package import Tables

/// Whose pages these are; the same for every report of a run.
package struct Masthead: Sendable {
  package let office: LocalizedText
  package let pipeline: LocalizedText
  package let round: Round
  /// Of the program.
  package let version: String
  package let audience: Audience
  package let language: Language
  package let numerals: Numerals
  package let letter: Letter?

  package init(
    office: LocalizedText, pipeline: LocalizedText, round: Round, version: String,
    audience: Audience, language: Language, numerals: Numerals = .arabic,
    letter: Letter? = nil
  ) {
    self.office = office
    self.pipeline = pipeline
    self.round = round
    self.version = version
    self.audience = audience
    self.language = language
    self.numerals = numerals
    self.letter = letter
  }

  /// The same masthead for other eyes.
  func made(for audience: Audience) -> Masthead {
    Masthead(
      office: office, pipeline: pipeline, round: round, version: version, audience: audience,
      language: language, numerals: numerals, letter: letter)
  }

  /// The same masthead for another office.
  func of(_ office: LocalizedText) -> Masthead {
    Masthead(
      office: office, pipeline: pipeline, round: round, version: version, audience: audience,
      language: language, numerals: numerals, letter: letter)
  }

  /// The head of one page.
  ///
  /// The stamps of the exports are read from the inputs, for they are not known before the run.
  func head(title: String, inputs: [InputReport], words: Words) -> PageHead {
    let stamps = inputs.filter { !$0.isReference }.compactMap { $0.stamp }.sorted()
    let exported =
      if let first = stamps.first, let last = stamps.last {
        first == last
          ? words[.exported, words.moment(first)]
          : words[.exportedBetween, words.moment(first), words.moment(last)]
      } else {
        words[.notStamped]
      }
    return PageHead(
      office: office[language], title: title,
      subtitle: pipeline[language] + " · " + round.title[language],
      facts: [words[.asOf, words.day(round.asOf)], exported, words[.madeBy, version]],
      audience: words[audience])
  }
}

package import Tables

extension Settings {
  /// A text in two languages, `{ th: …, en: … }`, or one word that is the same in both.
  package var localizedText: LocalizedText {
    get throws {
      if case .word(let word) = value { return LocalizedText(word) }
      try allow(only: ["th", "en"])
      return LocalizedText(thai: try required("th").word, english: try required("en").word)
    }
  }
}

package import Tables

extension Settings {
  /// A text in two languages, `{ th: …, en: … }`.
  package var localizedText: LocalizedText {
    get throws {
      try allow(only: ["th", "en"])
      return LocalizedText(thai: try required("th").word, english: try required("en").word)
    }
  }
}

/// The languages that Krong speaks to its users.
package enum Language: String, Sendable, CaseIterable {
  case thai = "th"
  case english = "en"
}

/// A text in Thai and in English.
package struct LocalizedText: Sendable, Hashable {
  package let thai: String
  package let english: String

  package init(thai: String, english: String) {
    self.thai = thai
    self.english = english
  }

  /// A text that is the same in both, such as a school's name or a code.
  package init(_ text: String) { self.init(thai: text, english: text) }

  package subscript(language: Language) -> String { language == .thai ? thai : english }
}

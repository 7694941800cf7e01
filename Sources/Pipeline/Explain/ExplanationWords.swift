internal import Render
package import Settings
package import Tables

/// The words in which `krong explain` answers, in one language.
package struct ExplanationWords: Sendable {
  enum Key: String, CaseIterable {
    case together, guarded, unlikely, refused, keys, cut, column, rows, weights, verdict,
      quarantined
    case togetherThrough = "together-through"
    case notCompared = "not-compared"
    case decidedSame = "decided-same"
    case decidedDifferent = "decided-different"
    case parted
    case tooMany = "too-many"
    case noKey = "no-key"
    case sameRow = "same-row"
    case notARow = "not-a-row"
    case noFile = "no-file"
    case noSheet = "no-sheet"
    case whichSheet = "which-sheet"
    case noRow = "no-row"
    case otherDataset = "other-dataset"
    case noModel = "no-model"
    case refusedFile = "refused-file"
  }

  let language: Language
  let matching: MatchWords
  private let texts: Wording<Key>

  /// Reads `pages/matching.yaml`.
  package init(_ settings: Settings, language: Language) throws {
    self.language = language
    matching = try MatchWords(settings, language: language)
    texts = try Wording(settings.required("explain"), language: language)
  }

  subscript(_ key: Key, _ facts: String...) -> String { texts[key, facts] }
}

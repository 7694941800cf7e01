internal import Settings
package import Tables

/// What the command line says of a run beyond its pipeline file.
package struct RunOptions: Sendable {
  /// `YEAR/TERM` of `--round`.
  package var round: String?
  /// The arguments of `--set`, in order.
  package var overrides: [String]
  package var language: Language?
  /// The formats of `--as`, with commas between.
  package var formats: String?
  package var jobs: Int
  /// The one table that is wanted, in the place of those of the pipeline.
  package var question: AdHocQuestion?
  /// Rules that are switched off count as on, as where their examples are tried.
  var switchesRulesOn = false

  package init(
    round: String? = nil, overrides: [String] = [], language: Language? = nil,
    formats: String? = nil, jobs: Int = 1, question: AdHocQuestion? = nil
  ) {
    self.question = question
    self.round = round
    self.overrides = overrides
    self.language = language
    self.formats = formats
    self.jobs = jobs
  }

  /// Everything that replaces a part of the pipeline file.
  func allOverrides() throws -> [Override] {
    var all = try overrides.map { try Override($0) }
    if let round {
      let parts = round.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 2 else {
        throw Override.mistake(
          "expected YEAR/TERM, such as 2569/1, found '\(round)'", in: "--round")
      }
      all.append(Override(keys: ["round", "year"], value: String(parts[0]), from: "--round"))
      all.append(Override(keys: ["round", "term"], value: String(parts[1]), from: "--round"))
    }
    if let language {
      all.append(
        Override(keys: ["render", "language"], value: language.rawValue, from: "--language"))
    }
    if let formats {
      let place = Place(file: "--as")
      let words = formats.split(separator: ",").map { Settings(.word(String($0)), at: place) }
      all.append(Override(keys: ["render", "as"], value: Settings(.list(words), at: place)))
    }
    return try all + (question?.overrides() ?? [])
  }
}

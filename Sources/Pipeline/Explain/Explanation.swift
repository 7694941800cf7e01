internal import Deduplicate
internal import Render
internal import Tables

/// Why two rows are, or are not, one person's, with as much of the rows as the audience may see.
package struct Explanation: Sendable {
  /// What a column holds in the two rows.
  struct Pair: Sendable {
    let column: String
    let label: String
    let left: String
    let right: String
    /// Nil where one of them says nothing.
    let isSame: Bool?
  }

  let match: MatchExplanation
  let places: [String]
  let pairs: [Pair]
  let waterfall: Waterfall
  let words: ExplanationWords
  private let text: RegistrationText

  init(
    _ match: MatchExplanation, rows: [RowReference], audience: Audience, words: ExplanationWords,
    moved: Set<Origin>
  ) {
    let text = RegistrationText(match.linked, for: audience, words.language, moved: moved)
    self.text = text
    self.match = match
    self.words = words
    places = rows.map { text.place($0) }
    pairs = Self.pairs(match, rows, text, words)
    waterfall = Waterfall(match.evidence, match.names, words.matching)
  }

  private static func pairs(
    _ match: MatchExplanation, _ rows: [RowReference], _ text: RegistrationText,
    _ words: ExplanationWords
  ) -> [Pair] {
    let tables = rows.map { match.linked.clean.tables[$0.dataset] }
    let schools = rows.map { text.school($0) }
    let school = Pair(
      column: "school", label: words.matching[.school],
      left: schools[0].map { $0.code + " " + $0.name } ?? "",
      right: schools[1].map { $0.code + " " + $0.name } ?? "",
      isSame: schools.contains { $0 == nil } ? nil : schools[0]?.code == schools[1]?.code)
    return [school]
      + match.names.columns.map { column in
        let name = tables[0].schema.columns[column].name
        let other = tables[1].schema.index(of: name)
        let values = (
          tables[0].columns[column].string(rows[0].row),
          other.map { tables[1].columns[$0].string(rows[1].row) } ?? ""
        )
        return Pair(
          column: name, label: tables[0].schema.columns[column].label[words.language],
          left: text.value(rows[0], column),
          right: other.map { text.value(rows[1], $0) } ?? "",
          isSame: values.0.isEmpty || values.1.isEmpty ? nil : values.0 == values.1)
      }
  }

  /// Each key with the columns that it is made of.
  var keys: [String] {
    let schema = match.linked.clean.tables[match.evidence.left.dataset].schema
    return match.keys.map { key in
      let labels = key.columns.map { schema.columns[$0].label[words.language] }
      let told = key.name + " (" + labels.joined(separator: " + ") + ")"
      return key.isCut ? words[.cut, told] : told
    }
  }

  /// What became of the two rows, in a sentence.
  var verdict: String {
    switch match.outcome {
    case .joined: words[.together]
    case .joinedThroughOthers:
      words[.togetherThrough, match.together.map { text.place($0) }.joined(separator: ", ")]
    case .decided(.same): words[.decidedSame]
    case .decided: words[.decidedDifferent]
    case .parted(let left, let right): words[.parted, text.place(left), text.place(right)]
    case .apart(let name): words[.guarded, title(name)]
    case .notCompared: words[.notCompared]
    case .unlikely: words[.unlikely]
    case .refused(let left, let right, let name):
      words[.refused, text.place(left), text.place(right), title(name)]
    case .tooMany: words[.tooMany]
    }
  }

  var together: [String] { match.together.map { text.place($0) } }

  private func title(_ name: String) -> String {
    words.matching.guardTitle(name, match.names)
  }
}

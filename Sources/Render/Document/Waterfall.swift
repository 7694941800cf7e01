package import Tables

/// How a score comes about, part by part, from what is known beforehand to the sum.
package struct Waterfall: Sendable {
  /// All in hundredths of a bit; the steps add up to the sum exactly.
  package struct Step: Sendable, Equatable {
    package let label: String
    /// What came of the comparison, in words.
    package let detail: String
    package let points: Int
    /// The sum of the steps before.
    package let start: Int

    package var end: Int { start + points }
  }

  /// What the pair is compared with.
  package let rival: String
  /// What is known beforehand, then what speaks for it, then what speaks against it, the strongest first.
  package let steps: [Step]
  package let sum: Int
  /// What was compared and weighs nothing, with the reason; nil where everything weighs.
  package let silentSentence: String?
  /// Why no weight joins the two; nil where nothing does.
  package let apart: String?

  package init(_ evidence: MatchEvidence, _ names: MatchNames, _ words: MatchWords) {
    rival = words[evidence.rival]
    let items = evidence.items.map { item in
      (
        label: words.title(of: item, names), level: words.level(of: item, names),
        rarity: item.rarity, points: item.points + item.rarity
      )
    }
    let told =
      items.filter { $0.points > 0 }.sorted { $0.points > $1.points }
      + items.filter { $0.points < 0 }.sorted { $0.points < $1.points }
    var steps = [Step(label: words[.prior], detail: "", points: evidence.prior, start: 0)]
    for item in told {
      let rarity =
        item.rarity == 0
        ? ""
        : " · " + words[item.rarity > 0 ? .rare : .common, NumberText.bits(item.rarity)]
      steps.append(
        Step(
          label: item.label, detail: item.level + rarity, points: item.points,
          start: steps[steps.count - 1].end))
    }
    self.steps = steps
    sum = steps[steps.count - 1].end
    let silent = items.filter { $0.points == 0 }.map { $0.label + " (" + $0.level + ")" }
    silentSentence = silent.isEmpty ? nil : words[.silent, silent.joined(separator: ", ")]
    apart = evidence.apart.map { words[.apart, words.guardTitle($0, names)] }
  }

  /// What speaks for one person, in words with their weights.
  package var agreeing: [String] { steps.dropFirst().filter { $0.points > 0 }.map(Self.sentence) }
  package var differing: [String] { steps.dropFirst().filter { $0.points < 0 }.map(Self.sentence) }

  private static func sentence(_ step: Step) -> String {
    step.label + " " + step.detail + " " + NumberText.bits(step.points)
  }
}

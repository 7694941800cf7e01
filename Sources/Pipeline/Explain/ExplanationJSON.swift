internal import Deduplicate
internal import Tables

/// An explanation as JSON, for programs; weights are whole hundredths of a bit.
package enum ExplanationJSON {
  package static func document(_ explanation: Explanation) -> JSON {
    let match = explanation.match
    return .object([
      ("rows", .list(explanation.places.map { .text($0) })),
      ("columns", .object(explanation.pairs.map { ($0.column, pair($0)) })),
      ("rival", .text(match.evidence.rival.rawValue)),
      ("prior", .number(match.evidence.prior)),
      ("items", .list(match.evidence.items.map(item))),
      ("sum", .number(match.evidence.points)),
      ("probability", .decimal(match.probability)),
      ("class", .text(match.certainty?.rawValue)),
      ("apart", .text(match.evidence.apart)),
      (
        "keys",
        .list(match.keys.map { .object([("name", .text($0.name)), ("cut", .flag($0.isCut))]) })
      ),
      ("compared", .flag(match.wasCompared)),
      ("outcome", .text(outcome(match.outcome))),
      ("cluster", .list(explanation.together.map { .text($0) })),
      ("verdict", .text(explanation.verdict)),
    ])
  }

  private static func pair(_ pair: Explanation.Pair) -> JSON {
    .object([
      ("left", .text(pair.left)), ("right", .text(pair.right)),
      ("same", pair.isSame.map { .flag($0) } ?? .null),
    ])
  }

  private static func item(_ item: MatchEvidence.Item) -> JSON {
    .object([
      ("comparison", .text(item.comparison)), ("level", .text(item.level)),
      ("points", .number(item.points)), ("rarity", .number(item.rarity)),
    ])
  }

  private static func outcome(_ outcome: MatchExplanation.Outcome) -> String {
    switch outcome {
    case .joined: "joined"
    case .joinedThroughOthers: "joined-through-others"
    case .decided(let verdict): "decided-" + verdict.rawValue
    case .parted: "parted"
    case .apart: "apart"
    case .notCompared: "not-compared"
    case .unlikely: "unlikely"
    case .refused: "refused"
    case .tooMany: "too-many"
    }
  }
}

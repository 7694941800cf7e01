internal import Aggregate
internal import Deduplicate
internal import Normalize

/// The kind of check that a rule names, and the room that it lives in.
package struct RuleKind: Sendable {
  package enum Room: String, Sendable, CaseIterable {
    case ingest, normalize, deduplicate, aggregate
  }

  package let name: String
  package let summary: String
  package let room: Room

  /// All kinds, in the order of the rooms; the rules of reading need none.
  static let all: [RuleKind] =
    Normalize.allChecks.map { RuleKind(name: $0.name, summary: $0.summary, room: .normalize) }
    + Deduplicate.allChecks.map {
      RuleKind(name: $0.name, summary: $0.summary, room: .deduplicate)
    }
    + Aggregate.allChecks.map { RuleKind(name: $0.name, summary: $0.summary, room: .aggregate) }
}

/// What was changed in one value: a set of kinds in one word, for there is one for each distinct value.
package struct Changes: Sendable, Hashable {
  private var bits: UInt32 = 0

  package init(_ changes: Change...) {
    for change in changes { insert(change) }
  }

  package var isEmpty: Bool { bits == 0 }

  package mutating func insert(_ change: Change) { bits |= 1 << Self.place(change) }

  package mutating func formUnion(_ other: Changes) { bits |= other.bits }

  package func contains(_ change: Change) -> Bool { bits & 1 << Self.place(change) != 0 }

  /// The kinds, in the order of their declaration.
  package var all: [Change] { isEmpty ? [] : Change.allCases.filter { contains($0) } }

  private static let places: [Change: UInt32] = Dictionary(
    uniqueKeysWithValues: Change.allCases.enumerated().map { ($1, UInt32($0)) })

  private static func place(_ change: Change) -> UInt32 { places[change] ?? 31 }
}

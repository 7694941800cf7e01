/// What became of a person from one round to the next, as a row of either round tells it.
package struct Movement: Sendable, Equatable {
  package enum Kind: UInt8, Sendable, CaseIterable {
    /// In the same school in both rounds.
    case stayed
    /// In both rounds, and not in the same school.
    case moved
    /// In no list of the round before.
    case joined
    /// In no list of this round, and nothing says why: perhaps a dropout.
    case left
    /// Gone after the last grade of a level.
    case graduated
    /// Gone, and the round before already said that the pupil was to be removed.
    case notRemovable
    /// The school has no rows in the other round, so that nothing can be said.
    case noList

    /// As it is written in files.
    package var name: String {
      switch self {
      case .stayed: "stayed"
      case .moved: "moved"
      case .joined: "joined"
      case .left: "left"
      case .graduated: "graduated"
      case .notRemovable: "not-removable"
      case .noList: "no-list"
      }
    }
  }

  package enum Step: UInt8, Sendable, CaseIterable {
    /// In the grade of the round before, within one academic year.
    case same
    /// One grade up for every academic year.
    case promoted
    /// In the grade of the round before, an academic year later.
    case repeated
    case other
    /// One of the grades is not known.
    case unknown

    /// As it is written in files.
    package var name: String {
      switch self {
      case .same: "same"
      case .promoted: "promoted"
      case .repeated: "repeated"
      case .other: "other"
      case .unknown: "unknown"
      }
    }
  }

  /// What changed of what a person is known by; nothing when it is the same.
  package struct Identity: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let gCodeToNumber = Identity(rawValue: 1)
    package static let numberChanged = Identity(rawValue: 2)
    package static let givenNameChanged = Identity(rawValue: 4)
    package static let surnameChanged = Identity(rawValue: 8)

    /// The changes in the order in which they are told.
    package static let names: [(change: Identity, name: String)] = [
      (.gCodeToNumber, "g-code-to-number"), (.numberChanged, "number-changed"),
      (.givenNameChanged, "given-name-changed"), (.surnameChanged, "surname-changed"),
    ]

    /// `same`, or the changes joined by a plus sign.
    package var name: String {
      isEmpty
        ? "same"
        : Self.names.filter { contains($0.change) }.map { $0.name }.joined(separator: "+")
    }
  }

  package let kind: Kind
  /// Nil for who is in one of the rounds only.
  package let step: Step?
  package let identity: Identity?
  /// The row of the same person in the other round.
  package let row: Int?

  package init(_ kind: Kind, step: Step? = nil, identity: Identity? = nil, row: Int? = nil) {
    self.kind = kind
    self.step = step
    self.identity = identity
    self.row = row
  }
}

/// What a check has found of one registration: whether its child is there.
package struct CheckedPresence: Sendable, Equatable {
  /// The result codes of a check, in words that stay: 100, and 201 to 206.
  package enum Result: String, Sendable, CaseIterable {
    case found
    case notFound = "not-found"
    case graduated, left, unreachable, deceased, other

    /// The registration is none of a child who attends there.
    package var isGone: Bool {
      switch self {
      case .notFound, .graduated, .left, .deceased: true
      case .found, .unreachable, .other: false
      }
    }
  }

  package let result: Result
  package let note: String

  package init(_ result: Result, note: String = "") {
    self.result = result
    self.note = note
  }
}

extension Cluster {
  /// How far the check of a cluster has come.
  package enum Resolution: Sendable {
    /// Nobody has said enough.
    case open
    /// One registration is the child's, the others are to be removed.
    case confirmed
    /// The child is said to attend in two places.
    case contested
    /// The child is nowhere.
    case nowhere
  }

  package var resolution: Resolution {
    let results = members.map { $0.presence?.result }
    let found = results.count { $0 == .found }
    if found > 1 { return .contested }
    let gone = results.count { $0?.isGone ?? false }
    if gone == members.count { return .nowhere }
    if found == 1, gone == members.count - 1 { return .confirmed }
    return members.allSatisfy { $0.verdict == .same } ? .confirmed : .open
  }
}

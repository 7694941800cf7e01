package import Tables

/// Two rows that have to do with each other.
package struct Pair: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case sameSchool = "same-school"
    case sameOffice = "same-office"
    /// One number on two children.
    case shared
    /// One child under a G-code and under a number.
    case gCodeAndNumber = "gcode-and-number"
  }

  package let kind: Kind
  /// From 1, in the order of planting.
  package let number: Int
}

extension Pair.Kind {
  /// The rule that speaks at both rows, at the citizen number.
  package var rule: String {
    switch self {
    case .sameSchool: "id-twice-in-school"
    case .sameOffice: "id-in-two-schools"
    case .shared: "id-shared"
    case .gCodeAndNumber: "gcode-and-number"
    }
  }

  package var severity: Severity { self == .gCodeAndNumber ? .warning : .error }

  /// The rows carry one identifier, so that they are a cluster of duplicates.
  package var sharesIdentifier: Bool { self != .gCodeAndNumber }

  /// One of the rows does not count once duplicates are removed.
  package var isOnePerson: Bool { self == .sameSchool || self == .sameOffice }
}

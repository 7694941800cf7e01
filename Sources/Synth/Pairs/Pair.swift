package import Tables

/// Two rows that have to do with each other.
package struct Pair: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case sameSchool = "same-school"
    case sameOffice = "same-office"
    /// One number on two children.
    case collision
    /// One child under a G-code and under a number.
    case gCodeAndNumber = "gcode-and-number"
    /// One child twice in a school, once with a digit of the number mistyped.
    case slip
  }

  package let kind: Kind
  /// From 1, in the order of planting.
  package let number: Int
}

extension Pair.Kind {
  /// The rules that speak at both rows, at the citizen number.
  package var rules: [String] {
    switch self {
    case .sameSchool: ["id-twice-in-school"]
    case .sameOffice: ["id-in-two-schools"]
    case .collision: ["id-shared"]
    case .gCodeAndNumber: ["gcode-and-number", "child-in-two-schools"]
    case .slip: ["child-twice-in-school"]
    }
  }

  package var severity: Severity { sharesIdentifier ? .error : .warning }

  /// The rows carry one identifier.
  package var sharesIdentifier: Bool { self != .gCodeAndNumber && self != .slip }

  /// One of the rows does not count once duplicates are removed.
  package var isOnePerson: Bool { self != .collision }

  /// The kind of cluster that the rows are.
  package var cluster: String {
    switch self {
    case .sameSchool, .slip: "same-school"
    case .sameOffice, .gCodeAndNumber: "same-office"
    case .collision: "collision"
    }
  }
}

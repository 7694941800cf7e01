package import Settings
package import Tables

/// The limits above which a run is done but not good.
package struct Gates: Sendable {
  package enum Limit: Sendable {
    case count(Int)
    case share(Double)
  }

  /// What became of one gate.
  package struct Result: Sendable {
    package let name: String
    package let limit: Limit
    package let found: Int
    /// What the share is taken of.
    package let outOf: Int
    package let passed: Bool
  }

  private enum Name: String, CaseIterable { case errors, unsubmitted, unreadable }

  private let limits: [(name: Name, limit: Limit)]

  package init(_ settings: Settings?) throws {
    try settings?.allow(only: Name.allCases.map { $0.rawValue })
    limits = try Name.allCases.compactMap { name in
      try settings?[name.rawValue].map { (name, try Self.limit($0)) }
    }
  }

  /// A whole number is a count; a decimal below 1 is a share.
  private static func limit(_ settings: Settings) throws -> Limit {
    if let count = try? settings.number, count >= 0 { return .count(count) }
    guard let share = try? settings.decimal, 0...1 ~= share else {
      throw settings.expected("a count such as 3, or a share such as 0.05")
    }
    return .share(share)
  }

  /// Holds the figures of a run against the limits.
  ///
  /// `unsubmitted` are the rules whose findings are schools that have handed in nothing.
  package func results(
    _ figures: Figures, _ findings: Findings, _ book: RuleBook, unsubmitted: Set<Int>
  ) -> [Result] {
    limits.map { name, limit in
      let (found, outOf) = Self.measure(name, figures, findings, book, unsubmitted)
      let passed =
        switch limit {
        case .count(let most): found <= most
        case .share(let most): Double(found) <= most * Double(outOf)
        }
      // Without a register nobody can say who has submitted.
      let isKnown = name != .unsubmitted || outOf > 0
      return Result(
        name: name.rawValue, limit: limit, found: found, outOf: outOf, passed: passed && isKnown)
    }
  }

  private static func measure(
    _ name: Name, _ figures: Figures, _ findings: Findings, _ book: RuleBook,
    _ unsubmitted: Set<Int>
  ) -> (found: Int, outOf: Int) {
    let clean = figures.linked.clean
    switch name {
    case .errors:
      let rows = findings.all.lazy.filter { book[$0].severity == .error }
        .map { figures.linked.place(of: $0) }.filter { $0.row != nil }.map { $0.origin }
      return (Set(rows).count, clean.ledger.total { $0.accepted })
    case .unsubmitted:
      let schools = figures.linked.schools.count { $0.registerRow != nil }
      return (findings.all.count { unsubmitted.contains($0.rule) }, schools)
    case .unreadable:
      return (clean.inputs.count { $0.refusal != nil }, clean.inputs.count)
    }
  }
}

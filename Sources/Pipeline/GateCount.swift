package import Tables

extension Gates {
  /// Holds the figures of a run against the limits.
  ///
  /// `unsubmitted` are the rules whose findings are schools that have handed in nothing.
  package func results(
    _ figures: Figures, _ findings: Findings, _ book: RuleBook, unsubmitted: Set<Int>
  ) -> [Result] {
    guard !gates.isEmpty else { return [] }
    let count = GateCount(figures, findings, book, unsubmitted: unsubmitted)
    return gates.map { $0.isPerSchool ? count.schools($0) : count.run($0) }
  }
}

/// Counts what gates limit, in the run and in each school.
private struct GateCount {
  private let figures: Figures
  private let findings: [(finding: Finding, place: FindingPlace)]
  private let book: RuleBook
  private let unsubmitted: Set<Int>
  /// The accepted rows of each school.
  private let rows: [Int]

  init(_ figures: Figures, _ findings: Findings, _ book: RuleBook, unsubmitted: Set<Int>) {
    let linked = figures.linked
    var rows = [Int](repeating: 0, count: linked.schools.count)
    let references = Set(linked.clean.inputs.filter { $0.isReference }.map { $0.dataset })
    for (dataset, links) in linked.links.enumerated()
    where dataset != linked.register && !references.contains(linked.clean.tables[dataset].name) {
      for school in links.schools { if let school { rows[Int(school)] += 1 } }
    }
    self.figures = figures
    self.findings = findings.all.map { ($0, linked.place(of: $0)) }
    self.book = book
    self.unsubmitted = unsubmitted
    self.rows = rows
  }

  func run(_ gate: Gates.Gate) -> Gates.Result {
    let (found, outOf) = measure(gate.subject)
    // Without a register nobody can say who has submitted.
    let isKnown =
      switch gate.subject {
      case .unsubmitted: outOf > 0
      default: true
      }
    return Gates.Result(
      name: gate.name, limit: gate.limit, found: found, outOf: outOf,
      passed: gate.limit.allows(found, of: outOf) && isKnown)
  }

  private func measure(_ subject: Gates.Subject) -> (found: Int, outOf: Int) {
    let clean = figures.linked.clean
    switch subject {
    case .severity, .rule:
      let origins = places(of: subject).map { $0.origin }
      return (
        Set(origins).count,
        clean.ledger.total { clean.inputs[$0.input].isReference ? 0 : $0.accepted }
      )
    case .unsubmitted:
      let schools = figures.linked.schools.count { $0.registerRow != nil }
      return (findings.count { unsubmitted.contains($0.finding.rule) }, schools)
    case .unreadable:
      return (clean.inputs.count { $0.refusal != nil }, clean.inputs.count)
    }
  }

  func schools(_ gate: Gates.Gate) -> Gates.Result {
    var origins: [Int: Set<Origin>] = [:]
    for place in places(of: gate.subject) where isOfSchool(place, gate.subject) {
      if let school = place.school { origins[school, default: []].insert(place.origin) }
    }
    let breaches = origins.filter { !gate.limit.allows($0.value.count, of: rows[$0.key]) }
      .sorted { $0.key < $1.key }.map { school, found in
        Gates.Result.Breach(
          school: figures.linked.schools[school].code, found: found.count, outOf: rows[school])
      }
    return Gates.Result(
      name: gate.name, limit: gate.limit, found: breaches.count, outOf: rows.count { $0 > 0 },
      passed: breaches.isEmpty, breaches: breaches)
  }

  /// A mistake of the register is none of the school's own rows, unless its very rule is limited.
  private func isOfSchool(_ place: FindingPlace, _ subject: Gates.Subject) -> Bool {
    if case .rule = subject { return true }
    return place.row?.dataset != figures.linked.register
  }

  /// A list that is only compared with; its rows are none of those that the share is of.
  private func isReference(_ place: FindingPlace) -> Bool {
    figures.linked.clean.inputs[place.origin.input].isReference
  }

  /// Where the findings stand that a gate counts: of a severity rows, of a rule anything.
  private func places(of subject: Gates.Subject) -> [FindingPlace] {
    switch subject {
    case .severity(let severity):
      findings.filter { finding, place in
        book[finding].severity == severity && place.row != nil && !isReference(place)
      }.map { $0.place }
    case .rule(let code):
      findings.filter { [rule = book.index(of: code)] in $0.finding.rule == rule }.map { $0.place }
    case .unsubmitted, .unreadable: []
    }
  }
}

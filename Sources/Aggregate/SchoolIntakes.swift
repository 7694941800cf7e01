package import Tables

/// What each school has handed in with a run, and what is left for it to correct.
///
/// Of several datasets a school has submitted when it has rows in one of them. The register itself, and
/// what is only compared with, are nobody's submission.
package struct SchoolIntakes: Sendable {
  package enum State: Int, Sendable {
    case notSubmitted, withoutPupils, submitted
    /// Not in the register; only rows name it.
    case unregistered
  }

  package struct School: Sendable, Equatable {
    package let code: String
    package let state: State
    package let rows: Int
    package let furtherRegistrations: Int
    package let errors: Int
  }

  /// In the order of the schools of the run.
  package let schools: [School]
  package let total: Intake

  package init(_ linked: LinkedTables, _ findings: Findings, _ book: RuleBook) {
    let datasets = linked.submittedDatasets
    var states = linked.schools.map { $0.registerRow == nil ? State.unregistered : .notSubmitted }
    var rows = [Int](repeating: 0, count: states.count)
    var further = rows
    var errors = rows
    for dataset in datasets {
      let (table, links) = (linked.clean.tables[dataset], linked.links[dataset])
      for (place, state) in Submissions(linked, dataset: table.name).states.enumerated() {
        states[place] = max(states[place], State(state))
      }
      for (row, school) in links.schools.enumerated() where table.accepted[row] {
        guard let school = school.map({ Int($0) }) else { continue }
        rows[school] += 1
        if links.further[row] { further[school] += 1 }
      }
    }
    let wrong = findings.all.filter { book[$0].severity == .error }
    for finding in wrong {
      if let school = linked.place(of: finding).school { errors[school] += 1 }
    }
    schools = linked.schools.indices.map {
      School(
        code: linked.schools[$0].code, state: states[$0], rows: rows[$0],
        furtherRegistrations: further[$0], errors: errors[$0])
    }
    let entries = linked.clean.ledger.entries.filter { entry in
      datasets.contains { linked.clean.tables[$0].name == entry.dataset }
    }
    let count = { (state: State) in states.count { $0 == state } }
    total = Intake(
      schools: linked.register.map { _ in
        Intake.Schools(
          submitted: count(.submitted) + count(.withoutPupils),
          withoutPupils: count(.withoutPupils),
          notSubmitted: count(.notSubmitted))
      },
      rows: entries.reduce(0) { $0 + $1.accepted },
      furtherRegistrations: entries.reduce(0) { $0 + $1.furtherRegistrations },
      errors: wrong.count)
  }
}

extension SchoolIntakes.State: Comparable {
  fileprivate init(_ state: Submissions.State) {
    self =
      switch state {
      case .submitted: .submitted
      case .withoutPupils: .withoutPupils
      case .notSubmitted: .notSubmitted
      case .unregistered: .unregistered
      }
  }

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension LinkedTables {
  /// The places of the datasets that schools hand in.
  fileprivate var submittedDatasets: [Int] {
    let compared = Set(clean.inputs.filter { $0.isReference }.map { $0.dataset })
    return clean.tables.indices.filter {
      $0 != register && !compared.contains(clean.tables[$0].name)
    }
  }
}

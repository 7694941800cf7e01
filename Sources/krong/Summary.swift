internal import Pipeline
internal import Tables

/// The few lines that a run ends with on the terminal.
struct Summary {
  let outcome: Outcome
  let place: String

  var text: String {
    let severities = Severity.allCases.map { "\(outcome.findings[$0] ?? 0) \($0.rawValue)" }
    var lines = ["\(outcome.inputs) files, \(outcome.refused) refused"]
    // Lists of schools, staff or buildings have no persons to be told apart.
    if outcome.persons > 0 {
      lines.append(
        "\(outcome.persons) persons, \(outcome.furtherRegistrations) further registrations")
    }
    lines.append("findings: " + severities.joined(separator: ", "))
    lines += outcome.gates.flatMap { line(of: $0) }
    // A pipeline without reports makes records only.
    let hasPage = outcome.files.batches.contains { $0.paths == ["summary.html"] }
    return (lines + [place + (hasPage ? "/summary.html" : "")]).joined(separator: "\n") + "\n"
  }

  /// What became of a gate, and below it the schools that are above its limit.
  private func line(of gate: Gates.Result) -> [String] {
    let limit =
      switch gate.limit {
      case .count(let count): "\(count)"
      case .share(let share) where gate.breaches != nil: "\(share) of its rows"
      case .share(let share): "\(share) of \(gate.outOf)"
      }
    let verdict = gate.passed ? "passed" : "FAILED"
    guard let schools = gate.breaches else {
      return ["gate \(gate.name): \(verdict), \(gate.found) found, limit \(limit)"]
    }
    let head =
      "gate \(gate.name): \(verdict), \(gate.found) schools above the limit of each school, \(limit)"
    return [head]
      + schools.prefix(Self.mostSchools).map {
        "  school \($0.school): \($0.found) of \($0.outOf) rows"
      }
      + (schools.count > Self.mostSchools
        ? ["  and \(schools.count - Self.mostSchools) more schools; see manifest.json"] : [])
  }

  /// More schools than this are left to the manifest.
  private static let mostSchools = 20
}

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
    lines += outcome.gates.map { gate in
      let limit =
        switch gate.limit {
        case .count(let count): "\(count)"
        case .share(let share): "\(share) of \(gate.outOf)"
        }
      return
        "gate \(gate.name): \(gate.passed ? "passed" : "FAILED"), \(gate.found) found, limit \(limit)"
    }
    return (lines + ["\(place)/summary.html"]).joined(separator: "\n") + "\n"
  }
}

internal import Tables

/// The rounds for machines.
package enum RoundListJSON {
  package static func document(_ list: RoundList) -> JSON {
    .object([
      ("today", .text(list.today.iso)),
      ("rounds", .list(list.systems.flatMap { $0 }.map { entry($0) })),
    ])
  }

  private static func entry(_ entry: RoundList.Entry) -> JSON {
    let round = entry.round
    return .object([
      ("system", .text(round.system)), ("year", .number(round.year)),
      ("term", .number(round.term)),
      (
        "title",
        .object(Language.allCases.map { ($0.rawValue, .text(round.title[$0])) })
      ),
      ("as_of", .text(round.asOf.iso)), ("opens", .text(round.opens.iso)),
      ("closes", .text(round.closes.iso)), ("state", .text(state(entry.state))),
      ("days", .number(entry.state.days)), ("previous", .text(entry.previous?.name)),
      ("last_year", .text(entry.lastYear?.name)), ("runs", .list(entry.runs.map { runs($0) })),
    ])
  }

  private static func state(_ state: RoundState) -> String {
    switch state {
    case .coming: "not-open"
    case .open: "open"
    case .closed: "closed"
    }
  }

  private static func runs(_ runs: RoundList.Runs) -> JSON {
    .object(
      [
        ("pipeline", .text(runs.pipeline)), ("runs", .number(runs.count)),
        ("last_day", .text(runs.last.lastDay?.iso)),
      ] + IntakeJSON.entries(runs.last.intake))
  }
}

/// What was handed in, as entries of an object; null where an earlier version did not keep it.
enum IntakeJSON {
  static func entries(_ intake: Intake?) -> [(String, JSON)] {
    let number = { (number: Int?) -> JSON in number.map { .number($0) } ?? .null }
    return [
      ("rows", number(intake?.rows)), ("errors", number(intake?.errors)),
      ("further_registrations", number(intake?.furtherRegistrations)),
      ("schools_submitted", number(intake?.schools?.submitted)),
      ("schools_without_pupils", number(intake?.schools?.withoutPupils)),
      ("schools_not_submitted", number(intake?.schools?.notSubmitted)),
    ]
  }
}

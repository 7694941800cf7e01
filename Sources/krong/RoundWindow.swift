internal import Pipeline
internal import Tables

/// Where a day stands in the window of a round, as a run says it.
struct RoundWindow {
  private let round: Round
  private let today: Day

  init(_ round: Round, today: Day) {
    self.round = round
    self.today = today
  }

  var sentence: String {
    let name = "round \(round.year)/\(round.term), as of \(round.asOf.iso)"
    return switch RoundState(round, on: today) {
    case .coming(let days): "\(name): opens in \(Self.text(days))"
    case .open(let days): "\(name): open, \(Self.text(days)) left"
    case .closed(let days): "\(name): closed \(Self.text(days)) ago"
    }
  }

  private static func text(_ days: Int) -> String { days == 1 ? "1 day" : "\(days) days" }
}

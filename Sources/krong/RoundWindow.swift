internal import Tables

/// Where a day stands in the window of a round.
struct RoundWindow {
  private let round: Round
  private let today: Day

  init(_ round: Round, today: Day) {
    self.round = round
    self.today = today
  }

  var sentence: String {
    let name = "round \(round.year)/\(round.term), as of \(round.asOf.iso)"
    if today < round.opens {
      return "\(name): opens in \(days(from: today, to: round.opens))"
    }
    if today <= round.closes {
      return "\(name): open, \(days(from: today, to: round.closes)) left"
    }
    return "\(name): closed \(days(from: round.closes, to: today)) ago"
  }

  private func days(from: Day, to: Day) -> String {
    let count = Int(to.number - from.number)
    return count == 1 ? "1 day" : "\(count) days"
  }
}

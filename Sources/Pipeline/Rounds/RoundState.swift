package import Tables

/// Where a day stands in the window of a round.
package enum RoundState: Sendable, Equatable {
  /// Opens in so many days.
  case coming(days: Int)
  /// So many days are left; 0 on the day it closes.
  case open(days: Int)
  /// Closed so many days ago.
  case closed(days: Int)

  package init(_ round: Round, on day: Day) {
    let days = { (from: Day, to: Day) in Int(to.number) - Int(from.number) }
    if day < round.opens {
      self = .coming(days: days(day, round.opens))
    } else if day <= round.closes {
      self = .open(days: days(day, round.closes))
    } else {
      self = .closed(days: days(round.closes, day))
    }
  }

  package var days: Int {
    switch self {
    case .coming(let days), .open(let days), .closed(let days): days
    }
  }
}

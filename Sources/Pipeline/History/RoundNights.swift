internal import Tables

/// The earlier nights of a round, one for each day.
struct RoundNights: NightHistory {
  let nights: [Night]

  /// `runs` in the order in which they were made; of a day the last one speaks.
  init(_ runs: [PastRun] = []) {
    var byDay: [Day: Intake] = [:]
    for run in runs {
      if let day = run.firstDay, let intake = run.intake { byDay[day] = intake }
    }
    nights = byDay.sorted { $0.key < $1.key }.map { Night(day: $0.key, intake: $0.value) }
  }
}

internal import Tables

/// The rounds as lines for a person: a table, and below each round what has been run for it.
package struct RoundListText: Sendable {
  private let words: RoundWords

  package init(_ words: RoundWords) { self.words = words }

  package func text(_ list: RoundList) -> String {
    let entries = list.systems.flatMap { $0 }
    let heads: [RoundWords.Key] = [
      .system, .round, .title, .asOf, .window, .state, .previous, .lastYear,
    ]
    let table = TerminalTable([heads.map { words[$0] }] + entries.map { cells($0) })
    var lines = [words[.today, words.day(list.today), years(list)], "", table.lines[0]]
    for (entry, line) in zip(entries, table.lines.dropFirst()) {
      lines.append(line)
      lines += entry.runs.map { "  " + self.line($0) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Systems may count their years from different days.
  private func years(_ list: RoundList) -> String {
    Set(list.years).sorted().map { String($0) }.joined(separator: ", ")
  }

  private func cells(_ entry: RoundList.Entry) -> [String] {
    let round = entry.round
    return [
      round.system, round.name, round.title[words.language], words.day(round.asOf),
      words.day(round.opens) + " – " + words.day(round.closes), words.state(entry.state),
      entry.previous?.name ?? "–", entry.lastYear?.name ?? "–",
    ]
  }

  private func line(_ runs: RoundList.Runs) -> String {
    let count = words.number(runs.count)
    let head =
      runs.last.lastDay.map { words[.run, runs.pipeline, count, words.day($0)] }
      ?? words[.runUndated, runs.pipeline, count]
    guard let intake = runs.last.intake else { return head }
    let schools = intake.schools.map {
      words[.schools, words.number($0.submitted), words.number($0.all)]
    }
    let parts = [
      words[.rows, words.number(intake.rows)], words[.errors, words.number(intake.errors)],
      words[.further, words.number(intake.furtherRegistrations)],
    ]
    return ([head] + (schools.map { [$0] } ?? []) + parts).joined(separator: " · ")
  }
}

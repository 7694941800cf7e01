/// An area office from round to round: the lists of each round as in the office layout, and what became of everybody.
///
/// Nothing is damaged. Some children are registered twice, because the school from which they moved lists
/// them still. Only the lists of one round are held at a time.
package struct EvolvingLayout {
  private var rounds: ArraySlice<SynthSettings>
  private var office: EvolvingOffice
  private var last: (round: SynthSettings, presences: [Presence])?
  private var people: Truth
  private var movements: Movements

  /// Takes the settings of the rounds, the earliest first.
  package init(_ rounds: [SynthSettings]) {
    guard let first = rounds.first else {
      preconditionFailure("an office evolves through two rounds or more")
    }
    self.rounds = rounds[...]
    office = EvolvingOffice(first)
    people = Truth(round: first.name)
    movements = Movements(office.schools)
  }

  /// The lists and the register of the next round, below a folder of its own; nil after the last one.
  package mutating func nextRound() -> [SyntheticFile]? {
    guard let round = rounds.popFirst() else { return nil }
    while office.settings.name != round.name { office.advance() }
    let presences = office.presences
    if let last { movements.add(last.presences, presences, from: last.round, to: round) }
    last = (round, presences)
    return write(round)
  }

  /// Whose each row is and what became of each child, once all rounds were made.
  package var truth: [SyntheticFile] {
    [SyntheticFile(path: "truth/people.csv", bytes: people.people.bytes), movements.file]
  }

  private mutating func write(_ round: SynthSettings) -> [SyntheticFile] {
    people.round = round.name
    let files = OfficeFiles(office.schools, settings: round)
    var made = [RegisterFile.make(office.schools)]
    for (file, part) in zip(files.files, files.parts) {
      // Nothing is damaged, so that no writer throws anything.
      made.append(
        file.make(
          Array(office.rolls[part]), pairs: [], settings: round, using: office.generator(2),
          truth: &people))
    }
    let folder = "\(round.year)-\(round.term)/"
    return made.map { SyntheticFile(path: folder + $0.path, bytes: $0.bytes) }
  }
}

internal import Tables

/// Chooses the rows that are damaged; the damage is done when the row is written.
package struct DamagePlanter: Sendable {
  private let ageDay: Day
  private var generator: SeededGenerator

  package init(_ settings: SynthSettings, using generator: SeededGenerator) {
    ageDay = settings.ageDay
    self.generator = generator
  }

  /// Marks a row for a damage; false when no row was found that fits.
  ///
  /// The format is asked for the file of each roll.
  @discardableResult
  package mutating func plant(
    _ damage: Int, in rolls: inout [Roll], formats: (Int) -> FileFormat
  ) -> Bool {
    for _ in 0..<2000 {
      let roll = generator.below(rolls.count)
      guard formats(roll).meets(Damages.all[damage].demand),
        let row = site(in: rolls[roll], for: damage)
      else { continue }
      rolls[roll].registrations[row].damage = damage
      return true
    }
    return false
  }

  /// Marks so many rows for damages, each of the kinds about as often.
  package mutating func scatter(
    _ count: Int, of damages: [Int], in rolls: inout [Roll], formats: (Int) -> FileFormat
  ) {
    let first = generator.below(damages.count)
    for number in 0..<count {
      plant(damages[(first + number) % damages.count], in: &rolls, formats: formats)
    }
  }

  private mutating func site(in roll: Roll, for damage: Int) -> Int? {
    guard !roll.registrations.isEmpty else { return nil }
    let row = generator.below(roll.registrations.count)
    let registration = roll.registrations[row]
    guard registration.isUntouched else { return nil }
    let site = DamageSite(
      registration: registration, school: roll.school,
      age: registration.person.birth.years(until: ageDay), isInsideRoom: roll.isInsideRoom(row))
    return Damages.all[damage].fits(site) ? row : nil
  }
}

extension Roll {
  /// The rows before and behind are of the same room, and nothing takes them out of it.
  fileprivate func isInsideRoom(_ row: Int) -> Bool {
    guard row > 0, row + 1 < registrations.count else { return false }
    return [row - 1, row + 1].allSatisfy { neighbour in
      registrations[neighbour].grade == registrations[row].grade
        && registrations[neighbour].room == registrations[row].room
        && registrations[neighbour].damage == nil
    }
  }
}

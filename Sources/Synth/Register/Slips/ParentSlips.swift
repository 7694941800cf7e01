/// Parents whose names are not there, or spelled otherwise; they count only beside another slip.
enum ParentSlips {
  static let all: [Slip] = [
    Slip("mother-missing", .parents, weight: 10, use: .onlyBeside) { entry, _ in
      leaveOut([.motherFirstName, .motherLastName], of: &entry)
      return true
    },
    Slip("father-missing", .parents, weight: 6, use: .onlyBeside, fits: hasFather) { entry, _ in
      leaveOut([.fatherFirstName, .fatherLastName], of: &entry)
      return true
    },
    Slip("mother-spelling", .parents, weight: 8, use: .onlyBeside) { entry, desk in
      SpellingSlips.change(.motherFirstName, of: &entry, using: &desk.generator)
    },
    Slip("father-spelling", .parents, weight: 5, use: .onlyBeside, fits: hasFather) {
      entry, desk in
      SpellingSlips.change(.fatherFirstName, of: &entry, using: &desk.generator)
    },
  ]

  /// What happens to a parent's name in any list; nothing for most.
  static func scatter(
    _ entry: inout Entry, using generator: inout SeededGenerator, perThousand: Int
  ) {
    if generator.chance(perThousand: perThousand) {
      leaveOut([.motherFirstName, .motherLastName], of: &entry)
    }
    guard hasFather(entry) else { return }
    if generator.chance(perThousand: perThousand) {
      leaveOut([.fatherFirstName, .fatherLastName], of: &entry)
    }
  }

  /// What happens when the names are entered anew.
  static func misspell(_ entry: inout Entry, using generator: inout SeededGenerator) {
    if generator.chance(perThousand: 60) {
      _ = SpellingSlips.change(.motherFirstName, of: &entry, using: &generator)
    }
    guard hasFather(entry), generator.chance(perThousand: 60) else { return }
    _ = SpellingSlips.change(.fatherFirstName, of: &entry, using: &generator)
  }

  private static func leaveOut(_ columns: [StudentColumn], of entry: inout Entry) {
    for column in columns { entry[column] = "-" }
  }

  private static func hasFather(_ entry: Entry) -> Bool { entry.child.home.father != nil }
}

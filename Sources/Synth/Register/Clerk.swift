/// Enters a child anew who is on another list already, as somebody does who has not seen that list.
struct Clerk: Sendable {
  /// Where a child is entered for the second time.
  enum Place: Sendable { case sameSchool, sameOffice, otherOffice }

  /// One second entry in four has more than one thing wrong.
  private static let combined = 250

  /// The new entry, which still stands in the first school, and where it belongs.
  func enterAgain(_ first: Entry, at desk: inout Desk) -> (entry: Entry, place: Place) {
    var entry = Entry(
      first.child, school: first.school, grade: first.grade, room: first.room,
      studentNumber: first.studentNumber, weight: first.weight, height: first.height,
      blood: first.blood)
    let slips =
      desk.generator.chance(perThousand: Self.combined)
      ? applySeveral(to: &entry, at: &desk) : applyOne(to: &entry, at: &desk)
    entry.cluster = first.cluster
    entry.kind = slips.isEmpty ? "id-exact" : slips.joined(separator: "+")
    guard slips != [Slips.branch] else { return (entry, .sameOffice) }
    let place = place(isBoarding: slips == [Slips.boarding], using: &desk.generator)
    varyBody(&entry, using: &desk.generator)
    varyFamily(
      &entry, hasMoved: place != .sameSchool && slips != [Slips.boarding],
      keepsParents: slips.contains("surname-changed"), using: &desk.generator)
    return (entry, place)
  }

  private func applyOne(to entry: inout Entry, at desk: inout Desk) -> [String] {
    let slips = Slips.all.filter { $0.use != .onlyBeside }
    return Slips.applyOne(of: slips, to: &entry, at: &desk).map { [$0.name] } ?? []
  }

  /// Two or three slips of different parts, most often one at the identifier.
  private func applySeveral(to entry: inout Entry, at desk: inout Desk) -> [String] {
    var left = Slips.all.filter { $0.use != .onlyAlone }
    var done: [Slip] = []
    let count = desk.generator.chance(perThousand: 700) ? 2 : 3
    for order in 0..<count {
      let startsAtIdentifier = order == 0 && desk.generator.chance(perThousand: 750)
      let offered = left.filter {
        startsAtIdentifier ? $0.part == .identifier : order > 0 || $0.part != .parents
      }
      guard let slip = Slips.applyOne(of: offered, to: &entry, at: &desk) else { continue }
      done.append(slip)
      left.removeAll { $0.part == slip.part }
      // Parents are what is left to tell the child by.
      if slip.name == "surname-changed" { left.removeAll { $0.part == .parents } }
      if slip.part == .parents { left.removeAll { $0.name == "surname-changed" } }
    }
    return done.map { $0.name }
  }

  private func place(isBoarding: Bool, using generator: inout SeededGenerator) -> Place {
    switch generator.below(100) {
    case 0..<15: isBoarding ? .sameOffice : .sameSchool
    case 15..<27: .otherOffice
    default: .sameOffice
    }
  }

  private func varyBody(_ entry: inout Entry, using generator: inout SeededGenerator) {
    entry.weight = max(80, entry.weight + generator.scattered(12))
    entry.height += generator.scattered(10)
    if generator.chance(perThousand: 300) {
      entry.blood = generator.below(Vocabulary.bloodGroups.count)
    }
  }

  private func varyFamily(
    _ entry: inout Entry, hasMoved: Bool, keepsParents: Bool,
    using generator: inout SeededGenerator
  ) {
    if generator.chance(perThousand: 300) {
      entry.child.home.guardian = Guardian(papers: entry.child.home.papers, using: &generator)
    }
    if generator.chance(perThousand: hasMoved ? 400 : 60) {
      entry.child.home.address = Address(
        subdistrict: generator.below(SchoolNames.subdistricts.count), using: &generator)
    }
    guard !keepsParents else { return }
    ParentSlips.scatter(&entry, using: &generator, perThousand: 50)
    ParentSlips.misspell(&entry, using: &generator)
  }
}

/// Fills the lists of schools with children, and brothers and sisters into other schools.
struct Enrolment: Sendable {
  /// More children of a grade do not wait for a school.
  private static let mostWaiting = 200

  var births: Births
  private let isClean: Bool
  /// Brothers and sisters who go to a later school, by grade.
  private var waiting: [[Waiting]]
  private var lastTie = 0

  private struct Waiting: Sendable {
    let newborn: Births.Newborn
    let ties: [Tie]
  }

  init(_ settings: SynthSettings) {
    births = Births(settings)
    isClean = settings.isClean
    waiting = Array(repeating: [], count: Grade.last.place + 1)
  }

  mutating func fill(
    _ place: Int, of batch: inout RegisterBatch, pupils: Int,
    using generator: inout SeededGenerator
  ) {
    let start = batch.entries.count
    let grades = batch.schools[place].grades
    while batch.entries.count - start < pupils {
      let grade = generator.pick(grades)
      let there = waiting[grade.place].count
      if there > 0, generator.chance(perThousand: 600) {
        let index = generator.below(there)
        waiting[grade.place].swapAt(index, there - 1)
        let child = waiting[grade.place].removeLast()
        enter(child.newborn, ties: child.ties, place, in: &batch, using: &generator)
      } else {
        let isNamesake =
          !isClean && batch.entries.count > 200 && generator.chance(perThousand: 5)
        if isNamesake {
          bringNamesake(to: place, of: &batch, grades: grades, using: &generator)
        } else {
          let family = births.family(
            grade: grade, school: batch.schools[place], namesake: nil, using: &generator)
          settle(family, place, of: &batch, until: start + pupils, using: &generator)
        }
      }
      confuse(start: start, in: &batch, using: &generator)
    }
  }

  /// A child of another family with the names of one who was entered before.
  private mutating func bringNamesake(
    to place: Int, of batch: inout RegisterBatch, grades: [Grade],
    using generator: inout SeededGenerator
  ) {
    let index = generator.below(batch.entries.count)
    let other = batch[index]
    let grade = grades.contains(other.grade) ? other.grade : generator.pick(grades)
    let family = births.family(
      grade: grade, school: batch.schools[place], namesake: other.child, using: &generator)
    let tie = newTie(.namesakes)
    batch[index].ties.append(tie)
    for newborn in family.children {
      enter(newborn, ties: [tie], place, in: &batch, using: &generator)
    }
  }

  /// Enters the children who go to this school; others wait for one of theirs.
  private mutating func settle(
    _ family: Births.Family, _ place: Int, of batch: inout RegisterBatch, until full: Int,
    using generator: inout SeededGenerator
  ) {
    var free = full - batch.entries.count
    let grades = batch.schools[place].grades
    let stays = family.children.indices.map { index in
      let isHere =
        index == 0
        || free > 0 && grades.contains(family.children[index].grade)
          && generator.chance(perThousand: 850)
      if isHere { free -= 1 }
      return isHere
    }
    let exists = family.children.indices.map {
      stays[$0] || waiting[family.children[$0].grade.place].count < Self.mostWaiting
    }
    var ties: [[Tie]] = Array(repeating: [], count: family.children.count)
    for (kind, one, other) in family.ties where exists[one] && exists[other] {
      let tie = newTie(kind)
      ties[one].append(tie)
      ties[other].append(tie)
    }
    for (index, newborn) in family.children.enumerated() where exists[index] {
      if stays[index] {
        enter(newborn, ties: ties[index], place, in: &batch, using: &generator)
      } else {
        waiting[newborn.grade.place].append(Waiting(newborn: newborn, ties: ties[index]))
      }
    }
  }

  private func enter(
    _ newborn: Births.Newborn, ties: [Tie], _ place: Int, in batch: inout RegisterBatch,
    using generator: inout SeededGenerator
  ) {
    batch.enrol(newborn.child, grade: newborn.grade, school: place, using: &generator)
    let last = batch.entries.count - 1
    batch[last].ties = ties
    batch[last].isCollision = ties.contains { $0.kind == .collision }
    if newborn.isWithoutIdentifier, !isClean {
      batch[last][.citizenID] = generator.pick(["", "-"])
    }
  }

  /// Now and then types the number of a child for a clearly different one, who was entered last.
  private mutating func confuse(
    start: Int, in batch: inout RegisterBatch, using generator: inout SeededGenerator
  ) {
    let last = batch.entries.count - 1
    guard !isClean, batch[last].isFreeToConfuse, generator.chance(perThousand: 2) else { return }
    let lowest = generator.chance(perThousand: 400) ? start : 0
    for _ in 0..<60 {
      let index = lowest + generator.below(last - lowest + 1)
      let (one, other) = (batch[index], batch[last])
      guard index != last, one.isFreeToConfuse,
        one.child.home.surname != other.child.home.surname, one.child.birth != other.child.birth,
        ClearDifference.isThere(one.child.givenName, other.child.givenName)
      else { continue }
      let tie = newTie(.collision)
      batch[last].child.identity = one.child.identity
      for place in [index, last] {
        batch[place].ties.append(tie)
        batch[place].isCollision = true
      }
      return
    }
  }

  private mutating func newTie(_ kind: Tie.Kind) -> Tie {
    lastTie += 1
    return Tie(kind: kind, number: lastTie)
  }
}

extension Entry {
  /// A child with a number of its own that no twin has the next of.
  fileprivate var isFreeToConfuse: Bool {
    ties.isEmpty && child.home.papers == .thai && !isCollision
  }
}

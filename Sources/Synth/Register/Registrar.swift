internal import Tables

/// Chooses the children who are registered again, and finds them a school.
struct Registrar: Sendable {
  private let settings: SynthSettings
  private let lastOffice: String
  private let clerk = Clerk()
  private var clusters = 0
  /// Entries for another office than theirs, which none of the schools made until now belongs to.
  private var travelling: [(entry: Entry, office: String)] = []

  init(_ settings: SynthSettings, lastOffice: String) {
    self.settings = settings
    self.lastOffice = lastOffice
  }

  mutating func enterAgain(
    _ batch: inout RegisterBatch, identities: inout IdentityOffice, truth: inout RegisterTruth,
    using generator: SeededGenerator
  ) {
    guard !settings.isClean else { return }
    var desk = Desk(
      generator: generator, offices: identities, province: batch.schools[0].province,
      asOf: settings.asOf)
    arrive(at: &batch, &desk)
    let first = batch.schools[0].index
    for index in batch.entries.indices where batch[index].cluster == 0 {
      let isForeign = batch[index].child.home.papers != .thai
      let chance = min(1000, settings.twice * (isForeign ? 3 : 1))
      if !batch[index].isCollision, desk.generator.chance(perThousand: chance) {
        let home = batch[index].school - first
        desk.province = batch.schools[home].province
        enterAgain(index, from: home, of: &batch, truth: &truth, at: &desk)
      } else if !batch[index].isCollision, desk.generator.chance(perThousand: 8) {
        _ = Slips.applyOne(of: Slips.anywhere, to: &batch[index], at: &desk)
      }
      if batch[index].cluster == 0 || batch[index].kind == "first" {
        ParentSlips.scatter(&batch[index], using: &desk.generator, perThousand: 20)
      }
    }
    identities = desk.offices
  }

  private mutating func enterAgain(
    _ index: Int, from home: Int, of batch: inout RegisterBatch, truth: inout RegisterTruth,
    at desk: inout Desk
  ) {
    clusters += 1
    batch[index].cluster = clusters
    batch[index].kind = "first"
    let further = desk.generator.chance(perThousand: 40) ? 2 : 1
    truth.open(cluster: clusters, rows: 1 + further)
    for _ in 0..<further {
      let (entry, place) = clerk.enterAgain(batch[index], at: &desk)
      send(entry, to: place, from: home, of: &batch, &desk)
    }
  }

  private mutating func send(
    _ entry: Entry, to place: Clerk.Place, from home: Int, of batch: inout RegisterBatch,
    _ desk: inout Desk
  ) {
    let office = batch.schools[home].officeCode
    let school: Int?
    switch place {
    case .sameSchool:
      school = home
    case .sameOffice:
      school = batch.school(
        teaching: entry.grade, otherThan: entry.school, in: office, isInside: true,
        using: &desk.generator)
    case .otherOffice where batch.isOneOffice && office != lastOffice:
      travelling.append((entry, office))
      return
    case .otherOffice:
      school = batch.school(
        teaching: entry.grade, otherThan: entry.school, in: office, isInside: batch.isOneOffice,
        using: &desk.generator)
    }
    batch.admit(entry, school: school ?? home, using: &desk.generator)
  }

  /// Enters those who were waiting for a school of another office.
  private mutating func arrive(at batch: inout RegisterBatch, _ desk: inout Desk) {
    let waiting = travelling
    travelling = []
    for (entry, office) in waiting {
      guard batch.schools.contains(where: { $0.officeCode != office }) else {
        travelling.append((entry, office))
        continue
      }
      let school =
        batch.school(
          teaching: entry.grade, otherThan: entry.school, in: office, isInside: false,
          using: &desk.generator)
        ?? batch.schools.firstIndex { $0.officeCode != office }
      batch.admit(entry, school: school ?? 0, using: &desk.generator)
    }
  }
}

package import Tables

/// Room 3: clean tables come in, and go out with their rows linked to schools and to each other.
///
/// A further registration of a person is marked and not removed, so that both counts stay possible. Only
/// rows that a later file of their school replaces are set aside.
/// `Blockers/` choose the pairs that are compared, `Comparators/` compare them, `Weights/` learn what
/// agreement is worth, `Clusters/` join rows to persons, and `Following/` finds these in an earlier round.
package struct DeduplicateStage: Stage {
  let plans: [DeduplicatePlan]
  let follows: [FollowPlan]
  let registerName: String?
  let jobs: Int

  package init(
    plans: [DeduplicatePlan], follows: [FollowPlan] = [], register: String?, jobs: Int = 1
  ) {
    self.plans = plans
    self.follows = follows
    registerName = register
    self.jobs = jobs
  }

  /// What of a dataset is given to other offices as tokens; nil where its model says nothing of it.
  package func tokens(of dataset: String) -> TokenModel? {
    plans.first { $0.dataset == dataset }?.tokens
  }

  package func run(_ clean: CleanTables, findings: inout Findings) async throws -> LinkedTables {
    try await checks.run(match(clean), findings: &findings)
  }

  /// Links rows to their schools and to each other, and judges nothing.
  package func match(_ clean: CleanTables) async -> LinkedTables {
    var (directory, links) = linkedToSchools(clean)
    let register = register(in: clean)
    for plan in plans {
      guard let dataset = clean.index(of: plan.dataset),
        let matching = Matching(plan, clean, links.map { $0.schools }, jobs: jobs)
      else { continue }
      links[dataset] = await matching.linked(
        links[dataset], offices: directory.offices(register: register, plan.school))
      links[dataset].markFurther(of: dataset)
    }
    for plan in follows {
      let offices = directory.offices(register: register, plan.earlier.school)
      await follow(plan, clean, &links, offices: offices)
    }
    let place = registerName.flatMap { clean.index(of: $0) }
    if let place { links[place].schools = directory.ownRows }
    return LinkedTables(clean: clean, schools: directory.schools, links: links, register: place)
  }

  private func register(in clean: CleanTables) -> CleanTable? {
    registerName.flatMap { clean.index(of: $0) }.map { clean.tables[$0] }
  }

  /// The schools, and the rows of every dataset linked to theirs.
  func linkedToSchools(_ clean: CleanTables) -> (directory: SchoolDirectory, links: [Links]) {
    var directory = SchoolDirectory(register: register(in: clean))
    var links = clean.tables.map { Links(rows: $0.count) }
    for plan in plans {
      guard let dataset = clean.index(of: plan.dataset) else { continue }
      let table = clean.tables[dataset]
      if let school = plan.school { links[dataset].schools = directory.link(table, school) }
      links[dataset].holdsPersons = plan.holdsPersons
    }
    return (directory, links)
  }

  /// The checks of the room, as a stage of their own behind `match`.
  package var checks: CheckStage { CheckStage(plans: plans) }
}

/// The second half of room 3: rows that are linked come in, and go out with what was found in them.
package struct CheckStage: Stage {
  fileprivate let plans: [DeduplicatePlan]

  package func run(_ matched: LinkedTables, findings: inout Findings) async throws -> LinkedTables {
    var linked = matched
    let clean = matched.clean
    var told: Set<Int> = []
    for plan in plans {
      guard let dataset = clean.index(of: plan.dataset) else { continue }
      if plan.model != nil { linked.countPersons(dataset: dataset) }
      var aboutRegister = Findings()
      var found = Findings()
      let checks = plan.rules.map { $0.check }
      // What is set aside must not be counted or found twice by the other checks.
      for check in checks where type(of: check).setsAside {
        check.check(linked, dataset: dataset, findings: &found)
        linked.quarantine(check.setAside(linked, dataset: dataset), dataset)
      }
      for check in checks where !type(of: check).setsAside {
        if type(of: check).isAboutRegister {
          check.check(linked, dataset: dataset, findings: &aboutRegister)
        } else {
          check.check(linked, dataset: dataset, findings: &found)
        }
      }
      findings.append(plan.rules.withoutConsequences(found, of: dataset, beside: findings))
      // Several datasets may name the same rules of the register.
      for finding in aboutRegister.all where !told.contains(finding.rule) {
        findings.append(finding)
      }
      told.formUnion(aboutRegister.all.map { $0.rule })
    }
    return linked
  }
}

extension LinkedTables {
  fileprivate mutating func quarantine(_ rows: [QuarantinedRow], _ dataset: Int) {
    for row in rows { clean.tables[dataset].quarantine(row.row, because: row.rule) }
    clean.ledger.quarantine(rows, of: clean.tables[dataset])
  }

  /// Splits the accepted rows of the ledger into persons and further registrations.
  fileprivate mutating func countPersons(dataset: Int) {
    let table = clean.tables[dataset]
    for index in clean.ledger.entries.indices
    where clean.ledger.entries[index].dataset == table.name {
      clean.ledger.entries[index].persons = clean.ledger.entries[index].accepted
    }
    var entries: [Origin: Int] = [:]
    for (index, entry) in clean.ledger.entries.enumerated() {
      entries[Origin(input: entry.input, sheet: entry.sheet)] = index
    }
    for row in links[dataset].further.indices {
      var sheet = table.raw.origins[row]
      sheet.row = 0
      guard let entry = entries[sheet] else { continue }
      clean.ledger.entries[entry].persons -= 1
      clean.ledger.entries[entry].furtherRegistrations += 1
    }
  }
}

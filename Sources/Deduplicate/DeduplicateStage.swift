package import Tables

/// Room 3: clean tables come in, and go out with their rows linked to schools and to each other.
///
/// A further registration of a person is marked and not removed, so that both counts stay possible. Only
/// rows that a later file of their school replaces are set aside.
/// So far only certain duplicates are found (the same valid identifier); `Blockers/` and
/// `Comparators/` are where the full matcher goes.
package struct DeduplicateStage: Stage {
  private let plans: [DeduplicatePlan]
  private let registerName: String?

  package init(plans: [DeduplicatePlan], register: String?) {
    self.plans = plans
    registerName = register
  }

  package func run(_ clean: CleanTables, findings: inout Findings) async throws -> LinkedTables {
    let register = registerName.flatMap { clean.index(of: $0) }
    var directory = SchoolDirectory(register: register.map { clean.tables[$0] })
    var links = clean.tables.map { Links(rows: $0.count) }
    for plan in plans {
      guard let dataset = clean.index(of: plan.dataset) else { continue }
      let table = clean.tables[dataset]
      links[dataset].schools = directory.link(table, plan.school)
      links[dataset].holdsPersons = plan.holdsPersons
      guard let model = plan.model else { continue }
      let finder = CertainDuplicates(
        model: model, table: table, inputs: clean.inputs, schools: links[dataset].schools)
      links[dataset].clusters = finder.clusters()
      for cluster in links[dataset].clusters where cluster.kind != .shared {
        for member in cluster.members where member.suggestion != .keep {
          links[dataset].further[member.row] = true
        }
      }
    }
    if let register { links[register].schools = directory.ownRows }
    var linked = LinkedTables(
      clean: clean, schools: directory.schools, links: links, register: register)
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

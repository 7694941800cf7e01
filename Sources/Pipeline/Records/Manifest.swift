internal import Tables

/// `manifest.json`: exactly what a run read, with which settings, and what became of every row.
struct Manifest {
  let plan: Plan
  let figures: Figures
  let findings: Findings
  /// The SHA-256 of every input, in the order of the inputs.
  let hashes: [String]
  /// The figures of earlier rounds that were looked for.
  let earlier: [EarlierFigures]
  let office: LocalizedText
  let gates: [Gates.Result]

  var document: JSON {
    let clean = figures.linked.clean
    return .object([
      ("krong", .text(KrongVersion.number)),
      ("pipeline", .text(plan.name)),
      ("round", round),
      ("office", .text(office[plan.language])),
      ("language", .text(plan.language.rawValue)),
      ("audience", .text(plan.audience.rawValue)),
      ("settings", .object(plan.settingsFiles.map { ($0.path, .text($0.sha256)) })),
      ("inputs", .list(clean.inputs.indices.map(input))),
      ("compared", .list(earlier.map { $0.json })),
      ("ledger", fates(clean.ledger.entries, isBalanced: clean.ledger.isBalanced)),
      ("matching", .list(figures.linked.links.compactMap { $0.matching }.map { $0.json })),
      ("findings", .list(findingsByRule)),
      ("causes", .list(figures.found.causes.all.map(cause))),
      ("since_last_run", since),
      ("gates", .list(gates.map { $0.json })),
    ])
  }

  private var round: JSON {
    .object([
      ("system", .text(plan.round.system)), ("year", .number(plan.round.year)),
      ("term", .number(plan.round.term)), ("as_of", .text(plan.round.asOf.iso)),
      ("opens", .text(plan.round.opens.iso)), ("closes", .text(plan.round.closes.iso)),
    ])
  }

  private func input(_ index: Int) -> JSON {
    let clean = figures.linked.clean
    let report = clean.inputs[index]
    let entries = clean.ledger.entries.filter { $0.input == index }
    let schema = clean.index(of: report.dataset).map { clean.tables[$0].schema.name }
    return .object([
      ("path", .text(report.path)), ("dataset", .text(report.dataset)),
      ("size", .number(report.size)), ("sha256", .text(hashes[index])),
      ("container", .text(report.container)), ("encoding", .text(report.encoding)),
      ("schema", report.refusal == nil ? .text(schema) : .null),
      ("sheets", .list(report.sheets.map { .text($0) })),
      ("header_row", .list(report.headerRows.map { .number($0) })),
      ("stamp", .text(report.stamp)), ("refused", .text(report.refusal)),
      ("rows", fates(entries, isBalanced: entries.allSatisfy { $0.isBalanced })),
      // In how many cells the cleaners changed something, by kind.
      (
        "changes", .object(clean.changes(of: index).map { ($0.change.rawValue, .number($0.cells)) })
      ),
    ])
  }

  private func fates(_ entries: [LedgerEntry], isBalanced: Bool) -> JSON {
    let sum = { (field: (LedgerEntry) -> Int) in
      JSON.number(entries.reduce(0) { $0 + field($1) })
    }
    return .object([
      ("physical", sum { $0.physical }), ("title", sum { $0.title }), ("blank", sum { $0.blank }),
      ("total", sum { $0.total }), ("quarantined", sum { $0.quarantined }),
      ("accepted", sum { $0.accepted }), ("persons", sum { $0.persons }),
      ("further", sum { $0.furtherRegistrations }), ("balanced", .flag(isBalanced)),
    ])
  }

  private var findingsByRule: [JSON] {
    let persons = PersonRows(figures.linked)
    var tallies = [FindingTally](repeating: FindingTally(), count: plan.book.rules.count)
    for finding in findings.all {
      let place = figures.linked.place(of: finding)
      tallies[finding.rule].add(
        plan.book[finding].severity, at: place, of: persons.person(at: place))
    }
    return zip(plan.book.rules, tallies).filter { $0.1.findings > 0 }.map { rule, tally in
      .object([
        ("rule", .text(rule.code)), ("severity", .text(rule.severity.rawValue)),
        ("count", .number(tally.findings)), ("counts", .text(rule.unit.rawValue)),
        (rule.unit.rawValue, .number(tally.count(rule.unit))), ("source", .text(rule.source)),
      ])
    }
  }

  private func cause(_ cause: Cause) -> JSON {
    let input = figures.linked.clean.inputs[cause.input]
    let schema = figures.linked.clean.index(of: input.dataset)
      .map { figures.linked.clean.tables[$0].schema }
    return .object([
      ("rule", .text(plan.book.rules[cause.rule].code)), ("file", .text(input.path)),
      ("sheet", .text(input.sheet(cause.sheet))),
      ("column", .text(cause.column.flatMap { schema?.columns[$0].name })),
      ("school", .text(cause.school.map { figures.linked.schools[$0].code })),
      ("rows", .number(cause.rows)), ("of", .number(cause.outOf)),
      ("findings", .number(cause.findings.count)),
      ("consequences", .number(cause.consequences.count)),
    ])
  }

  /// Null for the first run of a round.
  private var since: JSON {
    guard let progress = figures.found.progress else { return .null }
    let new = progress.states.count { $0 == .new }
    return .object([
      ("new", .number(new)), ("open", .number(progress.states.count - new)),
      ("mended", .number(progress.mended.count)),
    ])
  }
}

extension Gates.Result {
  var json: JSON {
    let limit: JSON =
      switch limit {
      case .count(let count): .number(count)
      case .share(let share): .decimal(share)
      }
    let schools = breaches.map { breaches in
      JSON.list(
        breaches.map { breach in
          .object([
            ("school", .text(breach.school)), ("found", .number(breach.found)),
            ("of", .number(breach.outOf)),
          ])
        })
    }
    return .object(
      [
        ("gate", .text(name)), ("limit", limit), ("found", .number(found)),
        ("of", .number(outOf)), ("passed", .flag(passed)),
      ] + (schools.map { [("schools", $0)] } ?? []))
  }
}

extension MatchReport {
  /// What was compared, what was too much, and what every level of agreement weighs in hundredths of a bit.
  fileprivate var json: JSON {
    .object([
      ("dataset", .text(dataset)), ("rows", .number(rows)), ("pairs", .number(pairs)),
      ("open_pairs", .number(openPairs)),
      (
        "keys",
        .list(
          keys.map { key in
            .object([
              ("key", .text(key.name)), ("pairs", .number(key.pairs)),
              ("cut_groups", .number(key.cutGroups)), ("cut_rows", .number(key.cutRows)),
              ("cut_pairs", .number(key.cutPairs)),
            ])
          })
      ),
      (
        "prior",
        .object([
          ("strangers", .number(priors[0])),
          ("family", hasFamily ? .number(priors[1]) : .null),
        ])
      ),
      (
        "weights",
        .list(
          levels.map { level in
            .object([
              ("comparison", .text(level.comparison)), ("level", .text(level.level)),
              ("strangers", .number(level.againstStrangers)),
              ("family", hasFamily ? .number(level.againstFamily) : .null),
            ])
          })
      ),
    ])
  }
}

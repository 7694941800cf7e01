internal import Aggregate
package import Containers
internal import Deduplicate
package import Ingest
internal import Normalize
internal import Render
package import Tables

/// One walk of a plan through the rooms, from files to pages.
package struct Run: Sendable {
  private let plan: Plan

  package init(_ plan: Plan) { self.plan = plan }

  /// Runs to the end; throws only when an input or the history cannot be read or the ledger does not
  /// balance.
  ///
  /// `results` gives a file of an earlier run by its path below the folder of the results.
  package func run(
    _ files: [InputFile], history: HistoryFile? = nil,
    results: (String) throws -> ByteSource? = { _ in nil }
  ) async throws -> Outcome {
    var walk = Walk()
    let earlier = await walk.through("compare") { earlierFigures(results) }
    let (rows, hashes) = try await linked(files, &walk)
    var linked = rows
    let inputs = inputsFingerprint(linked, hashes)
    let memory = try await walk.through("history") { try recalled(history, inputs) }
    let (registrations, highest) = try numbers(history, inputs).number(&linked)
    let nights = try history?.nights(pipeline: plan.name, round: plan.round, inputs: inputs)
    var figures = try await walk.through(
      "aggregate",
      plan.aggregate.following(memory, nights: nights)
        .compared(with: earlier.compactMap { $0.figures }), linked)
    try requireBalance(figures)
    let gates = plan.gates.results(
      figures, walk.findings, plan.book, unsubmitted: plan.unsubmittedRules)
    figures.tables.append(plan.gateTable.table(gates, plan.book))
    let pages = try await walk.through("render", plan.render.named(office(linked)), figures)
    let findings = walk.findings
    let record = await walk.through("history") {
      history.map { _ in
        RunRecord(
          pipeline: plan.name, round: plan.round, inputs: inputs,
          findings: memory.remembered(findings, in: figures.linked, plan.book),
          registrations: registrations, highest: highest,
          intakes: SchoolIntakes(figures.linked, figures.found.findings, plan.book),
          tables: figures.tables)
      }
    }
    return await outcome(&walk, figures, gates, pages, hashes, earlier, record)
  }

  private func earlierFigures(_ results: (String) throws -> ByteSource?) -> [EarlierFigures] {
    plan.comparedRounds.map {
      EarlierFigures(
        $0.kind, $0.round, of: plan.name, tables: plan.comparedTables, open: results)
      // Of several years it is no news that one was not run; its line of the table says so.
    }.filter { $0.kind != nil || $0.state != .missing }
  }

  /// The first three rooms: from files to linked rows, and the SHA-256 of every file.
  func linked(
    _ files: [InputFile], _ walk: inout Walk
  ) async throws -> (rows: LinkedTables, hashes: [String: String]) {
    let files = try await walk.through("unpack") {
      try await files.mapInOrder(jobs: plan.jobs) { try InputArchive.files(of: $0) }.flatMap { $0 }
    }
    let hashes = try await walk.through("fingerprint") { try await fingerprints(files) }
    let read = RepeatedFiles.marked(files) { hashes[$0.dataset + "\n" + $0.path] }
    var raw = try await walk.through("ingest", plan.ingest, read)
    markReferences(&raw)
    let clean = try await walk.through("normalize", plan.normalize, raw)
    let matched = await walk.through("match") { await plan.deduplicate.match(clean) }
    return (try await walk.through("deduplicate", plan.deduplicate.checks, matched), hashes)
  }

  /// Reads and cleans files, and goes no further.
  package func clean(_ files: [InputFile]) async throws -> CleanTables {
    var findings = Findings()
    let files = try await files.mapInOrder(jobs: plan.jobs) { try InputArchive.files(of: $0) }
    var raw = try await plan.ingest.run(files.flatMap { $0 }, findings: &findings)
    markReferences(&raw)
    return try await plan.normalize.run(raw, findings: &findings)
  }

  private func markReferences(_ raw: inout RawTables) {
    let references = Set(plan.datasets.filter { $0.isReference }.map { $0.name })
    for index in raw.inputs.indices {
      raw.inputs[index].isReference = references.contains(raw.inputs[index].dataset)
    }
  }

  private func recalled(_ history: HistoryFile?, _ inputs: String) throws -> FindingMemory {
    FindingMemory(
      earlier: try history?.earlier(pipeline: plan.name, round: plan.round, inputs: inputs),
      digest: history?.digest ?? RowDigest(secret: []), off: plan.offRules,
      compared: plan.comparedDatasets)
  }

  private func numbers(_ history: HistoryFile?, _ inputs: String) throws -> ClusterNumbers {
    let known = try history?.clusters(pipeline: plan.name, inputs: inputs)
    return ClusterNumbers(
      earlier: known?.numbers ?? [:], highest: known?.highest ?? 0,
      digest: history?.digest ?? RowDigest(secret: []))
  }

  /// A fingerprint of what was read, whatever the files are called.
  ///
  /// Without what schools have answered: their answers change none of the data that a run is compared by.
  func inputsFingerprint(_ linked: LinkedTables, _ hashes: [String: String]) -> String {
    let lines = linked.clean.inputs.filter { !plan.answerDatasets.contains($0.dataset) }.map {
      $0.dataset + " " + (hashes[$0.dataset + "\n" + $0.path] ?? "")
    }
    return Fingerprint.sha256(Array(lines.sorted().joined(separator: "\n").utf8))
  }

  /// The SHA-256 of every file by its path; the order of the files is of no account.
  func fingerprints(_ files: [InputFile]) async throws -> [String: String] {
    let hashes = try await files.mapInOrder(jobs: plan.jobs) { file in
      do {
        return try Fingerprint.sha256(file.open())
      } catch is ContainerError {
        // A damaged member of an archive has no bytes to be named by; the reader says what it lacks.
        return ""
      }
    }
    return Dictionary(
      zip(files.map { $0.dataset + "\n" + $0.path }, hashes),
      uniquingKeysWith: { first, _ in first })
  }

  /// The office as the pipeline names it, else as the first row of the register does.
  private func office(_ linked: LinkedTables) -> LocalizedText {
    if let office = plan.office { return office }
    guard let index = plan.register.flatMap({ linked.clean.index(of: $0) }),
      let names = linked.clean.tables[index]["office_name"]
    else { return LocalizedText("") }
    let row = (0..<linked.clean.tables[index].count).first { !names.isMissing($0) }
    return LocalizedText(row.map { names.string($0) } ?? "")
  }

  private func requireBalance(_ figures: Figures) throws {
    let clean = figures.linked.clean
    guard !clean.ledger.isBalanced else { return }
    let broken = clean.ledger.entries.filter { !$0.isBalanced }.map { clean.inputs[$0.input].path }
    throw LedgerError(inputs: broken)
  }

  private func outcome(
    _ walk: inout Walk, _ figures: Figures, _ gates: [Gates.Result], _ pages: Pages,
    _ hashes: [String: String], _ earlier: [EarlierFigures], _ record: RunRecord?
  ) async -> Outcome {
    let clean = figures.linked.clean
    let findings = walk.findings
    let manifest = Manifest(
      plan: plan, figures: figures, findings: findings,
      hashes: clean.inputs.map { hashes[$0.dataset + "\n" + $0.path] ?? "" }, earlier: earlier,
      office: office(figures.linked), gates: gates
    ).document
    let files = await walk.through("records") { records(figures, findings, manifest) }
    let timings = Timings(steps: walk.steps, rows: clean.ledger.total { $0.accepted }).document
    var counts: [Severity: Int] = [:]
    for finding in findings.all { counts[plan.book[finding].severity, default: 0] += 1 }
    let own = files + [page("timings.json", Array(timings.document.utf8))]
    return Outcome(
      files: Pages(batches: pages.batches + own.map { Pages.Batch($0) }), gates: gates,
      manifest: manifest,
      inputs: clean.inputs.count, refused: clean.inputs.count { $0.refusal != nil },
      persons: clean.ledger.total { $0.persons },
      furtherRegistrations: clean.ledger.total { $0.furtherRegistrations }, findings: counts,
      compared: earlier, record: record)
  }

  private func records(_ figures: Figures, _ findings: Findings, _ manifest: JSON) -> [Pages.Page] {
    [
      page("manifest.json", Array(manifest.document.utf8)),
      page("figures.csv", FiguresFile.bytes(figures)),
      page("labels.csv", LabelsFile.bytes(figures)),
    ] + lists(figures, findings)
  }

  /// What lists single rows is not for the public: they could count them.
  private func lists(_ figures: Figures, _ findings: Findings) -> [Pages.Page] {
    guard audienceOfAll != .public else { return [] }
    let findingsFile = FindingsFile(
      figures: figures, book: plan.book, causes: plan.causes, audience: audienceOfAll,
      language: plan.language)
    return [
      page("findings.csv", findingsFile.bytes(findings)),
      page("progress.csv", ProgressFile(figures: figures).bytes()),
      page("duplicates.csv", DuplicatesFile.bytes(figures.linked)),
      page(
        "quarantine.csv", QuarantineFile.bytes(figures.linked.clean, plan.book, for: audienceOfAll)),
      page("matches.csv", MatchesFile.bytes(figures.linked)),
      page("review.csv", ReviewFile.bytes(figures.linked)),
    ] + [MovementsFile.page(figures.linked)].compactMap { $0 }
  }

  /// What stands in a file of all schools is for no single one of them.
  private var audienceOfAll: Audience { plan.audience == .school ? .director : plan.audience }

  private func page(_ path: String, _ bytes: [UInt8]) -> Pages.Page {
    Pages.Page(path: path, bytes: bytes)
  }
}

internal import Containers
package import Ingest
internal import Normalize
package import Settings
package import Tables

/// Looks at files the way a run would, and tells what it sees instead of going on.
package struct Inspector: Sendable {
  private struct Known: Sendable {
    let path: String
    let schema: Schema
    let columns: Settings
  }

  private let shelf: Shelf
  private let schemas: [Known]
  /// The user has said which schema it is.
  private let isNamed: Bool
  private let round: Round
  private let audience: Audience
  private let language: Language
  private let jobs: Int

  private static let sampleRows = 10
  private static let exampleCount = 3
  /// How many rows are looked at to guess what a column is.
  private static let guessedRows = 10_000

  /// Reads every schema of the shelf but empty files, or only the one named; all mistakes are thrown
  /// together.
  package init(
    shelf: Shelf, round: String?, schema: String?, today: Day, audience: Audience,
    language: Language, jobs: Int
  ) throws {
    self.shelf = shelf
    self.audience = audience
    self.language = language
    self.jobs = jobs
    isNamed = schema != nil
    let place = Place(file: schema == nil ? "schemas" : "--schema")
    let paths = schema.map { [$0] } ?? shelf.paths.filter { $0.hasPrefix("schemas/") }
    var mistakes = Mistakes()
    schemas = try paths.compactMap { path in
      let known = try mistakes.collect { () -> Known? in
        let settings = try shelf.settings(named: Settings(.word(path), at: place))
        // A shell has made the file already that a draft is written to.
        if schema == nil, case .nothing = settings.value { return nil }
        return Known(
          path: path, schema: try Schema(settings), columns: try settings.required("columns"))
      }
      return known ?? nil
    }
    let day = try mistakes.collect { try Self.round(round, today, shelf) }
    self.round = try mistakes.result(day)
    try mistakes.end()
  }

  /// The words of the answer.
  package var words: InspectionWords {
    get throws {
      let name = Settings(.word("pages/inspect.yaml"), at: Place(file: "inspect"))
      return try InspectionWords(shelf.settings(named: name), language: language)
    }
  }

  private static func round(_ text: String?, _ today: Day, _ shelf: Shelf) throws -> Round {
    let place = Place(file: "--round")
    let file = Settings(.word("rounds/dmc.yaml"), at: place)
    let calendar = try RoundCalendar(shelf.settings(named: file))
    guard let text else {
      guard let round = calendar.latest(on: today) else {
        throw SettingsError("no round was open before \(today.iso)", at: place)
      }
      return round
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map {
      Settings(.word(String($0)), at: place)
    }
    guard parts.count == 2 else {
      throw SettingsError("expected YEAR/TERM, such as 2569/1, found '\(text)'", at: place)
    }
    return try calendar.round(year: parts[0], term: parts[1])
  }

  /// Looks at one file; throws only when it cannot be opened or a schema's rules hold a mistake.
  package func inspect(_ file: InputFile) async throws -> Inspection {
    var inspection = Inspection(path: file.path)
    guard let source = try opened(file) else {
      try await read(file, as: Self.unknown([]), into: &inspection)
      return inspection
    }
    inspection.size = source.count
    let all = schemas.map { $0.schema }
    let head = try head(source)
    let tables = SchemaRecognition.rank(head: head?.rows ?? [], schemas: all)
    let records = try SchemaRecognition.rank(page: source, schemas: all)
    let isRecords = records.first?.score ?? 0 > tables.first?.score ?? 0
    let ranked = isRecords ? records : tables
    inspection.container = head?.container
    inspection.encoding = head?.encoding
    inspection.candidates = ranked.map { rank in
      let known = schemas[rank.schema]
      return Inspection.Candidate(
        path: known.path, name: known.schema.name, title: known.schema.title, score: rank.score)
    }
    let likeliest = ranked.first.map { schemas[$0.schema] } ?? (isNamed ? schemas.first : nil)
    let known = likeliest ?? Self.unknown(head?.rows ?? [])
    if isRecords {
      inspection.sheets = records.prefix(1).map { .page($0.match, known.schema) }
    } else if let head {
      inspection.sheets = Inspection.Sheet.all(of: head, known.schema)
    }
    try await read(file, as: known, into: &inspection)
    if !isRecords, let head { name(&inspection, head, known.schema) }
    return inspection
  }

  /// Nil for a file that cannot be taken out of its archive; its reason is told when it is read.
  private func opened(_ file: InputFile) throws -> ByteSource? {
    do {
      return try file.open()
    } catch is ContainerError {
      return nil
    }
  }

  /// Nil for a file without cells, or one that is refused with its reason when it is read.
  private func head(_ source: ByteSource) throws -> FileHead? {
    do {
      return try FileHead(source)
    } catch is ContainerError {
      return nil
    }
  }

  /// A schema for a file that none fits, to be finished by a person.
  package func draft(_ file: InputFile) async throws -> SchemaDraft {
    let head = try FileHead(file.open())
    let schema = Self.unknown(head.rows).schema
    var findings = Findings()
    var rules = RuleFile(term: 1)
    let reading = try rules.add(readingRules())
    let input = file.taken(as: schema.name)
    let raw = try await IngestStage(
      datasets: [.init(name: schema.name, schema: schema)],
      rules: ReadingRules(rules.book, reading), jobs: jobs
    ).run([input], findings: &findings)
    let columns = zip(schema.columns, raw.tables[0].columns).map { column, values in
      let distinct = Set((0..<min(values.count, Self.guessedRows)).map { values.string($0) })
      return SchemaDraft.Column(
        header: column.headers[0], occurrence: column.occurrence == 1 ? nil : column.occurrence,
        guess: KindGuess(distinct.filter { !$0.isEmpty }), example: example(column.headers[0]))
    }
    return SchemaDraft(file: file.path, columns: columns)
  }

  /// The column of another schema that has this header.
  private func example(_ header: String) -> SchemaDraft.Example? {
    for known in schemas {
      let finder = HeaderFinder(known.schema)
      if let column = finder.column(named: header) {
        let clean = known.columns[known.schema.columns[column].name]?["clean"]
        return SchemaDraft.Example(column: known.schema.columns[column], clean: clean)
      }
    }
    return nil
  }

  private func readingRules() throws -> Settings {
    try shelf.settings(
      named: Settings(.word("rules/ingest.yaml"), at: Place(file: "inspect")))
  }

  // MARK: Headers

  /// Says of each column under which header it was found.
  private func name(_ inspection: inout Inspection, _ head: FileHead, _ schema: Schema) {
    let finder = HeaderFinder(schema)
    let found = zip(head.sheets, head.rows).filter { !$0.0.isHidden }.compactMap { _, rows in
      finder.find(rows).map { (match: $0, rows: rows) }
    }
    guard let (match, rows) = found.first else { return }
    inspection.columns = inspection.columns.map { column in
      let field = schema.index(of: column.name).flatMap { match.fields[$0] }
      let header = field.flatMap { field in
        rows.prefix(match.row).last { field < $0.count && !$0[field].isEmpty }.map { $0[field] }
      }
      return Inspection.Column(
        name: column.name, label: column.label, header: header, place: field.map { $0 + 1 },
        privacy: column.privacy, profile: column.profile)
    }
  }

  /// A file that no schema knows, as its own header tells it.
  private static func unknown(_ sheets: [[[String]]]) -> Known {
    Known(
      path: "", schema: Schema(ofUnknown: sheets),
      columns: Settings(.nothing, at: Place(file: "inspect")))
  }

  // MARK: Values

  /// Reads, cleans and checks the file as a run would.
  private func read(
    _ file: InputFile, as known: Known, into inspection: inout Inspection
  ) async throws {
    var rules = RuleFile(term: 1)
    let reading = try rules.add(readingRules())
    let own = try self.rules(of: known, &rules)
    let plan = try NormalizePlan(
      dataset: known.schema.name, schema: known.schema, columns: known.columns, rules: own,
      shelf: shelf, round: round)
    var findings = Findings()
    let input = file.taken(as: known.schema.name)
    let raw = try await IngestStage(
      datasets: [.init(name: known.schema.name, schema: known.schema)],
      rules: ReadingRules(rules.book, reading), jobs: jobs
    ).run([input], findings: &findings)
    let clean = try await NormalizeStage([plan], jobs: jobs).run(raw, findings: &findings)
    fill(&inspection, clean, findings, rules.book)
  }

  /// The rules that stand in `rules/` under the name that the schema has in `schemas/`.
  private func rules(of known: Known, _ file: inout RuleFile) throws -> [RuleSettings] {
    let path = "rules/" + known.path.dropFirst("schemas/".count)
    guard !known.path.isEmpty, shelf.paths.contains(path) else { return [] }
    let settings = try shelf.settings(named: Settings(.word(path), at: Place(file: path)))
    return try file.add(settings).filter { rule in
      try rule.settings["check"].map { NormalizeStage.checkNames.contains(try $0.word) } ?? false
    }
  }

  private func fill(
    _ inspection: inout Inspection, _ clean: CleanTables, _ findings: Findings, _ book: RuleBook
  ) {
    let table = clean.tables[0]
    let input = clean.inputs[0]
    inspection.container = input.container ?? inspection.container
    inspection.encoding = input.encoding ?? inspection.encoding
    inspection.stamp = input.stamp
    inspection.findings = broken(findings, table, book)
    if let refusal = input.refusal,
      let finding = findings.all.first(where: {
        book[$0].code == refusal
      })
    {
      inspection.refusal = (refusal, book[finding].sentence(language, facts: finding.facts.texts))
      return
    }
    for entry in clean.ledger.entries {
      inspection.entry.physical += entry.physical
      inspection.entry.title += entry.title
      inspection.entry.blank += entry.blank
      inspection.entry.total += entry.total
      inspection.entry.quarantined += entry.quarantined
      inspection.entry.accepted += entry.accepted
    }
    inspection.columns = table.schema.columns.indices.map { index in
      let column = table.schema.columns[index]
      return Inspection.Column(
        name: column.name, label: column.label, header: nil, place: nil, privacy: column.privacy,
        profile: ColumnProfile(table, column: index, audience: audience))
    }
    inspection.changes = clean.changes(of: 0)
    let rows = (0..<table.count).lazy.filter { table.accepted[$0] }.prefix(Self.sampleRows)
    inspection.sample = rows.map { row in
      zip(table.schema.columns, table.raw.columns).map { column, raw in
        Mask.masked(raw.string(row), of: column, for: audience)
      }
    }
    let reasons = Dictionary(grouping: table.quarantine) { $0.rule }
    inspection.quarantined = reasons.sorted { $0.key < $1.key }.map { rule, rows in
      Inspection.Broken(
        rule: book.rules[rule].code, title: book.rules[rule].title,
        severity: book.rules[rule].severity, count: rows.count,
        examples: rows.prefix(Self.exampleCount).map { "\(table.raw.origins[$0.row].row)" })
    }
  }

  /// The findings by rule, the gravest and the most frequent first.
  private func broken(
    _ findings: Findings, _ table: CleanTable, _ book: RuleBook
  ) -> [Inspection.Broken] {
    let groups = Dictionary(grouping: findings.all) { $0.rule }
    let all = groups.map { rule, found in
      Inspection.Broken(
        rule: book.rules[rule].code, title: book.rules[rule].title,
        severity: book.rules[rule].severity, count: found.count,
        examples: found.prefix(Self.exampleCount).map { sentence($0, table, book) })
    }
    return all.sorted {
      ($0.severity, -$0.count, $0.rule) < ($1.severity, -$1.count, $1.rule)
    }
  }

  /// Where a finding stands and what it says, its value masked.
  private func sentence(_ finding: Finding, _ table: CleanTable, _ book: RuleBook) -> String {
    var value = ""
    let origin: Origin
    switch finding.subject {
    case .input(let place): origin = place
    case .row(_, let row):
      origin = table.raw.origins[row]
      if let column = finding.column {
        value = Mask.masked(
          table.raw.columns[column].string(row), of: table.schema.columns[column],
          book[finding].privacy, for: audience)
      }
    }
    let column = finding.column.map { ":" + table.schema.columns[$0].title } ?? ""
    let row = origin.row > 0 ? "\(origin.row)\(column): " : ""
    let rule = book[finding]
    let facts = finding.facts.texts(
      of: table.schema, rule.privacy, for: audience, hidesValues: false)
    return row + rule.sentence(language, value: value, facts: facts)
  }
}

import Deduplicate
import Pipeline
import Settings
import Tables
import TestKit
import Testing

/// Every check of the room that has examples finds what they say, and nothing else.
@Suite struct CheckExampleTests {
  static let names = allChecks.filter { !$0.examples.isEmpty }.map { $0.name }

  @Test(arguments: names) func findsWhatItsExamplesSay(_ name: String) async throws {
    let type = try #require(allChecks.first { $0.name == name })
    #expect(!type.summary.isEmpty && type.examples.contains { !$0.finds.isEmpty })
    for example in type.examples {
      let found = try await Self.findings(of: name, example.settings, example)
      #expect(found == example.finds, "\(example.table)")
    }
  }

  private static func findings(
    of check: String, _ settings: Settings, _ example: CheckExample
  ) async throws -> [String] {
    var run = ExampleRun()
    run.add("example", example.table)
    for (name, table) in example.others.sorted(by: { $0.key < $1.key }) { run.add(name, table) }
    return try await run.findings(of: check, settings)
  }

  // MARK: Mistakes

  static let mistakes: [(String, Settings, String)] = [
    ("unique", .map(["within": "file"]), "missing key 'columns'"),
    (
      "unique", .map(["columns": "grade", "within": "day"]),
      "unknown reach 'day'; expected file, school or round"
    ),
    ("group-count", .map(["within": "school"]), "missing key 'least' or 'most'"),
    (
      "group-count", .map(["within": "school", "least": "3", "most": "2"]),
      "expected a number that is not below 'least', found '2'"
    ),
    (
      "reference", .map(["column": "grade", "dataset": "exampel"]),
      "unknown dataset 'exampel'; did you mean 'example'?"
    ),
    (
      "reference", .map(["column": "grade", "dataset": "example", "in": "grad"]),
      "unknown column 'grad'; did you mean 'grade'?"
    ),
  ]

  @Test(arguments: mistakes) func aMistakeIsToldBeforeAnyRow(
    _ check: String, _ settings: Settings, _ message: String
  ) async throws {
    var run = ExampleRun()
    run.add("example", "school_code,grade\n20010001,ป.1")
    let rows = run
    let error = await #expect(throws: SettingsError.self) {
      try await rows.findings(of: check, settings)
    }
    #expect(error?.message == message)
  }

  /// What a table of texts says of groups, the checks say by their codes.
  @Test(arguments: [1, 2, 3] as [UInt64]) func groupsAreThoseOfTheTexts(
    _ seed: UInt64
  ) async throws {
    var random = SeededGenerator(seed)
    let numbers = ["", "1", "01", "2", "-1"]
    let ids = ["", "1000000000009", "G644200000001", "0000000000001"]
    var rows: [[String]] = []
    for _ in 0..<400 {
      let school = String(20_010_001 + Int.random(in: 0..<4, using: &random))
      let grade = ["", "ป.1", "ป.2"].randomElement(using: &random) ?? ""
      let number = numbers.randomElement(using: &random) ?? ""
      rows.append([school, grade, number, ids.randomElement(using: &random) ?? ""])
    }
    var run = ExampleRun()
    run.add(
      "example",
      "school_code,grade,number:integer,id:identifier\n"
        + rows.map { $0.joined(separator: ",") }.joined(separator: "\n"))
    var first: [String: Int] = [:]
    var counts: [Int: Int] = [:]
    var repeated: [String] = []
    for (row, cells) in rows.enumerated() where !cells.contains("") {
      let key = "\(cells[0]) \(cells[1]) \(Int(cells[2]) ?? 0) \(cells[3])"
      if let known = first[key] { repeated.append("\(row + 1):grade:\(known + 2)") }
      let own = first[key] ?? row
      first[key] = own
      counts[own, default: 0] += 1
    }
    let columns: Settings = ["grade", "number", "id"]
    #expect(
      try await run.findings(of: "unique", .map(["columns": columns, "within": "school"]))
        == repeated)
    #expect(
      try await run.findings(
        of: "group-count", .map(["by": columns, "within": "school", "most": "2"]))
        == counts.filter { $0.value > 2 }.sorted { $0.key < $1.key }
        .map { "\($0.key + 1):id:\($0.value):2" })
  }

  /// A file that counts no more is not compared with the one that does.
  @Test func whatIsSetAsideIsNoRepetition() async throws {
    var run = ExampleRun()
    run.add(
      "example",
      """
      file,school_code,grade
      a.csv,20010001,ป.1
      b.csv,20010001,ป.1
      b.csv,20010001,ป.1
      """)
    #expect(
      try await run.findings(of: "unique", .map(["columns": "grade", "within": "school"]))
        == ["2:grade:2 (a.csv)", "3:grade:2 (a.csv)"])
    run.stamps["b.csv"] = "2026-06-01 00:00:00"
    #expect(
      try await run.findings(
        of: "unique", .map(["columns": "grade", "within": "school"]),
        beside: .map(["check": "school-files", "column": "school_code"])) == ["3:grade:3"])
  }
}

/// Tables written as text, on their way through the room.
private struct ExampleRun {
  private var tables: [CleanTable] = []
  private var files: [String] = []
  /// The stamps of files.
  var stamps: [String: String] = [:]

  /// The first row stands in row 2 of its file, as below a header.
  mutating func add(_ name: String, _ text: String) {
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
    }
    let columns = lines[0].map { head -> SchemaColumn in
      let parts = head.split(separator: ":").map { String($0) }
      let kind = parts.count > 1 ? SchemaColumn.Kind(rawValue: parts[1]) : .text
      return SchemaColumn(
        name: parts[0], label: LocalizedText(parts[0]), kind: kind ?? .text, headers: [parts[0]])
    }
    let schema = Schema(
      name: name, title: LocalizedText(name), columns: columns, minimumHeaders: 1)
    let file = schema.index(of: "file")
    var raw = RawTable(name: name, schema: schema)
    for (row, cells) in lines.dropFirst().enumerated() {
      let input = input(of: file.map { cells[$0] } ?? "\(name).csv")
      raw.origins.append(Origin(input: input, row: row + 2))
    }
    let cells = columns.indices.map { column in lines.dropFirst().map { $0[column] } }
    tables.append(
      CleanTable(raw: raw, columns: zip(columns, cells).map { Self.column($0.kind, $1) }))
  }

  private mutating func input(of file: String) -> Int {
    if let known = files.firstIndex(of: file) { return known }
    files.append(file)
    return files.count - 1
  }

  private static func column(_ kind: SchemaColumn.Kind, _ cells: [String]) -> CleanColumn {
    let text = TextColumn(cells)
    let values = (0..<UInt32(text.dictionary.count)).map { text.dictionary.string(of: $0) }
    switch kind {
    case .integer:
      var missing = Bitmap()
      for value in values { missing.append(Int(value) == nil) }
      return CleanColumn(
        .number(
          NumberColumn(
            rows: text.codes, values: values.map { Int($0) ?? 0 }, missing: missing, scale: 1)))
    case .identifier:
      let identifiers = IdentifierColumn(cells)
      return CleanColumn(
        .identifier(
          CleanIdentifierColumn(words: identifiers.words, meaning: [], texts: ByteDictionary())))
    default:
      return CleanColumn(
        .text(
          CodedColumn(
            rows: text.codes, meaning: values.indices.map { UInt32($0) },
            dictionary: text.dictionary)))
    }
  }

  /// What a check finds in the first table; what another one finds is not told.
  func findings(
    of check: String, _ settings: Settings, beside other: Settings? = nil
  ) async throws -> [String] {
    let place = settings.place
    let name = Settings(.word(check), at: place)
    let own = Settings(
      .map([(key: "check", keyPlace: place, value: name)] + (try settings.entries)), at: place)
    let rules = ([own] + [other].compactMap { $0 }).enumerated().map {
      RuleSettings(rule: $0, code: "rule-\($0)", settings: $1)
    }
    let plan = try DeduplicatePlan(
      dataset: tables[0].name, schema: tables[0].schema, linkedBy: nil, rules: rules,
      shelf: Shelf(texts: [:]), at: place)
    try plan.validate(
      among: Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0.schema) }))
    let others = try tables.dropFirst().map {
      try DeduplicatePlan(
        dataset: $0.name, schema: $0.schema, linkedBy: nil, rules: [], shelf: Shelf(texts: [:]),
        at: place)
    }
    let inputs = files.map { file in
      var report = InputReport(path: file, dataset: tables[0].name)
      report.stamp = stamps[file]
      return report
    }
    var ledger = Ledger()
    ledger.entries = files.indices.map {
      LedgerEntry(input: $0, sheet: 0, dataset: tables[0].name)
    }
    var findings = Findings()
    _ = try await DeduplicateStage(plans: [plan] + others, register: nil).run(
      CleanTables(tables: tables, inputs: inputs, ledger: ledger), findings: &findings)
    return findings.all.filter { $0.rule == 0 }.map { line($0) }
  }

  private func line(_ finding: Finding) -> String {
    guard case .row(_, let row) = finding.subject else { return "?" }
    let column = finding.column.map { [tables[0].schema.columns[$0].name] } ?? []
    return (["\(row + 1)"] + column + finding.facts.texts).joined(separator: ":")
  }
}

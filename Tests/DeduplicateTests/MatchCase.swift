import Deduplicate
import Pipeline
import Settings
import Tables
import TestKit

/// Tables written as text, and a model written as YAML, on their way through the matcher.
struct MatchCase {
  let model: String
  var jobs = 1
  /// The first is the one whose rows are compared, the others those that it is compared with.
  private(set) var tables: [CleanTable] = []

  /// A header of `name` or `name:kind`, then a row a line; a date is YYYY-MM-DD, a flag `1` or `0`.
  init(_ model: String, _ table: String, against others: [String] = [], jobs: Int = 1) {
    self.model = model
    self.jobs = jobs
    for (place, text) in ([table] + others).enumerated() { add("table-\(place)", text) }
  }

  private mutating func add(_ name: String, _ text: String) {
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
    }
    let columns = lines[0].map { head -> SchemaColumn in
      let parts = head.split(separator: ":").map { String($0) }
      let kind = parts.count > 1 ? SchemaColumn.Kind(rawValue: parts[1]) : .text
      return SchemaColumn(
        name: parts[0], label: LocalizedText(parts[0]), kind: kind ?? .text, headers: [parts[0]])
    }
    var raw = RawTable(
      name: name,
      schema: Schema(
        name: name, title: LocalizedText(name), columns: columns, minimumHeaders: 1))
    for row in 1..<lines.count { raw.origins.append(Origin(input: tables.count, row: row + 1)) }
    let cells = columns.indices.map { column in lines.dropFirst().map { $0[column] } }
    tables.append(
      CleanTable(raw: raw, columns: zip(columns, cells).map { Self.column($0.kind, $1) }))
  }

  private static func column(_ kind: SchemaColumn.Kind, _ cells: [String]) -> CleanColumn {
    let text = TextColumn(cells)
    let values = (0..<UInt32(text.dictionary.count)).map { text.dictionary.string(of: $0) }
    var (missing, flags) = (Bitmap(), Bitmap())
    for value in values {
      missing.append(value.isEmpty)
      flags.append(value == "1")
    }
    switch kind {
    case .identifier:
      let identifiers = IdentifierColumn(cells)
      return CleanColumn(
        .identifier(
          CleanIdentifierColumn(
            words: identifiers.words,
            meaning: (0..<identifiers.exceptions.count).map {
              PackedIdentifier(form: .other, length: 0, value: UInt64($0))
            }, texts: identifiers.exceptions)))
    case .date:
      let days = values.map { Day(iso: $0) ?? Day(number: 0) }
      return CleanColumn(.date(DateColumn(rows: text.codes, days: days, missing: missing)))
    case .flag:
      return CleanColumn(.flag(FlagColumn(rows: text.codes, flags: flags, missing: missing)))
    default:
      return CleanColumn(
        .text(
          CodedColumn(
            rows: text.codes, meaning: values.indices.map { UInt32($0) },
            dictionary: text.dictionary)))
    }
  }

  // MARK: Running

  private static let shelf = Shelf.files { path in
    path.hasPrefix("codes/") ? try ProjectFiles.text("pipelines/" + path) : nil
  }

  private func stage(_ rules: [Settings] = []) throws -> DeduplicateStage {
    let plan = try DeduplicatePlan(
      dataset: tables[0].name, schema: tables[0].schema,
      model: YAMLFile.settings(model, file: "model.yaml"),
      against: tables.dropFirst().map { $0.name },
      rules: rules.enumerated().map {
        RuleSettings(rule: $0, code: "rule-\($0)", settings: $1)
      }, shelf: Self.shelf)
    return DeduplicateStage(plans: [plan], register: nil, jobs: jobs)
  }

  private var clean: CleanTables {
    CleanTables(
      tables: tables, inputs: tables.map { InputReport(path: "\($0.name).csv", dataset: $0.name) },
      ledger: Ledger())
  }

  func links() async throws -> Links { try await stage().match(clean).links[0] }

  /// What rules of the room find.
  func findings(_ rules: [Settings]) async throws -> [Finding] {
    var findings = Findings()
    _ = try await stage(rules).run(clean, findings: &findings)
    return findings.all
  }

  /// What is said of two rows of the first table, from 1; or of one there and one of the second table.
  func explain(
    _ left: Int, _ right: Int, of table: Int = 0
  ) async throws -> MatchExplanation? {
    try await stage().explain(
      RowReference(dataset: 0, row: left - 1), RowReference(dataset: table, row: right - 1),
      in: clean)
  }

  /// The level of a comparison of two rows, from 1.
  func level(_ comparison: String, _ left: Int, _ right: Int) async throws -> String? {
    try await explain(left, right)?.evidence.items.first { $0.comparison == comparison }?.level
  }
}

import Ingest
import Settings
import Tables

/// Reads files in memory with any schema, and shows what came of it as text.
struct SchemaReading {
  let tables: RawTables
  /// `rule:row:column`, with `#sheet` behind the rule when it is not the first.
  let findings: [String]
  private let schema: Schema

  init(_ files: [InputFile], schema: Schema, jobs: Int = 1) async throws {
    var book = RuleBook()
    for rule in ReadingRule.allCases {
      _ = book.add(
        Rule(
          code: rule.rawValue, title: LocalizedText(""), severity: .error,
          message: LocalizedText(""), source: ""))
    }
    let stage = IngestStage(
      datasets: [.init(name: "table", schema: schema)], rules: try ReadingRules(book), jobs: jobs,
      smallestStretch: 1000)
    var found = Findings()
    tables = try await stage.run(files, findings: &found)
    findings = found.all.map { finding in
      guard case .input(let origin) = finding.subject else { return "?" }
      let sheet = origin.sheet > 0 ? "#\(origin.sheet)" : ""
      let row = origin.row > 0 ? ":\(origin.row)" : ""
      let column = finding.column.map { ":" + schema.columns[$0].name } ?? ""
      return book[finding].code + sheet + row + column
    }
    self.schema = schema
  }

  init(_ text: String, schema: Schema) async throws {
    try await self.init(
      [InputFile(path: "a.csv", dataset: "table", bytes: Array(text.utf8))], schema: schema)
  }

  var count: Int { tables.tables[0].count }
  var entry: LedgerEntry { tables.ledger.entries[0] }

  /// In each row `name=text` for the cells that are not empty.
  var lines: [String] {
    let table = tables.tables[0]
    return (0..<table.count).map { row in
      zip(schema.columns, table.columns).compactMap { column, cells in
        let text = cells.string(row)
        return text.isEmpty ? nil : column.name + "=" + text
      }.joined(separator: " | ")
    }
  }
}

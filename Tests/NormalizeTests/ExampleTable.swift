import Growth
import Normalize
import Settings
import Tables

/// A table written as text, as it would have come from the room before.
///
/// The first line names the columns as `name`, `name:kind` or `name:kind:cleaner`; then a row a line,
/// cells separated by commas.
struct ExampleTable {
  let schema: Schema
  /// The schema's `columns:`, as its file would say it.
  let columns: Settings
  var raw: RawTables

  init(_ text: String, name: String = "example", stamp: String? = nil) throws {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let heads = lines[0].split(separator: ",").map { $0.split(separator: ":").map { String($0) } }
    schema = Schema(
      name: name, title: LocalizedText(name), columns: heads.map { Self.column($0) },
      minimumHeaders: 1)
    let place = Place(file: "schema.yaml")
    columns = Settings(
      .map(
        heads.map { head in
          let cleaners = head.dropFirst(2).map { Settings(.word($0), at: place) }
          let clean = Settings(.list(Array(cleaners)), at: place)
          return (key: head[0], keyPlace: place, value: .map(["clean": clean]))
        }), at: place)
    raw = Self.tables(schema, Array(lines.dropFirst()), stamp: stamp)
  }

  private static func column(_ head: [String]) -> SchemaColumn {
    let kind = head.count > 1 ? SchemaColumn.Kind(rawValue: head[1]) : .text
    return SchemaColumn(
      name: head[0], label: LocalizedText(head[0]), kind: kind ?? .text, headers: [head[0]])
  }

  /// One file with a header and these rows, the first of them in row 2 of its sheet.
  private static func tables(_ schema: Schema, _ rows: [Substring], stamp: String?) -> RawTables {
    var table = RawTable(name: schema.name, schema: schema)
    for (row, line) in rows.enumerated() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      for column in schema.columns.indices {
        let cell = column < cells.count ? Array(cells[column].utf8) : []
        table.columns[column].append(cell.span)
      }
      table.origins.append(Origin(input: 0, row: row + 2))
    }
    var report = InputReport(path: "example.csv", dataset: schema.name)
    report.stamp = stamp
    var ledger = Ledger()
    var entry = LedgerEntry(input: 0, sheet: 0, dataset: schema.name)
    (entry.physical, entry.title, entry.accepted) = (rows.count + 1, 1, rows.count)
    ledger.entries = [entry]
    return RawTables(tables: [table], inputs: [report], ledger: ledger)
  }

  /// The room's plan for the table with these rules, which stand in the rule book from 0 on.
  func plan(
    rules: [(code: String, settings: Settings)] = [], shelf: Shelf = Shelf(texts: [:]),
    growth: String? = nil
  ) throws -> NormalizePlan {
    try NormalizePlan(
      dataset: schema.name, schema: schema, columns: columns,
      rules: rules.enumerated().map { place, rule in
        RuleSettings(rule: place, code: rule.code, settings: rule.settings)
      }, shelf: shelf, round: .example,
      growth: growth.map { try GrowthReference(csv: $0, file: "growth.csv") })
  }
}

extension Round {
  /// The first round of 2569, whose day is 10 June 2026.
  static let example = Round(
    system: "dmc", year: 2569, term: 1, title: LocalizedText("2569/1"),
    asOf: Day(number: 20_614), opens: Day(number: 20_589), closes: Day(number: 20_614))
}

extension Findings {
  /// `row:column` with the facts behind, rows counted from 1; `row` when the whole row is meant, and
  /// `sheet` for the rows of a file.
  func lines(_ schema: Schema) -> [String] {
    all.map { finding in
      let place =
        switch finding.subject {
        case .row(_, let row): "\(row + 1)"
        case .input: "sheet"
        }
      let column = finding.column.map { [schema.columns[$0].name] } ?? []
      return ([place] + column + finding.facts.texts).joined(separator: ":")
    }
  }
}

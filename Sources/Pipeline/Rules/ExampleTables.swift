internal import Tables

/// The tables of a run that hold nothing but an example, as Ingest would have handed them on.
struct ExampleTables {
  /// Nil when the datasets lack a column that the example names.
  private(set) var raw: RawTables?

  init(
    _ example: RuleExample, usual: RuleExample.Row, plan: Plan, dataset: String
  ) {
    var raw = RawTables(
      tables: plan.datasets.map { RawTable(name: $0.name, schema: $0.schema) }, inputs: [],
      ledger: Ledger())
    var files = example.files.map { (path: $0.name, dataset: dataset, rows: $0.rows, usual: usual) }
    files += example.others.map {
      let other = $0.dataset == "register" ? plan.register ?? "" : $0.dataset
      return (path: $0.dataset + ".csv", dataset: other, rows: $0.rows, usual: [])
    }
    for file in files {
      guard let index = raw.tables.firstIndex(where: { $0.name == file.dataset }),
        raw.tables[index].append(file.rows, usual: file.usual, input: raw.inputs.count)
      else { return }
      var entry = LedgerEntry(input: raw.inputs.count, sheet: 0, dataset: file.dataset)
      (entry.physical, entry.title, entry.accepted) = (file.rows.count + 1, 1, file.rows.count)
      raw.ledger.entries.append(entry)
      raw.inputs.append(InputReport(path: file.path, dataset: file.dataset))
    }
    self.raw = raw
  }
}

extension RawTable {
  /// Appends rows, with the usual in the columns that they do not name; false if one is no column.
  fileprivate mutating func append(
    _ rows: [RuleExample.Row], usual: RuleExample.Row, input: Int
  ) -> Bool {
    for (number, row) in rows.enumerated() {
      guard row.allSatisfy({ schema.index(of: $0.column) != nil }) else { return false }
      for (index, column) in schema.columns.enumerated() {
        let cell = Array(((usual + row).last { $0.column == column.name }?.value ?? "").utf8)
        columns[index].append(cell.span)
      }
      origins.append(Origin(input: input, row: number + 2))
    }
    return true
  }
}

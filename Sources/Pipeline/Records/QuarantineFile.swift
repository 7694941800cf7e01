internal import Tables

/// `quarantine.csv`: the rows that could not be placed, with why, and what they hold.
enum QuarantineFile {
  /// The cells of a row stand in the order of the schema, with a bar between them.
  static func bytes(_ clean: CleanTables, _ book: RuleBook, for audience: Audience) -> [UInt8] {
    var csv = CSVText(header: "file,sheet,row,reason,raw")
    for table in clean.tables {
      for row in table.quarantine.sorted(by: { $0.row < $1.row }) {
        let origin = table.raw.origins[row.row]
        let input = clean.inputs[origin.input]
        let cells = zip(table.schema.columns, table.raw.columns).map { column, raw in
          Mask.masked(raw.string(row.row), of: column, for: audience)
        }
        csv.append([
          input.path, input.sheet(origin.sheet), String(origin.row), book.rules[row.rule].code,
          cells.joined(separator: " | "),
        ])
      }
    }
    return csv.bytes
  }
}

/// A dataset after cleaning, with the raw one beside it.
package struct CleanTable: Sendable {
  package let raw: RawTable
  /// In the order of the schema.
  package let columns: [CleanColumn]
  /// The rows that are kept; the others are in quarantine.
  package var accepted: Bitmap
  package var quarantine: [QuarantinedRow] = []
  /// What the cleaners changed, by column and file.
  package var changes: [ChangeCount] = []

  package init(raw: RawTable, columns: [CleanColumn]) {
    self.raw = raw
    self.columns = columns
    accepted = Bitmap(count: raw.count, repeating: true)
  }

  package var name: String { raw.name }
  package var schema: Schema { raw.schema }
  package var count: Int { raw.count }

  package subscript(column: String) -> CleanColumn? {
    schema.index(of: column).map { columns[$0] }
  }

  package mutating func quarantine(_ row: Int, because rule: Int) {
    guard accepted[row] else { return }
    accepted[row] = false
    quarantine.append(QuarantinedRow(row: row, rule: rule))
  }
}

/// A row that cannot be placed, and the rule that says why.
package struct QuarantinedRow: Sendable {
  package let row: Int
  package let rule: Int

  package init(row: Int, rule: Int) {
    self.row = row
    self.rule = rule
  }
}

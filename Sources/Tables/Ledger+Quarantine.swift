extension Ledger {
  /// Counts rows of a table, which were put in quarantine, as such and no longer as accepted.
  package mutating func quarantine(_ rows: [QuarantinedRow], of table: CleanTable) {
    var entryOfSheet: [Origin: Int] = [:]
    for row in rows {
      var sheet = table.raw.origins[row.row]
      sheet.row = 0
      let known = entryOfSheet[sheet] ?? entry(input: sheet.input, sheet: sheet.sheet)
      guard let known else { preconditionFailure("a row's sheet is not in the ledger") }
      entryOfSheet[sheet] = known
      entries[known].accepted -= 1
      entries[known].quarantined += 1
    }
  }
}

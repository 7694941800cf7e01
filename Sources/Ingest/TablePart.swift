internal import Tables

/// What was read of one sheet, or of one stretch of a large file, before it joins its table.
struct TablePart: Sendable {
  /// In the order of the schema, in the file's own encoding; nil where the file lacks the column.
  var columns: [RawColumn?]
  var origins = RowOrigins()
  var entry: LedgerEntry
  var findings = Findings()
  /// How the text of the columns is to be read.
  var encoding = TextEncoding.utf8
  /// The rows of totals, for the columns that the schema says add up.
  private(set) var totals: [TotalRow] = []
  var headerRow: Int?
  /// The rows above the header.
  var titles: [[String]] = []
  /// What the rows say that are set aside as notes.
  private(set) var notes: [String] = []
  var stamp: String?
  /// The stretch ended inside a quoted field, so that it was cut at the wrong place.
  var endedInsideQuotes = false

  init(schema: Schema, fields: [Int?], entry: LedgerEntry) {
    columns = zip(schema.columns, fields).map { column, field in
      field == nil ? nil : RawColumn(column.kind)
    }
    self.entry = entry
  }

  private static let mostNotes = 20
  /// One for every four grades of all schools of the nation.
  private static let mostTotals = 200_000
  /// Three times the pupils of the nation.
  private static let mostRows = 20_000_000
  private static let mostFindings = 1_000_000

  /// Throws `Refusal` when there are more rows, or more rows that do not fit the header, than any export
  /// has: otherwise a file of line ends would take all memory.
  func checkBounds() throws {
    guard entry.physical <= Self.mostRows else {
      throw Refusal(.fileTooLarge, "more than \(Self.mostRows) rows")
    }
    guard findings.all.count <= Self.mostFindings else {
      throw Refusal(.fileDamaged, "more than \(Self.mostFindings) rows do not fit the header")
    }
  }

  /// Keeps what a row of totals says; `text` gives the cell of a column of the schema.
  mutating func addTotal(_ origin: Origin, _ schema: Schema, text: (Int) -> [UInt8]) {
    entry.total += 1
    guard !schema.addedColumns.isEmpty, totals.count < Self.mostTotals else { return }
    let numbers = schema.addedColumns.map {
      CellNumber.addend(CellNumber.text(text($0), encoding))
    }
    totals.append(TotalRow(origin: origin, rowsAbove: origins.count, numbers: numbers))
  }

  mutating func addNote(_ text: String) {
    if notes.count < Self.mostNotes { notes.append(text) }
  }

  /// Looks for the stamp in the notes when the rows above have none.
  mutating func stampFromNotes(words: [String]) {
    if stamp == nil { stamp = Stamp.find(in: [notes], words: words) }
  }

  /// Joins the next stretch of the same sheet; its rows follow this one's.
  mutating func join(_ next: TablePart) {
    for index in columns.indices {
      if let more = next.columns[index] { columns[index]?.append(more) }
    }
    stamp = stamp ?? next.stamp
    for var total in next.totals {
      total.origin.row += entry.physical
      total.rowsAbove += origins.count
      totals.append(total)
    }
    origins.append(next.origins, shiftedBy: entry.physical)
    for finding in next.findings.all { findings.append(finding.shifted(by: entry.physical)) }
    entry.physical += next.entry.physical
    entry.title += next.entry.title
    entry.blank += next.entry.blank
    entry.total += next.entry.total
    entry.accepted += next.entry.accepted
  }
}

extension Finding {
  fileprivate func shifted(by rows: Int) -> Finding {
    guard case .input(var origin) = subject, origin.row > 0 else { return self }
    origin.row += rows
    return Finding(rule: rule, subject: .input(origin), column: column, facts: facts)
  }
}

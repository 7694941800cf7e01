internal import Tables

/// Reads the sheets of a file of cells that hold the schema's table; other sheets are passed over.
struct WorkbookReader {
  private let book: any CellBook
  private let schema: Schema
  private let rules: ReadingRules
  private let origin: Origin
  private let dataset: String
  /// The sheets that are looked at; nil for all.
  private let sheets: Set<Int>?

  init(
    _ book: any CellBook, schema: Schema, rules: ReadingRules, origin: Origin, dataset: String,
    sheets: Set<Int>? = nil
  ) {
    self.book = book
    self.schema = schema
    self.rules = rules
    self.origin = origin
    self.dataset = dataset
    self.sheets = sheets
  }

  /// One part for each visible sheet with a header; refused when none has one.
  ///
  /// A sheet of a workbook that holds rows but cannot be used is told; the tables that lay out a page
  /// are not. The rows of both stand in the ledger. A table around others is taken only when none
  /// of those can be used.
  func read() throws -> [TablePart] {
    let finder = HeaderFinder(schema)
    var found: [Found] = []
    var unused: [TablePart] = []
    var lacking: Refusal?
    for (index, sheet) in book.sheets.enumerated() where sheets?.contains(index) ?? true {
      var head = HeadSink(sharedStrings: book.sharedStrings)
      try book.read(sheet: index, into: &head)
      let header = finder.find(head.rows)
      let column = header.flatMap { finder.missing($0, requiredOnly: true).first }
      if let header, column == nil, !sheet.isHidden {
        found.append(Found(sheet: index, header: header, head: head.rows))
      } else if head.rows.contains(where: { !$0.isEmpty }) {
        let refusal = header.flatMap { header in
          column.map { finder.refusal(lacking: $0, in: header) }
        }
        lacking = lacking ?? refusal
        unused.append(try self.unused(index, refusal))
      }
    }
    guard !found.isEmpty else { throw refusal(lacking) }
    let inner = found.filter { !book.sheets[$0.sheet].isLayout }
    let parts = try (inner.isEmpty ? found : inner).map { try read($0.sheet, $0.header, $0.head) }
    guard !inner.isEmpty else { return parts + unused }
    let outer = found.filter { book.sheets[$0.sheet].isLayout }
    return try parts + unused + outer.map { try self.unused($0.sheet, nil) }
  }

  /// A sheet with a header.
  private struct Found {
    let sheet: Int
    let header: HeaderMatch
    let head: [[String]]
  }

  /// Why no sheet can be used.
  private func refusal(_ lacking: Refusal?) -> Refusal {
    if let lacking { return lacking }
    if let words = book.words.flatMap({ rules.missingPageWords(in: $0) }) {
      return Refusal(.pageMissing, words)
    }
    return Refusal(.headerMissing)
  }

  /// What is said of a sheet that is not read: its rows count as titles.
  private func unused(_ sheet: Int, _ lacking: Refusal?) throws -> TablePart {
    var place = origin
    place.sheet = sheet
    var counter = RowCounter()
    try book.read(sheet: sheet, into: &counter)
    var entry = LedgerEntry(input: origin.input, sheet: sheet, dataset: dataset)
    entry.physical = counter.rows
    entry.title = counter.rows
    var part = TablePart(schema: schema, fields: schema.columns.map { _ in nil }, entry: entry)
    if let lacking {
      part.findings.append(rules.finding(lacking.rule, place, facts: .text(lacking.detail)))
    } else if book.words == nil, !schema.passesOverRest {
      part.findings.append(rules.finding(.sheetUnused, place, facts: .number(counter.rows)))
    }
    return part
  }

  private func read(
    _ sheet: Int, _ header: HeaderMatch, _ head: [[String]]
  ) throws -> TablePart {
    var place = origin
    place.sheet = sheet
    let entry = LedgerEntry(input: origin.input, sheet: sheet, dataset: dataset)
    var part = TablePart(schema: schema, fields: header.fields, entry: entry)
    part.headerRow = header.row
    part.titles = Array(head.prefix(header.row - 1))
    part.stamp = Stamp.find(in: head, words: schema.stampWords)
    HeaderReport(finder: HeaderFinder(schema), schema: schema, rules: rules)
      .report(header, origin: place, findings: &part.findings)
    let headerCell = head[header.row - 1].first { !$0.isEmpty } ?? ""
    let sorter = RowSorter(schema: schema, headerCell: headerCell, encoding: .utf8)
    let sink = { (merged: [CellRange]) in
      TableSink(
        part: part, header: header, origin: place, rules: rules, sorter: sorter,
        sharedStrings: book.sharedStrings, merged: merged)
    }
    var first = sink([])
    try book.read(sheet: sheet, into: &first)
    guard !first.lateRanges.isEmpty else { return tellHidden(first, place) }
    var second = sink(first.lateRanges)
    try book.read(sheet: sheet, into: &second)
    return tellHidden(second, place)
  }

  private func tellHidden(_ sink: TableSink, _ place: Origin) -> TablePart {
    var part = sink.part
    part.stampFromNotes(words: schema.stampWords)
    if sink.hiddenRows > 0 {
      part.findings.append(rules.finding(.rowsHidden, place, facts: .number(sink.hiddenRows)))
    }
    return part
  }
}

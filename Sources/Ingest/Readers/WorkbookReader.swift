internal import Tables

/// Reads the sheets of a file of cells that hold the schema's table; other sheets are passed over.
struct WorkbookReader {
  private let book: any CellBook
  private let schema: Schema
  private let rules: ReadingRules
  private let origin: Origin
  private let dataset: String

  init(
    _ book: any CellBook, schema: Schema, rules: ReadingRules, origin: Origin, dataset: String
  ) {
    self.book = book
    self.schema = schema
    self.rules = rules
    self.origin = origin
    self.dataset = dataset
  }

  /// One part for each visible sheet with a header; refused when none has one.
  ///
  /// A sheet that holds rows but cannot be used is told, and its rows stand in the ledger.
  func read() throws -> [TablePart] {
    let finder = HeaderFinder(schema)
    var parts: [TablePart] = []
    var unused: [TablePart] = []
    var lacking: Int?
    for (index, sheet) in book.sheets.enumerated() {
      var head = HeadSink(sharedStrings: book.sharedStrings)
      try book.read(sheet: index, into: &head)
      let header = finder.find(head.rows)
      let column = header.flatMap { finder.missing($0, requiredOnly: true).first }
      if let header, column == nil, !sheet.isHidden {
        parts.append(try read(index, header, head.rows))
      } else if head.rows.contains(where: { !$0.isEmpty }) {
        lacking = lacking ?? column
        unused.append(try self.unused(index, column))
      }
    }
    if parts.isEmpty, let lacking {
      throw Refusal(.columnRequired, schema.columns[lacking].title)
    }
    guard !parts.isEmpty else { throw Refusal(.headerMissing) }
    return parts + unused
  }

  /// What is said of a sheet that is not read: its rows count as titles.
  private func unused(_ sheet: Int, _ lacking: Int?) throws -> TablePart {
    var place = origin
    place.sheet = sheet
    var counter = RowCounter()
    try book.read(sheet: sheet, into: &counter)
    var entry = LedgerEntry(input: origin.input, sheet: sheet, dataset: dataset)
    entry.physical = counter.rows
    entry.title = counter.rows
    var part = TablePart(schema: schema, fields: schema.columns.map { _ in nil }, entry: entry)
    let finding =
      if let lacking {
        rules.finding(.columnRequired, place, facts: .text(schema.columns[lacking].title))
      } else {
        rules.finding(.sheetUnused, place, facts: .number(counter.rows))
      }
    part.findings.append(finding)
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

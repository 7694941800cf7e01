internal import Containers
internal import Tables

/// Reads the sheets of a workbook that hold the schema's table; other sheets are passed over.
struct WorkbookReader {
  private let workbook: XLSXWorkbook
  private let schema: Schema
  private let rules: ReadingRules
  private let origin: Origin
  private let dataset: String

  init(
    _ source: ByteSource, schema: Schema, rules: ReadingRules, origin: Origin, dataset: String
  ) throws {
    workbook = try XLSXWorkbook(source)
    self.schema = schema
    self.rules = rules
    self.origin = origin
    self.dataset = dataset
  }

  var sheetNames: [String] { workbook.sheets.map { $0.name } }

  /// One part for each visible sheet with a header; refused when none has one.
  ///
  /// A sheet that holds rows but cannot be used is told, and its rows stand in the ledger.
  func read() throws -> [TablePart] {
    let finder = HeaderFinder(schema)
    var parts: [TablePart] = []
    var unused: [TablePart] = []
    var lacking: Int?
    for (index, sheet) in workbook.sheets.enumerated() {
      var head = HeadSink(sharedStrings: workbook.sharedStrings)
      try workbook.read(sheet, into: &head)
      let header = finder.find(head.rows)
      let column = header.flatMap { finder.missing($0, requiredOnly: true).first }
      if let header, column == nil, !sheet.isHidden {
        parts.append(try read(sheet, index, header, head.rows))
      } else if head.rows.contains(where: { !$0.isEmpty }) {
        lacking = lacking ?? column
        unused.append(try self.unused(sheet, index, column))
      }
    }
    if parts.isEmpty, let lacking {
      throw Refusal(.columnRequired, schema.columns[lacking].headers[0])
    }
    guard !parts.isEmpty else { throw Refusal(.headerMissing) }
    return parts + unused
  }

  /// What is said of a sheet that is not read: its rows count as titles.
  private func unused(
    _ sheet: XLSXWorkbook.Sheet, _ index: Int, _ lacking: Int?
  ) throws -> TablePart {
    var place = origin
    place.sheet = index
    var counter = RowCounter()
    try workbook.read(sheet, into: &counter)
    var entry = LedgerEntry(input: origin.input, sheet: index, dataset: dataset)
    entry.physical = counter.rows
    entry.title = counter.rows
    var part = TablePart(schema: schema, fields: schema.columns.map { _ in nil }, entry: entry)
    let finding =
      if let lacking {
        rules.finding(.columnRequired, place, facts: .text(schema.columns[lacking].headers[0]))
      } else {
        rules.finding(.sheetUnused, place, facts: .number(counter.rows))
      }
    part.findings.append(finding)
    return part
  }

  private func read(
    _ sheet: XLSXWorkbook.Sheet, _ index: Int, _ header: HeaderMatch, _ head: [[String]]
  ) throws -> TablePart {
    var place = origin
    place.sheet = index
    let entry = LedgerEntry(input: origin.input, sheet: index, dataset: dataset)
    var part = TablePart(schema: schema, fields: header.fields, entry: entry)
    part.headerRow = header.row
    part.stamp = Stamp.find(in: head.prefix(header.row), words: schema.stampWords)
    HeaderReport(finder: finder, schema: schema, rules: rules)
      .report(header, origin: place, findings: &part.findings)
    let headerCell = head[header.row - 1].first { !$0.isEmpty } ?? ""
    var sink = TableSink(
      part: part, header: header, origin: place, rules: rules,
      sorter: RowSorter(schema: schema, headerCell: headerCell, encoding: .utf8),
      sharedStrings: workbook.sharedStrings)
    try workbook.read(sheet, into: &sink)
    return sink.part
  }

  private var finder: HeaderFinder { HeaderFinder(schema) }
}

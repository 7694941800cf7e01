internal import Containers
internal import Tables

/// Reads a page of labels and values: each record of the page becomes a row.
struct PageReader {
  private let page: PageTree
  private let schema: Schema
  private let rules: ReadingRules
  private let origin: Origin
  private let dataset: String
  private let finder: HeaderFinder
  private let records: XPath
  private let labels: PageLabels?
  private let paths: [XPath?]

  /// Nil when the schema knows no such page.
  init?(
    _ page: PageTree, schema: Schema, rules: ReadingRules, origin: Origin, dataset: String
  ) throws {
    guard let layout = schema.page else { return nil }
    self.page = page
    self.schema = schema
    self.rules = rules
    self.origin = origin
    self.dataset = dataset
    finder = HeaderFinder(schema)
    records = try XPath(layout.records, givesNodes: true)
    labels = try PageLabels(layout, noteWords: schema.noteWords)
    paths = try schema.columns.map { try $0.path.map { try XPath($0) } }
  }

  /// One part with a row for each record; refused when the page holds none of the schema's records.
  func read() throws -> TablePart {
    let nodes = try page.nodes(records)
    var header = PageHeader(columns: schema.columns.count)
    let rows = try nodes.map { try row(of: $0, &header) }
    let match = header.match
    guard match.found >= schema.minimumHeaders else {
      throw Refusal(.recordMissing, schema.title.thai)
    }
    if let column = finder.missing(match, requiredOnly: true).first {
      throw Refusal(.columnRequired, schema.columns[column].title)
    }
    let entry = LedgerEntry(input: origin.input, sheet: 0, dataset: dataset)
    var part = TablePart(schema: schema, fields: match.fields, entry: entry)
    HeaderReport(finder: finder, schema: schema, rules: rules)
      .report(match, origin: origin, findings: &part.findings)
    for row in rows { append(row, to: &part) }
    return part
  }

  /// The value of every column in one record; nil where the record has no such label.
  private func row(of record: PageNode, _ header: inout PageHeader) throws -> [String?] {
    var row = [String?](repeating: nil, count: schema.columns.count)
    if let labels {
      let found = try labels.read(record)
      let match = header.match(of: found, by: finder)
      for (column, field) in match.fields.enumerated() {
        if let field { row[column] = found.values[field] }
      }
    }
    for (column, path) in paths.enumerated() {
      guard let path else { continue }
      // A path knows better than a label what belongs to a value.
      row[column] = PageLabels.collapsed(try record.text(path))
      if row[column] != "" { header.found(column) }
    }
    return row
  }

  private func append(_ row: [String?], to part: inout TablePart) {
    part.entry.physical += 1
    guard row.contains(where: { !($0 ?? "").isEmpty }) else {
      part.entry.blank += 1
      return
    }
    part.entry.accepted += 1
    var place = origin
    place.row = part.entry.physical
    part.origins.append(place)
    for (column, value) in row.enumerated() where part.columns[column] != nil {
      let text = Array((value ?? "").utf8)
      part.columns[column]?.append(text.span)
      if value?.unicodeScalars.contains("\u{FFFD}") ?? false {
        part.findings.append(rules.finding(.byteUndefined, place, column: column))
      }
    }
  }
}

/// What the labels of all records of a page mean together.
private struct PageHeader {
  private var fields: [Int?]
  private var unknown: [(header: String, field: Int)] = []
  private var renamed: [(header: String, column: Int)] = []
  /// The records of a page mostly have the same labels, so the last meaning is kept.
  private var last: (labels: PageLabels.Found, match: HeaderMatch)?

  init(columns: Int) { fields = Array(repeating: nil, count: columns) }

  mutating func found(_ column: Int) { fields[column] = 0 }

  mutating func match(of found: PageLabels.Found, by finder: HeaderFinder) -> HeaderMatch {
    if let last, last.labels.labels == found.labels, last.labels.sections == found.sections {
      return last.match
    }
    let match = finder.match(
      sections: found.sections, labels: found.labels, values: found.values)
    for (column, field) in match.fields.enumerated() where field != nil { self.found(column) }
    for entry in match.unknown where !unknown.contains(where: { $0.header == entry.header }) {
      unknown.append(entry)
    }
    for entry in match.renamed where !renamed.contains(where: { $0.header == entry.header }) {
      renamed.append(entry)
    }
    last = (found, match)
    return match
  }

  /// As if the page were a table of one header; its row is 0, the whole page.
  var match: HeaderMatch {
    HeaderMatch(
      row: 0, fields: fields, width: 0, unknown: unknown, renamed: renamed, numbers: [])
  }
}

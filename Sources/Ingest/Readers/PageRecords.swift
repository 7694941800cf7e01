internal import Containers
internal import Tables

/// The records that a page of labels and values holds for a schema.
struct PageRecords {
  let finder: HeaderFinder
  private let page: PageTree
  private let schema: Schema
  private let records: XPath
  private let labels: PageLabels?
  private let paths: [XPath?]

  /// Nil when the schema knows no such page.
  init?(_ page: PageTree, schema: Schema) throws {
    guard let layout = schema.page else { return nil }
    self.page = page
    self.schema = schema
    finder = HeaderFinder(schema)
    records = try XPath(layout.records, givesNodes: true)
    labels = try PageLabels(layout, noteWords: schema.noteWords)
    paths = try schema.columns.map { try $0.path.map { try XPath($0) } }
  }

  /// The values of every record, and which columns they hold as a header would tell it.
  func read() throws -> (match: HeaderMatch, rows: [[String?]]) {
    var header = PageHeader(columns: schema.columns.count)
    let rows = try page.nodes(records).map { try row(of: $0, &header) }
    return (header.match, rows)
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
}

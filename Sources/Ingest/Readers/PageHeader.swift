internal import Tables

/// What the labels of all records of a page mean together.
struct PageHeader {
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

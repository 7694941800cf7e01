internal import Containers
internal import Tables

/// Reads a page of labels and values: each record of the page becomes a row.
struct PageReader {
  let records: PageRecords
  let schema: Schema
  let rules: ReadingRules
  let origin: Origin
  let dataset: String

  /// One part with a row for each record; refused when the page holds none of the schema's records.
  func read() throws -> TablePart {
    let (match, rows) = try records.read()
    guard match.found >= schema.minimumHeaders else {
      throw Refusal(.recordMissing, schema.title.thai)
    }
    if let column = records.finder.missing(match, requiredOnly: true).first {
      throw records.finder.refusal(lacking: column, in: match)
    }
    let entry = LedgerEntry(input: origin.input, sheet: 0, dataset: dataset)
    var part = TablePart(schema: schema, fields: match.fields, entry: entry)
    HeaderReport(finder: records.finder, schema: schema, rules: rules)
      .report(match, origin: origin, findings: &part.findings)
    for row in rows { append(row, to: &part) }
    return part
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

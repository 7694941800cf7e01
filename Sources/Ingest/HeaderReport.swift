internal import Tables

/// Says what a header lacks and what it holds beyond its schema.
struct HeaderReport {
  let finder: HeaderFinder
  let schema: Schema
  let rules: ReadingRules

  func report(_ header: HeaderMatch, origin: Origin, findings: inout Findings) {
    var place = origin
    place.row = header.row
    for column in finder.missing(header, requiredOnly: false)
    where schema.columns[column].isExpected {
      findings.append(
        rules.finding(
          .columnMissing, place, column: column, facts: .text(schema.columns[column].title)))
    }
    for (name, column) in header.renamed {
      let facts = Finding.Facts.text(name)
      findings.append(rules.finding(.columnRenamed, place, column: column, facts: facts))
    }
    for (name, _) in header.unknown where !schema.passesOverRest {
      let likely = finder.likely(name).map { " (\($0)?)" } ?? ""
      findings.append(rules.finding(.columnUnknown, place, facts: .text(name + likely)))
    }
  }
}

internal import Tables

/// `findings.csv`: one line a finding, in the order of files, rows and columns.
struct FindingsFile {
  let figures: Figures
  let book: RuleBook
  let audience: Audience
  let language: Language

  func bytes(_ findings: Findings) -> [UInt8] {
    var csv = CSVText(header: "rule,severity,file,sheet,row,column,school,value,message")
    let lines = findings.all.map { (finding: $0, place: figures.linked.place(of: $0)) }
    let order = lines.sorted {
      ($0.place.origin, $0.finding.column ?? -1, $0.finding.rule)
        < ($1.place.origin, $1.finding.column ?? -1, $1.finding.rule)
    }
    let moved = rowsWithMovedCells(lines)
    for (finding, place) in order {
      csv.append(fields(finding, place, isMoved: moved.contains(place.origin)))
    }
    return csv.bytes
  }

  private static let rulesOfMovedCells = ["row-long", "row-short", "row-shifted", "quote-unclosed"]

  /// The rows whose cells may stand under other headers than their own, so that no header says
  /// what a value is.
  private func rowsWithMovedCells(_ lines: [(finding: Finding, place: FindingPlace)]) -> Set<Origin>
  {
    Set(
      lines.filter { Self.rulesOfMovedCells.contains(book[$0.finding].code) }
        .map { $0.place.origin })
  }

  private func fields(
    _ finding: Finding, _ place: FindingPlace, isMoved: Bool
  ) -> [String] {
    let clean = figures.linked.clean
    let input = clean.inputs[place.origin.input]
    let rule = book[finding]
    let schema = clean.index(of: input.dataset).map { clean.tables[$0].schema }
    let column = finding.column.flatMap { schema?.columns[$0] }
    let value = value(finding, place, column, rule.privacy, isMoved: isMoved)
    let facts = finding.facts.texts(
      of: schema, rule.privacy, for: audience, hidesQuotes: isMoved)
    return [
      rule.code, rule.severity.rawValue, input.path, input.sheet(place.origin.sheet),
      place.origin.row > 0 ? String(place.origin.row) : "", column?.name ?? "",
      place.school.map { figures.linked.schools[$0].code } ?? "", value,
      rule.sentence(language, value: value, facts: facts),
    ]
  }

  /// The raw value as the audience may see it.
  private func value(
    _ finding: Finding, _ place: FindingPlace, _ column: SchemaColumn?, _ privacy: PrivacyClass?,
    isMoved: Bool
  ) -> String {
    guard let (dataset, row) = place.row, let column, let index = finding.column else { return "" }
    let raw = figures.linked.clean.tables[dataset].raw.columns[index].string(row)
    return Mask.masked(
      raw, isMoved ? .sensitive : column.privacy.stronger(privacy), for: audience,
      isDate: column.kind == .date)
  }
}

extension InputReport {
  /// The name of a sheet; empty where a file has none.
  func sheet(_ index: Int) -> String { sheets.indices.contains(index) ? sheets[index] : "" }
}

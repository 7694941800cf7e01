internal import Tables

/// `findings.csv`: one line a finding, in the order of files, rows and columns.
///
/// Findings with one cause are one line, which names their rows and stands before the others of its sheet.
struct FindingsFile {
  let figures: Figures
  let book: RuleBook
  let causes: CauseWords
  let audience: Audience
  let language: Language

  /// A list of rows that is longer than this fits no cell of a workbook; its rows are told one by one.
  private static let longestList = 20_000

  private struct Line {
    let finding: Finding
    let place: FindingPlace
    /// What is told in place of the finding, and of which rows.
    let cause: (cause: Cause, rows: String)?

    static func precedes(_ left: Line, _ right: Line) -> Bool {
      (left.origin, left.finding.column ?? -1, left.finding.rule, left.place.school ?? -1)
        < (right.origin, right.finding.column ?? -1, right.finding.rule, right.place.school ?? -1)
    }

    /// A cause belongs to the whole sheet.
    var origin: Origin {
      var origin = place.origin
      if cause != nil { origin.row = 0 }
      return origin
    }
  }

  func bytes(_ findings: Findings) -> [UInt8] {
    var csv = CSVText(header: "rule,severity,file,sheet,row,column,school,value,message")
    let lines = lines(findings)
    let moved = Set(lines.filter { book[$0.finding].tellsMovedCells }.map { $0.origin })
    for line in lines.sorted(by: Line.precedes) {
      var sheet = line.place.origin
      sheet.row = 0
      let isMoved = moved.contains(line.place.origin) || moved.contains(sheet)
      csv.append(fields(line, isMoved: isMoved))
    }
    return csv.bytes
  }

  private func lines(_ findings: Findings) -> [Line] {
    let lists = figures.found.causes.all.map { cause in
      RowList.text(
        cause.findings.map { figures.linked.place(of: findings.all[$0]).origin.row }
          .filter { $0 > 0 }.sorted())
    }
    var lines: [Line] = []
    for (index, finding) in findings.all.enumerated() {
      let cause = figures.found.causes.cause(of: index)
        .flatMap { lists[$0].utf8.count > Self.longestList ? nil : $0 }
      // The first finding of a cause speaks for all of them and for what follows from them.
      if let cause, figures.found.causes.all[cause].findings.first != index { continue }
      lines.append(
        Line(
          finding: finding, place: figures.linked.place(of: finding),
          cause: cause.map { (figures.found.causes.all[$0], lists[$0]) }))
    }
    return lines
  }

  private func fields(_ line: Line, isMoved: Bool) -> [String] {
    let clean = figures.linked.clean
    let finding = line.finding
    let input = clean.inputs[line.place.origin.input]
    let rule = book[finding]
    let schema = clean.index(of: input.dataset).map { clean.tables[$0].schema }
    let column = finding.column.flatMap { schema?.columns[$0] }
    let value = value(finding, line.place, column, rule.privacy, isMoved: isMoved)
    let facts = finding.facts.texts(
      of: schema, rule.privacy, for: audience, hidesQuotes: isMoved)
    let sentence = rule.sentence(language, value: value, facts: facts)
    let school = line.cause.map { onlySchool(of: $0.cause) } ?? line.place.school
    return [
      rule.code, rule.severity.rawValue, input.path, input.sheet(line.origin.sheet),
      line.origin.row > 0 ? String(line.origin.row) : "", column?.name ?? "",
      school.map { figures.linked.schools[$0].code } ?? "", value,
      line.cause.map { causes.sentence($0.cause, rows: $0.rows, around: sentence, language) }
        ?? sentence,
    ]
  }

  /// The school whose rows alone a cause concerns.
  private func onlySchool(of cause: Cause) -> Int? {
    if let school = cause.school { return school }
    let linked = figures.linked
    let schools: Set<Int?>
    if cause.isOfSheet,
      let dataset = linked.clean.index(of: linked.clean.inputs[cause.input].dataset)
    {
      let sheet = Origin(input: cause.input, sheet: cause.sheet)
      schools = Set(
        linked.clean.tables[dataset].raw.origins.rows(besides: sheet).map {
          linked.links[dataset].schools[$0].map { Int($0) }
        })
    } else {
      let all = figures.found.findings.all
      schools = Set(cause.findings.map { linked.place(of: all[$0]).school })
    }
    return schools.count == 1 ? schools.first ?? nil : nil
  }

  /// The raw value as the audience may see it.
  private func value(
    _ finding: Finding, _ place: FindingPlace, _ column: SchemaColumn?, _ privacy: PrivacyClass?,
    isMoved: Bool
  ) -> String {
    guard let (dataset, row) = place.row, let column, let index = finding.column else { return "" }
    let raw = figures.linked.clean.tables[dataset].raw.columns[index].string(row)
    return Mask.masked(raw, of: column, isMoved ? .sensitive : privacy, for: audience)
  }
}

extension InputReport {
  /// The name of a sheet; empty where a file has none.
  func sheet(_ index: Int) -> String { sheets.indices.contains(index) ? sheets[index] : "" }
}

internal import Tables

/// Findings in words, as the school whose rows they are may read them.
struct FindingText {
  private let figures: Figures
  private let words: Words
  private let language: Language
  /// Rows whose cells may have moved, so that no header says what a value is.
  private let moved: Set<Origin>

  init(_ context: BlockContext) {
    figures = context.figures
    words = context.words
    language = context.language
    moved = context.movedRows
  }

  /// A finding in the parts that a line tells apart.
  struct Line {
    /// As it stands in a column of its own, and within a sentence.
    let severity: String
    let level: String
    /// The column, or else the title of the rule.
    let about: String
    let value: String
    /// What is there and what was expected.
    let complaint: String
    /// What to do.
    let remedy: String
  }

  func line(_ index: Int) -> Line {
    let finding = figures.found.findings.all[index]
    let rule = figures.found.book[finding]
    let value = value(of: finding)
    let parts = rule.parts(language, value: value, facts: facts(of: finding, rule))
    return Line(
      severity: words.name(of: rule.severity), level: words[rule.severity],
      about: label(of: finding) ?? rule.title[language], value: value, complaint: parts.complaint,
      remedy: parts.remedy)
  }

  /// The column, or else the title of the rule, and the rule's sentence about this value.
  func reason(_ index: Int) -> String {
    let finding = figures.found.findings.all[index]
    let rule = figures.found.book[finding]
    return words[rule.severity] + " " + (label(of: finding) ?? rule.title[language]) + ": "
      + rule.sentence(language, value: value(of: finding), facts: facts(of: finding, rule))
  }

  private func label(of finding: Finding) -> String? {
    let input = figures.linked.place(of: finding).origin.input
    let dataset = figures.linked.clean.index(of: figures.linked.clean.inputs[input].dataset)
    return finding.column.flatMap { column in
      dataset.map { figures.linked.clean.tables[$0].schema.columns[column].label[language] }
    }
  }

  private func facts(of finding: Finding, _ rule: Rule) -> [String] {
    let place = figures.linked.place(of: finding)
    let schema = place.row.map { figures.linked.clean.tables[$0.dataset].schema }
    return finding.facts.texts(
      of: schema, rule.privacy, for: .school,
      hidesValues: isMoved(place.origin) && !rule.tellsMovedCells)
  }

  private func value(of finding: Finding) -> String {
    let place = figures.linked.place(of: finding)
    guard let (dataset, row) = place.row, let column = finding.column else { return "" }
    let table = figures.linked.clean.tables[dataset]
    let privacy = isMoved(place.origin) ? .identifier : table.schema.columns[column].privacy
    return Mask.masked(table.raw.columns[column].string(row), privacy, for: .school)
  }

  /// What a person calls the row: grade, room, number and name of a pupil.
  func name(of place: FindingPlace) -> String {
    let line =
      place.origin.row > 0 ? words[.listLine, String(place.origin.row)] : file(place.origin)
    guard let (dataset, row) = place.row, !isMoved(place.origin) else { return line }
    let table = figures.linked.clean.tables[dataset]
    let name = table.schema.called.map { column in
      Mask.masked(
        table.columns[column].string(row), table.schema.columns[column].privacy, for: .school)
    }.filter { !$0.isEmpty }.joined(separator: " · ")
    return name.isEmpty ? line : name
  }

  private func isMoved(_ origin: Origin) -> Bool {
    moved.contains(origin) || moved.contains(Origin(input: origin.input, sheet: origin.sheet))
  }

  func file(_ origin: Origin) -> String {
    let input = figures.linked.clean.inputs[origin.input]
    let sheet = input.sheets.count > 1 ? input.sheets[origin.sheet] : ""
    return sheet.isEmpty ? input.path : input.path + " · " + sheet
  }

  /// The row's number, with its file unless there is only one.
  func row(_ origin: Origin, alone: Bool) -> String {
    let row = origin.row > 0 ? String(origin.row) : ""
    return alone ? row : [file(origin), row].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  func place(_ origin: Origin) -> String { file(origin) + ":" + String(origin.row) }
}

package import Settings
package import Tables

/// Reports values that another dataset of the run does not hold.
///
/// Nothing is said while that dataset has no rows: it was not handed in, which is another finding.
package struct Reference: Check {
  package static let name = "reference"
  package static let summary =
    "The value in 'column' stands in a column 'in' (one or a list) of the dataset 'dataset'; with 'match: school' the row's school has rows there."
  package static let keys = ["column", "dataset", "in", "match"]

  private enum Match: String, CaseIterable { case value, school }

  private let rule: Int
  private let column: Int
  private let dataset: Settings
  private let others: Settings
  private let match: Match

  package init(_ rule: RuleSettings, schema: Schema, shelf: Shelf) throws {
    let settings = rule.settings
    try settings.allow(only: RuleSettings.commonKeys + Self.keys)
    self.rule = rule.rule
    column = try schema.index(of: settings.required("column"))
    dataset = try settings.required("dataset")
    match = try settings["match"]?.choice(of: Match.self, called: "match") ?? .value
    if match == .school, let unused = settings["in"] {
      throw SettingsError("'in' is not read beside 'match: school'", at: unused.place)
    }
    others = try settings["in"] ?? settings.required("column")
    guard try !others.words.isEmpty else { throw others.expected("the name of a column") }
  }

  package func validate(among schemas: [String: Schema]) throws {
    guard let schema = schemas[try dataset.word] else {
      throw dataset.unknown("dataset", among: schemas.keys.sorted())
    }
    guard match == .value else { return }
    for other in others.items { _ = try schema.index(of: other) }
  }

  package func check(_ linked: LinkedTables, dataset: Int, findings: inout Findings) {
    guard let word = try? self.dataset.word, let other = linked.clean.index(of: word),
      linked.clean.tables[other].accepted.population > 0
    else { return }
    switch match {
    case .value: checkValues(linked, dataset, values(in: linked.clean.tables[other]), &findings)
    case .school: checkSchools(linked, dataset, other, &findings)
    }
  }

  private func checkSchools(
    _ linked: LinkedTables, _ dataset: Int, _ other: Int, _ findings: inout Findings
  ) {
    let accepted = linked.clean.tables[other].accepted
    var known: Set<Int32> = []
    for (row, school) in linked.links[other].schools.enumerated() where accepted[row] {
      if let school { known.insert(school) }
    }
    if known.isEmpty { return }
    let table = linked.clean.tables[dataset]
    for (row, school) in linked.links[dataset].schools.enumerated() where table.accepted[row] {
      guard let school, !known.contains(school) else { continue }
      findings.append(
        Finding(rule: rule, subject: .row(dataset: dataset, row: row), column: column))
    }
  }

  private func checkValues(
    _ linked: LinkedTables, _ dataset: Int, _ known: Set<String>, _ findings: inout Findings
  ) {
    let table = linked.clean.tables[dataset]
    let column = table.columns[column]
    // Rows come school by school, so most ask for what the row above asked.
    var last: (text: String, isKnown: Bool)?
    var asked: [UInt32: Bool] = [:]
    for row in 0..<table.count where table.accepted[row] && !column.isMissing(row) {
      let isKnown: Bool
      if let text = column.text {
        let code = text.code(row)
        isKnown = asked[code] ?? known.contains(text.string(row))
        asked[code] = isKnown
      } else {
        let text = column.string(row)
        isKnown = last?.text == text ? last?.isKnown ?? false : known.contains(text)
        last = (text, isKnown)
      }
      if !isKnown {
        findings.append(
          Finding(
            rule: rule, subject: .row(dataset: dataset, row: row), column: self.column))
      }
    }
  }

  /// What the columns of the other dataset hold.
  private func values(in table: CleanTable) -> Set<String> {
    var known: Set<String> = []
    for name in (try? others.words) ?? [] {
      guard let column = table[name] else { continue }
      for row in 0..<table.count where table.accepted[row] && !column.isMissing(row) {
        known.insert(column.string(row))
      }
    }
    return known
  }
}

extension Reference {
  private static let table = """
    school_code,number:integer
    20010001,1
    1020990002,2
    20010003,3
    ,4
    """

  package static let examples = [
    CheckExample(
      with: .map([
        "column": "school_code", "dataset": "basic", "in": ["school_code", "ministry_code"],
      ]), table, finds: ["3:school_code"],
      others: ["basic": "school_code,ministry_code\n20010001,\n20010002,1020990002"]),
    CheckExample(
      with: .map(["column": "number", "dataset": "numbers"]), table,
      finds: ["2:number", "4:number"],
      others: ["numbers": "school_code,number:integer\n20010001,1\n20010001,3"]),
    CheckExample(
      with: .map(["column": "school_code", "dataset": "basic"]), table, finds: [],
      others: ["basic": "school_code"]),
    CheckExample(
      with: .map(["column": "number", "dataset": "basic", "match": "school"]), table,
      finds: ["2:number"],
      others: ["basic": "school_code\n20010001\n20010003"]),
  ]
}

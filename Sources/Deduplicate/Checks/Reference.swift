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
    try settings.allow(only: RuleSettings.roomKeys + Self.keys)
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
    _ linked: LinkedTables, _ dataset: Int, _ known: KnownValues, _ findings: inout Findings
  ) {
    let table = linked.clean.tables[dataset]
    KnownValues.forEach(in: table.columns[column], of: table, know: { known.contains($0) }) {
      row, isKnown in
      if isKnown { return }
      findings.append(
        Finding(rule: rule, subject: .row(dataset: dataset, row: row), column: column))
    }
  }

  /// What the columns of the other dataset hold.
  private func values(in table: CleanTable) -> KnownValues {
    var known = KnownValues()
    for name in (try? others.words) ?? [] {
      guard let column = table[name] else { continue }
      KnownValues.forEach(in: column, of: table, know: { known.insert($0) }) { _, _ in }
    }
    return known
  }
}

/// Values as they are compared across datasets: packed like an identifier where that is possible.
///
/// With that a million identifiers are asked in 0.5 s instead of 0.8 s.
private struct KnownValues {
  enum Value {
    case packed(PackedIdentifier)
    case text(String)

    init(_ text: String) {
      if let word = PackedIdentifier(text) { self = .packed(word) } else { self = .text(text) }
    }
  }

  private var words: Set<PackedIdentifier> = []
  private var texts: Set<String> = []

  func contains(_ value: Value) -> Bool {
    switch value {
    case .packed(let word): words.contains(word)
    case .text(let text): texts.contains(text)
    }
  }

  mutating func insert(_ value: Value) {
    switch value {
    case .packed(let word): words.insert(word)
    case .text(let text): texts.insert(text)
    }
  }

  /// Calls `know` with each value, and the body with each accepted row that has one and what `know` said.
  ///
  /// A value of a text column is told once.
  static func forEach<Answer>(
    in column: CleanColumn, of table: CleanTable, know: (Value) -> Answer,
    _ body: (_ row: Int, _ answer: Answer) -> Void
  ) {
    if let text = column.text {
      var answers = [Answer?](repeating: nil, count: text.dictionary.count)
      text.rows.forEach { row, raw in
        let code = Int(text.meaning[Int(raw)])
        guard table.accepted[row], !text.missing[code] else { return }
        let answer = answers[code] ?? know(Value(text.dictionary.string(of: UInt32(code))))
        answers[code] = answer
        body(row, answer)
      }
    } else if let identifiers = column.identifier {
      for row in 0..<table.count where table.accepted[row] && identifiers[row] != .empty {
        let word = identifiers[row]
        body(row, know(word.form == .other ? Value(identifiers.string(row)) : .packed(word)))
      }
    } else {
      for row in 0..<table.count where table.accepted[row] && !column.isMissing(row) {
        body(row, know(Value(column.string(row))))
      }
    }
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

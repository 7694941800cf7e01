package import Settings
package import Tables

/// Reports rows whose person another dataset does not hold, although their school has rows there.
///
/// Where the persons of the two datasets are followed, it is the person that is looked for and not the identifier.
/// Held against the round before it tells who came without being taken in; the round before held
/// against this one, who left without being moved out. Who stands there under another identifier has
/// neither come nor left.
package struct Absent: Check {
  package static let name = "absent"
  package static let summary =
    "The certain identifier in 'key', or a row with the same values in all columns of 'same', stands in the dataset 'dataset', if the row's school has rows there; rows whose 'column' holds one of 'except' aside. Where the two are followed, it is the person who stands there."
  package static let keys = EarlierKey.keys + ["column", "except", "same"]

  private let rule: Int
  private let key: EarlierKey
  private let column: Int
  private let except: Set<String>
  /// The columns that together tell a person, in both datasets.
  private let same: [String]

  package init(_ rule: RuleSettings, schema: Schema, shelf: Shelf) throws {
    let settings = rule.settings
    try settings.allow(only: RuleSettings.roomKeys + Self.keys)
    self.rule = rule.rule
    key = try EarlierKey(settings, schema: schema)
    column = try schema.index(of: settings.required("column"), kind: .text)
    except = Set(try settings["except"]?.words ?? [])
    same = try (settings["same"]?.items ?? []).map { name in
      schema.columns[try schema.index(of: name)].name
    }
  }

  package func validate(among schemas: [String: Schema]) throws {
    try key.validate(among: schemas, columns: same)
  }

  package func check(_ linked: LinkedTables, dataset: Int, findings: inout Findings) {
    let table = linked.clean.tables[dataset]
    guard let earlier = key.rows(linked, of: dataset), let words = table.columns[column].text
    else { return }
    let hasRows = earlier.schools(of: linked)
    let isExcepted = (0..<UInt32(words.dictionary.count)).map {
      except.contains(words.dictionary.string(of: $0))
    }
    let absent = linked.links[dataset].schools.enumerated().filter { row, school in
      guard let school, table.accepted[row] else { return false }
      return hasRows[Int(school)] && !isExcepted[Int(words.code(row))] && earlier.lacks(row)
    }.map { $0.offset }
    // Who is followed has been looked for by more than these columns.
    let persons = SamePersons(
      earlier.areFollowed ? [] : absent, of: table, by: same, in: earlier.table)
    for row in absent where !persons.contains(row) {
      findings.append(
        Finding(rule: rule, subject: .row(dataset: dataset, row: row), column: column))
    }
  }
}

/// Which of some rows another table holds, told by their values in some columns.
///
/// Only the rows that share their value in the first column with one of them are looked at closely.
private struct SamePersons {
  private let values: [Int: [String]]
  private var found: Set<[String]> = []

  init(_ rows: [Int], of table: CleanTable, by columns: [String], in other: CleanTable) {
    let own = columns.compactMap { table[$0] }
    let others = columns.compactMap { other[$0] }
    guard let first = others.first, others.count == own.count, !rows.isEmpty else {
      values = [:]
      return
    }
    values = Dictionary(
      uniqueKeysWithValues: rows.map { row in (row, own.map { $0.string(row) }) }
        .filter { !$0.1.contains("") })
    let wanted = Set(values.values)
    let firsts = Set(wanted.map { $0[0] })
    // A given name is looked up once, however many rows have it.
    let isWanted = first.text.map { text in
      (0..<UInt32(text.dictionary.count)).map { firsts.contains(text.dictionary.string(of: $0)) }
    }
    for row in 0..<other.count where other.accepted[row] {
      if let isWanted, let text = first.text, !isWanted[Int(text.code(row))] { continue }
      let candidate = others.map { $0.string(row) }
      if wanted.contains(candidate) { found.insert(candidate) }
    }
  }

  func contains(_ row: Int) -> Bool { values[row].map { found.contains($0) } ?? false }
}

extension Absent {
  package static let examples = [
    CheckExample(
      with: .map([
        "key": "id", "dataset": "before", "column": "grade", "except": ["ป.1"],
        "same": ["name", "born"],
      ]),
      """
      school_code,id:identifier,grade,name,born
      20010001,1100000000016,ป.2,ก,1
      20010001,1100000000024,ป.2,ข,1
      20010001,1100000000032,ป.2,ค,1
      20010001,1100000000041,ป.2,,1
      20010001,1100000000059,ป.1,ง,1
      20010002,1100000000067,ป.2,จ,1
      20010001,G642000000001,ป.2,ก,2
      """,
      finds: ["3:grade", "4:grade", "7:grade"],
      others: [
        "before": """
        school_code,id:identifier,grade,name,born
        20010001,1100000000016,ป.1,ฮ,9
        20010001,G642000000002,ป.1,ข,1
        20010001,G642000000003,ป.1,ค,2
        20010001,G642000000004,ป.1,,1
        """
      ])
  ]
}

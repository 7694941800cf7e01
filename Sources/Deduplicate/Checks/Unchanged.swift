package import Settings
package import Tables

/// Reports rows that hold the same numbers as the row of the same identifier in another dataset.
///
/// Children grow from term to term; the same weight and the same height were copied, not measured.
package struct Unchanged: Check {
  package static let name = "unchanged"
  package static let summary =
    "All numbers in 'columns' are those of the row with the same 'key', or of the same person where the two are followed, in the dataset 'dataset'."
  package static let keys = EarlierKey.keys + ["columns"]

  private let rule: Int
  private let key: EarlierKey
  private let columns: [Int]
  private let names: [String]

  package init(_ rule: RuleSettings, schema: Schema, shelf: Shelf) throws {
    let settings = rule.settings
    try settings.allow(only: RuleSettings.roomKeys + Self.keys)
    self.rule = rule.rule
    key = try EarlierKey(settings, schema: schema)
    let wanted = try settings.required("columns")
    columns = try wanted.items.map { name in
      let column = try schema.index(of: name)
      guard [.integer, .decimal].contains(schema.columns[column].kind) else {
        throw name.expected("a column of numbers")
      }
      return column
    }
    guard !columns.isEmpty else { throw wanted.expected("the name of a column") }
    names = columns.map { schema.columns[$0].name }
  }

  package func validate(among schemas: [String: Schema]) throws {
    try key.validate(among: schemas, columns: names)
  }

  package func check(_ linked: LinkedTables, dataset: Int, findings: inout Findings) {
    let table = linked.clean.tables[dataset]
    guard let earlier = key.rows(linked, of: dataset) else { return }
    let pairs = zip(columns, names).compactMap { column, name in
      earlier.table[name]?.number.flatMap { before in
        table.columns[column].number.map { (now: $0, before: before) }
      }
    }
    guard pairs.count == columns.count else { return }
    for row in 0..<table.count where table.accepted[row] {
      guard let known = earlier[row] else { continue }
      let isSame = pairs.allSatisfy { pair in
        pair.now[row].map { $0 == pair.before[known] } ?? false
      }
      guard isSame else { continue }
      findings.append(
        Finding(rule: rule, subject: .row(dataset: dataset, row: row), column: columns[0]))
    }
  }
}

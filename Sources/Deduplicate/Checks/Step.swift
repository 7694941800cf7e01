package import Settings
package import Tables

/// Reports rows whose code has moved by another step than those allowed, since another dataset.
///
/// Fact: the code that stood there.
package struct Step: Check {
  package static let name = "step"
  package static let summary =
    "By the column 'order' of the list 'codes', 'column' lies one of 'steps' above that of the row with the same 'key', or of the same person where the two are followed, in the dataset 'dataset'."
  package static let keys = EarlierKey.keys + ["column", "codes", "order", "steps"]

  private let rule: Int
  private let key: EarlierKey
  private let column: Int
  private let columnName: String
  private let places: [String: Int]
  private let steps: Set<Int>

  package init(_ rule: RuleSettings, schema: Schema, shelf: Shelf) throws {
    let settings = rule.settings
    try settings.allow(only: RuleSettings.roomKeys + Self.keys)
    self.rule = rule.rule
    key = try EarlierKey(settings, schema: schema)
    column = try schema.index(of: settings.required("column"), kind: .text)
    columnName = schema.columns[column].name
    let codes = try settings.required("codes")
    let list = try shelf.codeList(named: codes)
    let order = try settings.required("order")
    guard let names = list.column("code") else { throw codes.expected("a list with a column code") }
    guard let places = list.column(try order.word)?.map({ Int($0) }) else {
      throw order.unknown("column of the list", among: list.columns)
    }
    self.places = Dictionary(
      zip(names, places).compactMap { name, place in place.map { (name, $0) } },
      uniquingKeysWith: { first, _ in first })
    steps = Set(try settings.required("steps").items.map { try $0.number })
  }

  package func validate(among schemas: [String: Schema]) throws {
    try key.validate(among: schemas, columns: [columnName])
  }

  package func check(_ linked: LinkedTables, dataset: Int, findings: inout Findings) {
    let table = linked.clean.tables[dataset]
    guard let earlier = key.rows(linked, of: dataset), let now = table.columns[column].text,
      let before = earlier.table[columnName]?.text
    else { return }
    let nowPlaces = places(in: now)
    let beforePlaces = places(in: before)
    for row in 0..<table.count where table.accepted[row] {
      guard let known = earlier[row],
        let place = nowPlaces[Int(now.code(row))],
        let placeBefore = beforePlaces[Int(before.code(known))],
        !steps.contains(place - placeBefore)
      else { continue }
      findings.append(
        Finding(
          rule: rule, subject: .row(dataset: dataset, row: row), column: column,
          facts: .text(before.string(known))))
    }
  }

  /// The place of each distinct value in the list.
  private func places(in column: CodedColumn) -> [Int?] {
    (0..<UInt32(column.dictionary.count)).map { places[column.dictionary.string(of: $0)] }
  }
}

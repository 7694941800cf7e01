package import Settings
package import Tables

/// Finds sheets whose cells stand beside their headers, one or a few columns to the left or right.
///
/// A column of codes, numbers or dates of which hardly a value can be read is a sign; that the values of a
/// neighbour can be read in its place, for several such columns alike, is the proof. Neighbours are
/// those of the schema, which has the order of the files. Fact: the first of these columns.
package struct ShiftedColumns: Check {
  package static let name = "shifted-columns"
  package static let summary =
    "In a sheet of at least 'rows' rows, 'columns' columns or more hold what belongs 'furthest' columns or less beside them."
  package static let keys = ["columns", "rows", "furthest"]

  /// What cleaners remark of values that belong elsewhere.
  private static let signs: Set<String> = ["unreadable", "unknown", "malformed"]
  private static let mostOf = 0.8
  /// Of a neighbour so many different values are tried, from so many rows.
  private static let sample = 200
  private static let rowsLookedAt = 5_000

  private let plans: [ColumnPlan]
  private let titles: [String]
  private let fewestColumns: Int
  private let fewestRows: Int
  private let furthest: Int

  package init(_ settings: Settings, in scope: CheckScope) throws {
    plans = scope.plans
    titles = scope.schema.columns.map { $0.title }
    fewestColumns = try Self.positive("columns", settings) ?? 3
    fewestRows = try Self.positive("rows", settings) ?? 20
    furthest = try Self.positive("furthest", settings) ?? 2
  }

  private static func positive(_ key: String, _ settings: Settings) throws -> Int? {
    try settings[key].map { setting in
      let number = try setting.number
      guard number > 0 else { throw setting.expected("a number above 0") }
      return number
    }
  }

  package func run(on table: CleanTable, inputs: [InputReport], hits: inout Hits) {
    let signs = table.columns.map { Self.signs(of: $0) }
    guard signs.count(where: { $0 != nil }) >= fewestColumns else { return }
    for (sheet, rows) in table.raw.origins.sheets where rows.count >= fewestRows {
      let suspects = signs.indices.filter { column in
        signs[column].map { isUnread(table.columns[column], $0, in: rows) } ?? false
      }
      guard suspects.count >= fewestColumns else { continue }
      let steps = (1...furthest).flatMap { [$0, -$0] }
      for step in steps {
        let proved = suspects.filter { column in
          let neighbour = column + step
          return table.columns.indices.contains(neighbour)
            && fits(table.raw.columns[neighbour], plans[column], in: rows)
        }
        guard proved.count >= fewestColumns else { continue }
        hits.add(sheet: sheet, from: rows.lowerBound, facts: .text(titles[proved[0]]))
        break
      }
    }
  }

  /// Which distinct values, or exceptions of identifiers, carry a sign; nil where none does.
  private static func signs(of column: CleanColumn) -> Bitmap? {
    var bad: Bitmap?
    for (remark, values) in column.remarks where signs.contains(remark) && values.population > 0 {
      var all = bad ?? Bitmap(count: values.count)
      for value in values.indices { all[value] = true }
      bad = all
    }
    return bad
  }

  private func isUnread(_ column: CleanColumn, _ bad: Bitmap, in rows: Range<Int>) -> Bool {
    var filled = 0
    var unread = 0
    for row in rows {
      let value =
        if let identifiers = column.identifier {
          identifiers.exception(row)
        } else {
          column.codes.map { Int($0[row]) }
        }
      let isBad = value.map { $0 < bad.count && bad[$0] } ?? false
      if isBad { unread += 1 }
      if isBad || !column.isMissing(row) { filled += 1 }
    }
    return unread >= fewestRows && Double(unread) >= Self.mostOf * Double(filled)
  }

  /// Whether the neighbour's values can be read in the column's place; each distinct one is tried once.
  private func fits(_ neighbour: RawColumn, _ plan: ColumnPlan, in rows: Range<Int>) -> Bool {
    var verdicts: [[UInt8]: Bool?] = [:]
    var tried = 0
    var fitting = 0
    for row in rows.prefix(Self.rowsLookedAt) {
      let value = neighbour.bytes(row)
      if value.isEmpty { continue }
      if verdicts[value] == nil {
        if verdicts.count == Self.sample { break }
        verdicts[value] = .some(plan.reads(value, without: Self.signs))
      }
      guard let isRead = verdicts[value] ?? nil else { continue }
      tried += 1
      if isRead { fitting += 1 }
    }
    return tried >= fewestRows && Double(fitting) >= Self.mostOf * Double(tried)
  }
}

extension ShiftedColumns {
  package static let examples = [
    CheckExample(
      with: .map(["rows": "3"]),
      """
      grade,room:integer:number,sex,birth:date:buddhist-date,weight:decimal:number,note
      -,ป.3,1,ช,05/11/2560,25
      -,ป.4,2,ญ,06/11/2559,26
      -,ป.5,1,ช,07/11/2558,27
      """, finds: ["sheet:room"]),
    CheckExample(
      with: .map(["rows": "3"]),
      """
      grade,room:integer:number,sex,birth:date:buddhist-date,weight:decimal:number
      ป.3,1,ช,05/11/2560,25
      ป.4,2,ญ,06/11/2559,26
      ป.5,หนึ่ง,ช,ไม่ทราบ,เบา
      """, finds: []),
  ]
}

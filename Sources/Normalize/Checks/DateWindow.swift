package import Settings
package import Tables

/// Finds days before or after their window, whose bounds belong to it.
package struct DateWindow: Check {
  package static let name = "date-window"
  package static let summary =
    "A day in 'column' is not before 'earliest' and not after 'latest' (YYYY-MM-DD, or as-of)."
  package static let keys = ["column", "earliest", "latest"]

  private let column: Int
  private let earliest: Day?
  private let latest: Day?

  package init(_ settings: Settings, in scope: CheckScope) throws {
    column = try scope.column(settings.required("column"), .date)
    earliest = try settings["earliest"].map { try scope.day($0) }
    latest = try settings["latest"].map { try scope.day($0) }
    guard earliest != nil || latest != nil else {
      throw SettingsError("missing key 'earliest' or 'latest'", at: settings.place)
    }
  }

  package func run(on table: CleanTable, inputs: [InputReport], hits: inout Hits) {
    guard let dates = table.columns[column].date else { return }
    var bad = Bitmap(count: dates.days.count)
    for (code, day) in dates.days.enumerated() where !dates.missing[code] {
      let isEarly = earliest.map { day < $0 } ?? false
      let isLate = latest.map { day > $0 } ?? false
      bad[code] = isEarly || isLate
    }
    hits.add(dates.rows, where: bad, column: column)
  }
}

extension DateWindow {
  package static let examples = [
    CheckExample(
      with: .map(["column": "birth", "latest": "as-of"]),
      """
      birth:date:buddhist-date
      10/06/2569
      11/06/2569
      05/11/2599
      ไม่ทราบ
      """,
      finds: ["2:birth", "3:birth"]),
    CheckExample(
      with: .map(["column": "birth", "earliest": "1996-01-01"]),
      """
      birth:date:buddhist-date
      01/01/2539
      31/12/2538
      """,
      finds: ["2:birth"]),
  ]
}

package import Settings
package import Tables

/// Finds ages that do not follow from the date of birth.
///
/// Facts: the age stated, the age computed. An export states ages on the day it was made, so that day counts where the file bears a stamp, and
/// the day of the round elsewhere.
package struct StatedAge: Check {
  package static let name = "stated-age"
  package static let summary =
    "The age in 'column' is that by 'birth', give or take 'tolerance' years."
  package static let keys = ["column", "birth", "tolerance"]

  private let column: Int
  private let birth: Int
  private let tolerance: Int
  private let asOf: Day

  package init(_ settings: Settings, in scope: CheckScope) throws {
    column = try scope.column(settings.required("column"), .integer)
    birth = try scope.column(settings.required("birth"), .date)
    tolerance = try settings["tolerance"]?.number ?? 0
    asOf = scope.round.asOf
  }

  package func run(on table: CleanTable, inputs: [InputReport], hits: inout Hits) {
    guard let stated = table.columns[column].number, let dates = table.columns[birth].date else {
      return
    }
    let days = inputs.map { input in
      input.stamp.flatMap { Day(iso: $0.prefix(10)) } ?? asOf
    }
    guard let first = days.min(), let last = days.max() else { return }
    // Ages only rise, so an age that suits the first and the last export suits all between; only the
    // others need the day of their own input.
    let (youngest, oldest) = (dates.ages(on: first), dates.ages(on: last))
    let births = dates.rows.expanded
    for (row, code) in stated.rows.expanded.enumerated() where !stated.missing[Int(code)] {
      let (found, birth) = (Int(stated.values[Int(code)]), Int(births[row]))
      if oldest[birth] - found <= tolerance, found - youngest[birth] <= tolerance,
        youngest[birth] >= 0
      {
        continue
      }
      guard !dates.missing[birth] else { continue }
      let computed = dates.days[birth].years(until: days[table.raw.origins[row].input])
      // A birth after the export is a mistake of its own.
      if computed >= 0, abs(found - computed) > tolerance {
        hits.add(row: row, column: column, facts: .numbers(found, computed))
      }
    }
  }
}

extension StatedAge {
  private static let table = """
    age:integer:number,birth:date:buddhist-date
    8,05/11/2559
    9,05/11/2559
    10,05/11/2559
    11,05/11/2559
    ,05/11/2559
    9,
    9,05/11/2599
    """

  package static let examples = [
    CheckExample(
      with: .map(["column": "age", "birth": "birth", "tolerance": "1"]), table,
      finds: ["4:age:11:9"]),
    CheckExample(
      with: .map(["column": "age", "birth": "birth", "tolerance": "1"]), table,
      finds: ["1:age:8:10"], stamp: "2026-12-01 04:10:12"),
    CheckExample(
      with: .map(["column": "age", "birth": "birth"]), table,
      finds: ["1:age:8:9", "3:age:10:9", "4:age:11:9"]),
  ]
}

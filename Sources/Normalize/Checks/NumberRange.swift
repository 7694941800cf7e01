package import Settings
package import Tables

/// Finds numbers outside their bounds, which belong to the range.
///
/// Facts: the bounds.
package struct NumberRange: Check {
  package static let name = "range"
  package static let summary = "A number in 'column' lies from 'from' to 'to'."
  package static let keys = ["column", "from", "to"]

  private let column: Int
  private let bounds: ClosedRange<Int>

  package init(_ settings: Settings, in scope: CheckScope) throws {
    column = try scope.column(settings.required("column"), .integer, .decimal)
    bounds = try scope.bounds(from: settings.required("from"), to: settings.required("to"))
  }

  package func run(on table: CleanTable, inputs: [InputReport], hits: inout Hits) {
    guard let numbers = table.columns[column].number else { return }
    let scale = Int(numbers.scale)
    let scaled = bounds.lowerBound * scale...bounds.upperBound * scale
    var bad = Bitmap(count: numbers.values.count)
    for code in numbers.values.indices
    where !numbers.missing[code] && !scaled.contains(Int(numbers.values[code])) {
      bad[code] = true
    }
    hits.add(
      numbers.rows, where: bad, column: column,
      facts: .numbers(bounds.lowerBound, bounds.upperBound))
  }
}

extension CheckScope {
  /// Whole bounds of a range, small enough to be counted in hundredths.
  func bounds(from: Settings, to: Settings) throws -> ClosedRange<Int> {
    let limit = 1_000_000
    for bound in [from, to] where !(-limit...limit ~= (try bound.number)) {
      throw bound.expected("a number from -\(limit) to \(limit)")
    }
    guard try from.number <= to.number else {
      throw to.expected("a number that is not below \(try from.number)")
    }
    return try from.number...to.number
  }
}

extension NumberRange {
  package static let examples = [
    CheckExample(
      with: .map(["column": "weight", "from": "8", "to": "150"]),
      """
      weight:decimal:number
      8
      7.99
      150
      150.01
      หนัก

      """,
      finds: ["2:weight:8:150", "4:weight:8:150"]),
    CheckExample(
      with: .map(["column": "room", "from": "1", "to": "30"]),
      """
      room:integer:number
      1
      0
      -1
      """,
      finds: ["2:room:1:30", "3:room:1:30"]),
  ]
}

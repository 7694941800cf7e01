package import Settings
package import Tables

/// Finds pairs of numbers that are impossible as they stand and possible the other way round.
package struct SwappedPair: Check {
  package static let name = "swapped-pair"
  package static let summary =
    "'column' lies in 'range' and 'with' in 'with-range'; found when only the swapped pair does."
  package static let keys = ["column", "range", "with", "with-range"]

  private let column: Int
  private let other: Int
  private let range: ClosedRange<Int>
  private let otherRange: ClosedRange<Int>

  package init(_ settings: Settings, in scope: CheckScope) throws {
    column = try scope.column(settings.required("column"), .integer, .decimal)
    other = try scope.column(settings.required("with"), .integer, .decimal)
    range = try Self.range(settings.required("range"), scope)
    otherRange = try Self.range(settings.required("with-range"), scope)
  }

  private static func range(_ settings: Settings, _ scope: CheckScope) throws -> ClosedRange<Int> {
    guard settings.items.count == 2 else { throw settings.expected("a list of two numbers") }
    return try scope.bounds(from: settings.items[0], to: settings.items[1])
  }

  /// In which of the two ranges a number lies; a number that is missing lies in both.
  private struct Fit {
    var own = true
    var others = true
  }

  package func run(on table: CleanTable, inputs: [InputReport], hits: inout Hits) {
    guard let left = table.columns[column].number, let right = table.columns[other].number else {
      return
    }
    let leftFits = Self.fits(left, range, otherRange)
    let rightFits = Self.fits(right, otherRange, range)
    guard leftFits.contains(where: { !$0.own }) || rightFits.contains(where: { !$0.own }) else {
      return
    }
    let others = right.rows.expanded
    for (row, code) in left.rows.expanded.enumerated() {
      let (leftFit, rightFit) = (leftFits[Int(code)], rightFits[Int(others[row])])
      let isPossible = leftFit.own && rightFit.own
      let isMissing = left.missing[Int(code)] || right.missing[Int(others[row])]
      if !isPossible, !isMissing, leftFit.others, rightFit.others {
        hits.add(row: row, column: column)
      }
    }
  }

  private static func fits(
    _ numbers: NumberColumn, _ own: ClosedRange<Int>, _ others: ClosedRange<Int>
  ) -> [Fit] {
    let scale = Int(numbers.scale)
    let within = { (number: Int, range: ClosedRange<Int>) in
      range.lowerBound * scale <= number && number <= range.upperBound * scale
    }
    return numbers.values.enumerated().map { code, value in
      if numbers.missing[code] { return Fit() }
      return Fit(own: within(Int(value), own), others: within(Int(value), others))
    }
  }
}

extension SwappedPair {
  package static let examples = [
    CheckExample(
      with: .map([
        "column": "weight", "range": ["8", "150"], "with": "height",
        "with-range": ["70", "200"],
      ]),
      """
      weight:decimal:number,height:decimal:number
      24.5,125
      125,24.5
      110,95
      5,300
      125,
      7,125
      """,
      finds: ["2:weight"])
  ]
}

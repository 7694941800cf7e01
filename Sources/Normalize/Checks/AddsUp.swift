package import Settings
package import Tables

/// Finds rows whose numbers do not add up to the total beside them.
///
/// Facts: the sum of the parts, the stated total. A row is not judged while a part or the total is missing
/// or cannot be read; with `missing: zero` an empty part counts as 0, unless all parts are empty. Decimals
/// are added in hundredths, so that a sum is what a person gets.
package struct AddsUp: Check {
  package static let name = "adds-up"
  package static let summary =
    "The numbers in 'parts' add up to 'total' (a column, or round-year for the year of the round's day): 'compare' exactly, at-most or at-least, 'tolerance' aside."
  package static let keys = ["parts", "total", "missing", "compare", "tolerance"]

  private enum Relation: String, CaseIterable {
    case exactly, atMost = "at-most", atLeast = "at-least"
  }
  private enum Missing: String, CaseIterable { case zero, skip }
  private enum Total { case column(Int), number(Int) }

  private let parts: [Int]
  private let total: Total
  private let relation: Relation
  private let tolerance: Int
  private let countsMissing: Bool
  /// 100 where one of the columns holds decimals.
  private let scale: Int

  package init(_ settings: Settings, in scope: CheckScope) throws {
    let names = try settings.required("parts")
    parts = try names.items.map { try scope.column($0, .integer, .decimal) }
    guard 1...32 ~= parts.count else { throw names.expected("from 1 to 32 names of columns") }
    let name = try settings.required("total")
    var columns = parts
    if case .word("round-year") = name.value {
      total = .number(scope.round.calendarYear)
    } else {
      let column = try scope.column(name, .integer, .decimal)
      total = .column(column)
      columns.append(column)
    }
    scale = columns.contains { scope.schema.columns[$0].kind == .decimal } ? 100 : 1
    relation = try settings["compare"]?.choice(of: Relation.self, called: "comparison") ?? .exactly
    tolerance = try settings["tolerance"]?.number ?? 0
    guard 0...1_000_000_000 ~= tolerance else {
      throw (settings["tolerance"] ?? settings).expected("a number that is not below 0")
    }
    countsMissing =
      try settings["missing"]?.choice(of: Missing.self, called: "word") ?? .skip == .zero
  }

  package func run(on table: CleanTable, inputs: [InputReport], hits: inout Hits) {
    let sums = sums(of: table)
    switch total {
    case .number(let number):
      let total = number * scale
      for (row, sum) in sums.enumerated() where sum.isKnown && isWrong(sum.value, total) {
        hits.add(row: row, column: parts[0], facts: facts(sum.value, total))
      }
    case .column(let column):
      guard let totals = table.columns[column].number else { return }
      let factor = scale / totals.scale
      totals.rows.forEach { row, code in
        let total = totals.values[Int(code)] * factor
        if sums[row].isKnown, isWrong(sums[row].value, total), !totals.missing[Int(code)] {
          hits.add(row: row, column: column, facts: facts(sums[row].value, total))
        }
      }
    }
  }

  private func facts(_ sum: Int, _ total: Int) -> Finding.Facts {
    scale == 1 ? .numbers(sum, total) : .hundredths(sum, total)
  }

  private func isWrong(_ sum: Int, _ total: Int) -> Bool {
    switch relation {
    case .exactly: abs(sum - total) > tolerance * scale
    case .atMost: sum - total > tolerance * scale
    case .atLeast: total - sum > tolerance * scale
    }
  }

  // MARK: Sums

  // A number has at most twelve digits, so that no sum of 32 in hundredths overflows.

  private struct Sum {
    var value = 0
    /// Whether no part stands against the row's being judged.
    var isKnown = true
    var parts = 0
  }

  private func sums(of table: CleanTable) -> [Sum] {
    var sums = [Sum](repeating: Sum(), count: table.count)
    for part in parts {
      let column = table.columns[part]
      guard let numbers = column.number else { continue }
      let nothing = column.nothing
      let factor = scale / numbers.scale
      let meanings = numbers.values.indices.map { code in
        let isThere = !numbers.missing[code]
        return Sum(
          value: isThere ? numbers.values[code] * factor : 0,
          isKnown: isThere || countsMissing && nothing[code], parts: isThere ? 1 : 0)
      }
      numbers.rows.forEach { row, code in
        let meaning = meanings[Int(code)]
        sums[row].value &+= meaning.value
        sums[row].isKnown = sums[row].isKnown && meaning.isKnown
        sums[row].parts += meaning.parts
      }
    }
    for row in sums.indices where sums[row].parts == 0 { sums[row].isKnown = false }
    return sums
  }
}

extension AddsUp {
  private static let pupils = """
    male:integer:number,female:integer:number,total:integer:number
    1,2,3
    1,2,4
    1,,1
    1,,2
    ,,5
    1,2,
    1,สอง,9
    1,2,สาม
    """

  package static let examples = [
    CheckExample(
      with: .map(["parts": ["male", "female"], "total": "total"]), pupils,
      finds: ["2:total:3:4"]),
    CheckExample(
      with: .map(["parts": ["male", "female"], "total": "total", "missing": "zero"]), pupils,
      finds: ["2:total:3:4", "4:total:1:2"]),
    CheckExample(
      with: .map(["parts": ["land", "water"], "total": "whole"]),
      """
      land:decimal:number,water:integer:number,whole:decimal:number
      1.25,2,3.25
      1.25,2,3.5
      0.1,0,0.10
      """,
      finds: ["2:whole:3.25:3.5"]),
    CheckExample(
      with: .map(["parts": "male", "total": "female", "compare": "at-least"]), pupils,
      finds: ["1:female:1:2", "2:female:1:2", "6:female:1:2", "8:female:1:2"]),
    CheckExample(
      with: .map([
        "parts": ["built", "age"], "total": "round-year", "tolerance": "1",
      ]),
      """
      built:integer:number,age:integer:number
      2542,27
      2542,28
      2542,25
      2542,
      """,
      finds: ["3:built:2567:2569"]),
    CheckExample(
      with: .map(["parts": ["built"], "total": "round-year", "compare": "at-most"]),
      """
      built:integer:number
      2569
      2570
      """,
      finds: ["2:built:2570:2569"]),
  ]
}

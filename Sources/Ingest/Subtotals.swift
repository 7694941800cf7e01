internal import Tables

/// Compares the rows of totals within a table with the rows above them, where the schema says which columns
/// add up.
///
/// A total is that of the rows since an earlier row of totals, or since the first row. Which of them it means
/// its words do not say the same in all files, so that it may be any; where none fits, a last row is shown
/// beside the sum of all rows, another one beside the sum since the total before it.
struct Subtotals {
  let schema: Schema
  let rules: ReadingRules

  func check(_ part: inout TablePart) {
    for (place, column) in schema.addedColumns.enumerated() where !part.totals.isEmpty {
      check(&part, column, numberOf: place)
    }
  }

  private func check(_ part: inout TablePart, _ column: Int, numberOf place: Int) {
    var sum = 0
    var sumBefore = 0
    // The sums at which a total may begin to count.
    var beginnings: Set<Int> = [0]
    var row = 0
    for (index, total) in part.totals.enumerated() {
      while row < total.rowsAbove {
        // Nothing is said below a number that cannot be read.
        guard let number = number(part, column, row) else { return }
        sum += number
        row += 1
      }
      if let stated = total.numbers[place], !beginnings.contains(sum - stated) {
        let isLast = index == part.totals.count - 1
        let expected = isLast ? sum : sum - sumBefore
        part.findings.append(
          rules.finding(
            .subtotalDiffers, total.origin, column: column, facts: .hundredths(stated, expected)))
      }
      beginnings.insert(sum)
      sumBefore = sum
    }
  }

  /// Nothing counts as zero, as does a dash.
  private func number(_ part: TablePart, _ column: Int, _ row: Int) -> Int? {
    let text = CellNumber.text(part.columns[column]?.bytes(row) ?? [], part.encoding)
    return text.isEmpty || text == "-" ? 0 : CellNumber.addend(text)
  }
}

/// A row of totals that was set aside.
struct TotalRow: Sendable {
  var origin: Origin
  /// How many rows of data stand above it.
  var rowsAbove: Int
  /// In hundredths, of the schema's added columns; nil where there is none.
  let numbers: [Int?]
}

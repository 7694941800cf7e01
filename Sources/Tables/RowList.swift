/// Rows as a person lists them: `3–402, 405, 407–814`.
package enum RowList {
  /// The rows must stand in ascending order; a row that stands twice is named once.
  package static func text(_ rows: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for row in rows {
      if let last = ranges.last, row <= last.upperBound + 1 {
        ranges[ranges.count - 1] = last.lowerBound...max(row, last.upperBound)
      } else {
        ranges.append(row...row)
      }
    }
    return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
      .joined(separator: ", ")
  }
}

internal import Tables

/// Sets aside a table's last row when it is the total of the others and no word says so.
///
/// The lists that DMC publishes end so. A school that has lost its code looks alike; the total of a
/// column is never below a number above it, so a row with a smaller number somewhere stays.
struct LastTotal {
  let schema: Schema
  let rules: ReadingRules

  /// Differences between the total and the sum of the rows above become findings.
  func setAside(_ part: inout TablePart) {
    guard let key = schema.key, part.columns[key] != nil, part.origins.count > 1,
      isOfNumbers(part, key)
    else { return }
    let last = part.origins.count - 1
    let columns = schema.columns.indices.filter { isNumber($0) && number(part, $0, last) != nil }
    let above = columns.map { column in (0..<last).compactMap { number(part, column, $0) } }
    let stated = columns.compactMap { number(part, $0, last) }
    guard stated.contains(where: { $0 > 0 }),
      zip(stated, above).allSatisfy({ total, numbers in numbers.allSatisfy { $0 <= total } })
    else { return }
    for (column, (total, numbers)) in zip(columns, zip(stated, above)) {
      let sum = numbers.reduce(0, +)
      guard sum != total else { continue }
      part.findings.append(
        rules.finding(
          .totalDiffers, part.origins[last], column: column, facts: .hundredths(total, sum)))
    }
    for index in part.columns.indices { part.columns[index]?.removeLast() }
    part.origins.removeLast()
    part.entry.accepted -= 1
    part.entry.total += 1
  }

  /// Nothing but numbers and words for a total, and no key.
  private func isOfNumbers(_ part: TablePart, _ key: Int) -> Bool {
    let last = part.origins.count - 1
    let keyText = text(part, key, last)
    guard keyText.isEmpty || schema.totalWords.contains(keyText) else { return false }
    return schema.columns.indices.allSatisfy { column in
      let text = text(part, column, last)
      return text.isEmpty || schema.totalWords.contains(text) || CellNumber.hundredths(text) != nil
    }
  }

  private func isNumber(_ column: Int) -> Bool {
    [.integer, .decimal].contains(schema.columns[column].kind)
  }

  private func number(_ part: TablePart, _ column: Int, _ row: Int) -> Int? {
    CellNumber.addend(text(part, column, row))
  }

  private func text(_ part: TablePart, _ column: Int, _ row: Int) -> String {
    CellNumber.text(part.columns[column]?.bytes(row) ?? [], part.encoding)
  }
}

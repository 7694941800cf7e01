internal import Render
package import Settings
package import Tables

/// The rows behind a figure as `krong trace` prints them: a sentence and a table, or CSV.
package struct TraceText: Sendable {
  enum Key: String, CaseIterable {
    case figure, sum, median, part, dataset, file, sheet, row, school, amount, value, numerator,
      denominator, whole, none
  }

  private var language: Language { words.language }
  private let words: Wording<Key>

  /// Reads `pages/trace.yaml`.
  package init(_ shelf: Shelf, language: Language) throws {
    words = try Wording(page: "pages/trace.yaml", shelf, language: language)
  }

  private subscript(_ key: Key, _ facts: String...) -> String {
    words[key, facts]
  }

  // MARK: For a person

  package func text(_ found: Tracer.Found) -> String {
    let value = NumberText.of(found.figure.value)
    var lines = [self[.figure, found.title[language], found.name, value]]
    let parts = [Key.value, .numerator, .denominator]
    for part in parts where found.rows.contains(where: { $0.part == part.rawValue }) {
      lines += [""] + section(part, found)
    }
    if found.rows.isEmpty { lines.append(self[.none]) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(_ part: Key, _ found: Tracer.Found) -> [String] {
    let rows = found.rows.filter { $0.part == part.rawValue }
    let title =
      found.isMedian
      ? self[.median, NumberText.grouped(rows.count)]
      : self[
        .sum, part == .value ? "" : self[part] + ": ", NumberText.grouped(rows.count),
        total(of: rows, found)]
    let hasSheets = rows.contains { !$0.sheet.isEmpty }
    let heads =
      [self[.file]] + (hasSheets ? [self[.sheet]] : []) + [
        self[.row], self[.school], self[.amount],
      ]
    let cells = rows.map { row in
      [row.file] + (hasSheets ? [row.sheet] : []) + [
        row.row == 0 ? self[.whole] : String(row.row), row.school, amount(row.amount, found),
      ]
    }
    let numbers: Set<Int> = [heads.count - 3, heads.count - 1]
    return [title] + TerminalTable([heads] + cells, numbers: numbers).lines.map { "  " + $0 }
  }

  private func total(of rows: [Tracer.Row], _ found: Tracer.Found) -> String {
    // No Int holds the sum of what only a broken file says.
    guard let sum = Int(exactly: rows.reduce(Int128(0)) { $0 + Int128($1.amount) }) else {
      return NumberText.noData
    }
    return amount(sum, found)
  }

  private func amount(_ amount: Int, _ found: Tracer.Found) -> String {
    found.scale == 1 ? NumberText.grouped(amount) : NumberText.amount(amount)
  }

  // MARK: For programs

  /// One line a row; the amounts of a part add up to the figure, or to one part of a share.
  package static func csv(_ found: Tracer.Found) -> [UInt8] {
    var csv = CSVText(header: "figure,part,dataset,file,sheet,row,school,amount")
    for row in found.rows {
      csv.append([
        found.name, row.part, row.dataset, row.file, row.sheet, String(row.row), row.school,
        FixedPoint.text(row.amount, scale: found.scale),
      ])
    }
    return csv.bytes
  }
}

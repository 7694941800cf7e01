internal import Settings
package import Tables

/// Finds the header of a table by what it says, not by where it stands.
package struct HeaderFinder: Sendable {
  /// How far down a header may stand.
  package static let searchedRows = 50
  /// How many rows a header may have, one above another.
  private static let mostRows = 3

  private let schema: Schema
  /// The columns of the schema that a header may mean.
  private let columns: [String: [Int]]

  package init(_ schema: Schema) {
    self.schema = schema
    var columns: [String: [Int]] = [:]
    for (index, column) in schema.columns.enumerated() {
      for header in column.headers { columns[HeaderText.key(header), default: []].append(index) }
    }
    self.columns = columns
  }

  /// The header among the first rows of a sheet; nil when no row holds enough of the schema's headers.
  ///
  /// Of several rows that name as many columns the first wins, and one row before several.
  package func find(_ rows: [[String]]) -> HeaderMatch? {
    var best: HeaderMatch?
    let words = HeaderWords(rows.prefix(Self.searchedRows), known: columns.keys)
    for (index, row) in rows.prefix(Self.searchedRows).enumerated()
    where row.contains(where: { !$0.isEmpty }) {
      for depth in 1...min(Self.mostRows, index + 1) {
        let least = best?.found ?? schema.minimumHeaders - 1
        let headings = (index - depth + 1)...index
        // Nearly all rows are data, and a look at their words tells them from a header.
        guard words.mostFound(in: headings) > least else { continue }
        let header = HeaderCells(rows[headings])
        let match = match(header, number: index + 1, below: rows.dropFirst(index + 1))
        if match.found > least { best = match }
      }
    }
    return best
  }

  /// The required columns that a header lacks.
  ///
  /// A column that can be had from elsewhere in the file is not asked of the header.
  package func missing(_ match: HeaderMatch, requiredOnly: Bool) -> [Int] {
    schema.columns.indices.filter {
      match.fields[$0] == nil && schema.columns[$0].elsewhere.isEmpty
        && (schema.columns[$0].isRequired || !requiredOnly)
    }
  }

  /// The column that a header names, the first of several.
  package func column(named header: String) -> Int? { columns[HeaderText.key(header)]?.first }

  /// The column that a header was probably meant to be.
  package func likely(_ header: String) -> String? {
    Suggestion.nearest(
      to: HeaderText.key(header), among: columns.keys.sorted())
  }

  private func match(
    _ header: HeaderCells, number: Int, below: ArraySlice<[String]>
  ) -> HeaderMatch {
    var fields = [Int?](repeating: nil, count: schema.columns.count)
    // What each header is known as: the first of its spellings that the schema has.
    let keys = header.spellings.map { words in
      words.map(HeaderText.key).first { columns[$0] != nil } ?? ""
    }
    let order = keys.indices.filter { header.isFilled($0) }
    // Columns that are told by their content choose first; of equal candidates the left one.
    for column in schema.columns.indices where schema.columns[column].length != nil {
      let candidates = candidates(column, keys)
      let fits = { (field: Int) in fit(field, column, keys, below) }
      let best = candidates.max { (fits($0), -$0) < (fits($1), -$1) }
      // Where no candidate fits, as after a spreadsheet has rounded all numbers, two equal headers
      // are told apart by their order.
      if let best, fits(best) > 0 || candidates.count > 1 { fields[column] = best }
    }
    var unknown: [Int] = []
    for field in order where !fields.contains(field) {
      let free = columns[keys[field]]?.first {
        fields[$0] == nil && fit(field, $0, keys, below) > 0
          && candidates($0, keys).contains(field)
      }
      if let free { fields[free] = field } else { unknown.append(field) }
    }
    let renamed = rename(&unknown, header, &fields)
    return HeaderMatch(
      row: number, fields: fields, width: (order.last ?? -1) + 1,
      unknown: unknown.map { (header.text($0), $0) }, renamed: renamed,
      numbers: numbers(fields, width: (order.last ?? -1) + 1))
  }

  /// The fields that may be a column: those headed so, or the one of them that the schema counts to.
  private func candidates(_ column: Int, _ keys: [String]) -> [Int] {
    let fields = keys.indices.filter { columns[keys[$0]]?.contains(column) == true }
    guard let occurrence = schema.columns[column].occurrence else { return fields }
    return fields.indices.contains(occurrence - 1) ? [fields[occurrence - 1]] : []
  }

  /// Headers that go on in brackets where the schema's does not, as `อายุ(ปี)` does after `อายุ`.
  private func rename(
    _ unknown: inout [Int], _ header: HeaderCells, _ fields: inout [Int?]
  ) -> [(header: String, column: Int)] {
    var renamed: [(header: String, column: Int)] = []
    for field in unknown {
      let key = HeaderText.key(header.text(field))
      let known = columns.keys.filter { key.hasPrefix($0 + "(") }.max { $0.count < $1.count }
      guard let column = known.flatMap({ columns[$0] })?.first(where: { fields[$0] == nil }),
        schema.columns[column].occurrence == nil
      else { continue }
      fields[column] = field
      renamed.append((header.text(field), column))
    }
    unknown.removeAll { fields.contains($0) }
    return renamed
  }

  private func numbers(_ fields: [Int?], width: Int) -> [Bool] {
    var numbers = [Bool](repeating: false, count: width)
    for (column, field) in fields.enumerated() {
      if let field { numbers[field] = [.integer, .decimal].contains(schema.columns[column].kind) }
    }
    return numbers
  }

  /// How well the cells below a field fit a column, in hundredths.
  private func fit(
    _ field: Int, _ column: Int, _ keys: [String], _ below: ArraySlice<[String]>
  ) -> Int {
    guard let length = schema.columns[column].length else { return 100 }
    let isOnlyMeaning = columns[keys[field]]?.count == 1
    return isOnlyMeaning || below.isEmpty ? 100 : fit(field, length, below)
  }

  /// The share of cells below that have this number of letters and digits, in hundredths.
  ///
  /// Without any cell nothing speaks against the column.
  private func fit(_ field: Int, _ length: Int, _ rows: ArraySlice<[String]>) -> Int {
    let cells = rows.filter { field < $0.count }.map { $0[field] }.filter {
      $0.contains { !$0.isWhitespace }
    }
    guard !cells.isEmpty else { return 100 }
    let fitting = cells.count {
      $0.unicodeScalars.count { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        == length
    }
    return fitting * 100 / cells.count
  }
}

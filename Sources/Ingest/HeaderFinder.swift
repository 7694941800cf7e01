internal import Settings
package import Tables

/// Which physical column holds which column of the schema, and where the table starts.
package struct HeaderMatch: Sendable, Equatable {
  /// The header's row, from 1.
  package let row: Int
  /// For each column of the schema its place in the file, from 0.
  package let fields: [Int?]
  /// The number of columns of the header, without empty ones at its end.
  package let width: Int
  /// Headers that the schema does not know, with their place.
  package let unknown: [(header: String, field: Int)]

  package var found: Int { fields.count { $0 != nil } }

  package static func == (left: HeaderMatch, right: HeaderMatch) -> Bool {
    left.row == right.row && left.fields == right.fields && left.width == right.width
  }
}

/// Finds the header of a table by what it says, not by where it stands.
package struct HeaderFinder: Sendable {
  /// How far down a header may stand.
  package static let searchedRows = 50

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
  package func find(_ rows: [[String]]) -> HeaderMatch? {
    var best: HeaderMatch?
    for (index, row) in rows.prefix(Self.searchedRows).enumerated() {
      let match = match(row, number: index + 1, below: rows.dropFirst(index + 1))
      if match.found > (best?.found ?? schema.minimumHeaders - 1) { best = match }
    }
    return best
  }

  /// The required columns that a header lacks.
  package func missing(_ match: HeaderMatch, requiredOnly: Bool) -> [Int] {
    schema.columns.indices.filter {
      match.fields[$0] == nil && (schema.columns[$0].isRequired || !requiredOnly)
    }
  }

  /// The column that a header was probably meant to be.
  package func likely(_ header: String) -> String? {
    Suggestion.nearest(
      to: HeaderText.key(header), among: columns.keys.sorted())
  }

  private func match(
    _ row: [String], number: Int, below: ArraySlice<[String]>
  ) -> HeaderMatch {
    var fields = [Int?](repeating: nil, count: schema.columns.count)
    var unknown: [(header: String, field: Int)] = []
    let keys = row.map(HeaderText.key)
    let order = keys.indices.filter { !keys[$0].isEmpty }
    let fits = { (field: Int, column: Int) -> Int in
      guard let length = schema.columns[column].length else { return 100 }
      let isOnlyMeaning = columns[keys[field]]?.count == 1
      return isOnlyMeaning || below.isEmpty ? 100 : fit(field, length, below)
    }
    // Columns that are told by their content choose first; of equal candidates the left one.
    for column in schema.columns.indices where schema.columns[column].length != nil {
      let candidates = order.filter { columns[keys[$0]]?.contains(column) == true }
      let best = candidates.max { (fits($0, column), -$0) < (fits($1, column), -$1) }
      // Where no candidate fits, as after a spreadsheet has rounded all numbers, two equal headers
      // are told apart by their order.
      if let best, fits(best, column) > 0 || candidates.count > 1 { fields[column] = best }
    }
    for field in order where !fields.contains(field) {
      let free = columns[keys[field]]?.first { fields[$0] == nil && fits(field, $0) > 0 }
      if let free { fields[free] = field } else { unknown.append((row[field], field)) }
    }
    return HeaderMatch(
      row: number, fields: fields, width: (order.last ?? -1) + 1, unknown: unknown)
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

internal import Settings
package import Tables

/// Finds the header of a table by what it says, not by where it stands.
package struct HeaderFinder: Sendable {
  /// How far down a header may stand.
  package static let searchedRows = 50
  /// How many rows a header may have, one above another.
  private static let mostRows = 3

  private let schema: Schema
  /// The columns of the schema that a header may mean, in the order of the schema.
  private let columns: [String: [Int]]
  /// For each column of the schema: how usual each of its headers is, from 0 for the usual one.
  private let ranks: [[String: Int]]
  private let ignored: Set<String>

  package init(_ schema: Schema) {
    self.schema = schema
    var columns: [String: [Int]] = [:]
    ranks = schema.columns.map { column in
      Dictionary(
        column.headers.map(HeaderText.key).enumerated().map { ($1, $0) },
        uniquingKeysWith: { first, _ in first })
    }
    for (index, keys) in ranks.enumerated() {
      for key in keys.keys { columns[key, default: []].append(index) }
    }
    self.columns = columns
    ignored = Set(schema.ignoredHeaders.map(HeaderText.key))
  }

  /// The header among the first rows of a sheet; nil when no row holds enough of the schema's headers.
  ///
  /// Of several rows that name as many columns the first wins, and one row before several.
  package func find(_ rows: [[String]]) -> HeaderMatch? {
    var best: HeaderMatch?
    let words = rows.prefix(Self.searchedRows).map { row in row.map(HeaderWord.init) }
    let bound = HeaderBound(words, known: columns.keys)
    for (index, row) in words.enumerated() where row.contains(where: { !$0.text.isEmpty }) {
      for depth in 1...min(Self.mostRows, index + 1) {
        let least = best?.found ?? schema.minimumHeaders - 1
        let headings = (index - depth + 1)...index
        // Nearly all rows are data, and a look at their words tells them from a header.
        guard bound.mostFound(in: headings) > least else { continue }
        let header = HeaderCells(words[headings])
        let match = match(header, number: index + 1, below: rows.dropFirst(index + 1))
        if match.found > least { best = match }
      }
    }
    return best
  }

  /// What the labels of a page's record mean, as if they were a header; `values` are its one row.
  func match(sections: [String], labels: [String], values: [String]) -> HeaderMatch {
    let header = HeaderCells([sections.map(HeaderWord.init), labels.map(HeaderWord.init)])
    return match(header, number: 0, below: [values])
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

  /// Refuses a header without a required column, with the unknown header that may be meant.
  func refusal(lacking column: Int, in match: HeaderMatch) -> Refusal {
    let title = schema.columns[column].title
    let likely = match.unknown.map { $0.header }.first { header in
      schema.columns[column].headers.contains { known in
        Suggestion.nearest(to: HeaderText.key(header), among: [HeaderText.key(known)]) != nil
      }
    }
    return Refusal(.columnRequired, title + (likely.map { " (\($0)?)" } ?? ""))
  }

  private func match(
    _ header: HeaderCells, number: Int, below: ArraySlice<[String]>
  ) -> HeaderMatch {
    var fields = [Int?](repeating: nil, count: schema.columns.count)
    let keys = HeaderKeys(header) { columns[$0] != nil }
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
    place(order, keys, below, &fields)
    let isKnown = Set(fields.compactMap { $0 })
    var unknown = order.filter { !isKnown.contains($0) }
    let renamed = rename(&unknown, header, &fields)
    unknown.removeAll { ignored.contains(header.key($0)) }
    let width = (order.last ?? -1) + 1
    return HeaderMatch(
      row: number, fields: fields, width: width, unknown: unknown.map { (header.text($0), $0) },
      renamed: renamed, numbers: numbers(fields, width: width))
  }

  /// Gives columns their fields: the more usual header first, of equal ones the left one.
  ///
  /// A header of which no meaning fits the cells below is taken for its first one that is left.
  private func place(
    _ order: [Int], _ keys: HeaderKeys, _ below: ArraySlice<[String]>, _ fields: inout [Int?]
  ) {
    let meanings = order.flatMap { field in
      self.meanings(of: field, keys).map { column in
        (rank: ranks[column][keys[field]] ?? 0, field: field, column: column)
      }
    }.sorted { ($0.rank, $0.field, $0.column) < ($1.rank, $1.field, $1.column) }
    var taken = Set(fields.compactMap { $0 })
    for mustFit in [true, false] {
      for (_, field, column) in meanings
      where fields[column] == nil && !taken.contains(field)
        && (!mustFit || fit(field, column, keys, below) > 0)
      {
        fields[column] = field
        taken.insert(field)
      }
    }
  }

  /// The fields that may be a column.
  private func candidates(_ column: Int, _ keys: HeaderKeys) -> [Int] {
    keys.indices.filter { meanings(of: $0, keys).contains(column) }
  }

  /// The columns that a field may be: of several equal headers each is the one that a schema counts to.
  ///
  /// A header that stands once and that no other column of the schema knows need not be counted.
  private func meanings(of field: Int, _ keys: HeaderKeys) -> [Int] {
    let meanings = columns[keys[field]] ?? []
    if meanings.count == 1, !keys.isRepeated(field) { return meanings }
    return meanings.filter { column in
      schema.columns[column].occurrence.map { keys.isOccurrence($0, field) } ?? true
    }
  }

  /// Headers that go on in brackets where the schema's does not, as `อายุ(ปี)` does after `อายุ`.
  private func rename(
    _ unknown: inout [Int], _ header: HeaderCells, _ fields: inout [Int?]
  ) -> [(header: String, column: Int)] {
    var renamed: [(header: String, column: Int)] = []
    for field in unknown {
      let key = header.key(field)
      let brackets = key.indices.filter { key[$0] == "(" }
      // The longest opening that the schema knows.
      let meanings = brackets.reversed().lazy.compactMap { columns[String(key[..<$0])] }.first ?? []
      guard let column = meanings.first(where: { fields[$0] == nil }),
        schema.columns[column].occurrence == nil
      else { continue }
      fields[column] = field
      renamed.append((header.text(field), column))
    }
    let isKnown = Set(fields.compactMap { $0 })
    unknown.removeAll { isKnown.contains($0) }
    return renamed
  }

  private func numbers(_ fields: [Int?], width: Int) -> [Bool] {
    var numbers = [Bool](repeating: false, count: width)
    for (column, field) in fields.enumerated() {
      let isCount = [.integer, .decimal].contains(schema.columns[column].kind)
      // A number that stands for the rows below it, too, names them and is not added up.
      if let field { numbers[field] = isCount && !schema.columns[column].fillsDown }
    }
    return numbers
  }

  /// How well the cells below a field fit a column, in hundredths.
  private func fit(
    _ field: Int, _ column: Int, _ keys: HeaderKeys, _ below: ArraySlice<[String]>
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

/// One cell of a header: as it is written, and as it is compared.
struct HeaderWord: Equatable {
  let text: String
  let key: String

  init(_ text: String) {
    self.text = text
    key = HeaderText.key(text)
  }
}

/// The cells of a header that may have several rows, one above another.
///
/// A heading above several columns stands in the first of them, as merged cells are written; it
/// belongs to the empty cells on its right as far as there is a heading below them.
struct HeaderCells {
  /// For each physical column: its headings from above to below, without empty ones.
  private var columns: [[HeaderWord]]

  init(_ rows: ArraySlice<[HeaderWord]>) {
    let width = rows.map { $0.count }.max() ?? 0
    columns = Array(repeating: [], count: width)
    for (depth, row) in rows.enumerated() {
      let below = rows.dropFirst(depth + 1)
      var heading: HeaderWord?
      for column in 0..<width {
        let own = column < row.count && !row[column].text.isEmpty ? row[column] : nil
        let isBelow = below.contains { column < $0.count && !$0[column].text.isEmpty }
        if own != nil || !isBelow { heading = own }
        if let heading, columns[column].last?.key != heading.key { columns[column].append(heading) }
      }
    }
  }

  func isFilled(_ column: Int) -> Bool { !columns[column].isEmpty }

  /// The heading as a person reads it.
  func text(_ column: Int) -> String { columns[column].map { $0.text }.joined(separator: " ") }

  /// The heading as it is compared.
  func key(_ column: Int) -> String { columns[column].map { $0.key }.joined() }

  /// The ways in which a schema may know each heading: all its words, or only the last or the first.
  var spellings: [[String]] {
    columns.map { words in
      guard let last = words.last, let first = words.first else { return [] }
      return words.count == 1
        ? [last.key] : [words.map { $0.key }.joined(), last.key, first.key]
    }
  }
}

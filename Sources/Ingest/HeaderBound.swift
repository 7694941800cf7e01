/// How many columns the first rows of a sheet can name at most; looks at each of their cells once.
///
/// Matching a header costs as much as reading some ten thousand rows; this passes over rows that
/// cannot be one.
struct HeaderBound {
  /// For each row: how many columns its cells can name alone.
  private var alone: [Int] = []
  /// For each row: how many columns its cells can name alone or together with cells of other rows.
  private var together: [Int] = []

  /// `known` are the headers of a schema, as they are compared.
  init(_ rows: [[HeaderWord]], known: some Sequence<String>) {
    let known = Set(known)
    let openings = Set(known.flatMap { key in key.unicodeScalars.indices.map { key[..<$0] } })
    for row in rows {
      var (alone, together) = (0, 0)
      for (column, cell) in row.enumerated() where !cell.text.isEmpty {
        // A heading above several columns belongs to the empty cells on its right, too.
        let width = 1 + row[(column + 1)...].prefix { $0.text.isEmpty }.count
        // What goes on in brackets may be a header with a note.
        if known.contains(cell.key) || cell.text.utf8.contains(UInt8(ascii: "(")) {
          alone += width
          together += width
        } else if openings.contains(cell.key[...]) {
          together += width
        }
      }
      self.alone.append(alone)
      self.together.append(together)
    }
  }

  /// An upper bound for the columns that rows can name when they are one header.
  func mostFound(in rows: ClosedRange<Int>) -> Int {
    rows.count == 1 ? alone[rows.lowerBound] : rows.reduce(0) { $0 + together[$1] }
  }
}

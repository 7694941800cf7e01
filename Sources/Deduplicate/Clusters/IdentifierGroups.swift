internal import Tables

/// The groups of two or more rows with one certain identifier, in the order of their first rows.
struct IdentifierGroups {
  let groups: [[Int]]

  init(_ identifiers: CleanIdentifierColumn, accepted: Bitmap) {
    let hashes = (0..<identifiers.count).map { row -> UInt64 in
      let word = identifiers[row]
      return accepted[row] && (word.isDigits || word.isGCode)
        ? Hash.finished(word.word) : 0
    }
    let blocks = Blocks(hashes, rowCount: identifiers.count)
    groups = (0..<blocks.count).flatMap { group in
      // Blocks are told apart by a part of the hash only.
      Dictionary(grouping: blocks.rows[blocks.range(of: group)].map { Int($0) }) { identifiers[$0] }
        .filter { $0.value.count > 1 && $0.key.isCertain }.values
    }.sorted { $0[0] < $1[0] }
  }
}

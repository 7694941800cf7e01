internal import Tables

/// Pairs of rows that have nothing to do with each other, to learn what strangers share by chance.
///
/// The rows are drawn by the hash of their first blocking key and paired with one far away in that order, so
/// that the same rows give the same pairs however they are ordered.
struct RandomPairs: Sendable {
  private(set) var pairs: [UInt64] = []

  private static let mostRows = 1 << 14
  private static let rounds = 3

  init(_ model: MatchModel, _ columns: [ColumnValues], _ input: MatchInput) {
    var drawn: [(hash: UInt64, row: UInt32)] = []
    let most = UInt64.max / UInt64(max(1, input.count / Self.mostRows))
    for key in model.keys.prefix(2) {
      drawn = []
      for table in input.tables.indices {
        let part = input.tables[table]
        let hasher = KeyHasher(key, table: table, columns, input, model.uses)
        var first = 0
        while first < part.table.count {
          let block = first..<min(part.table.count, first + 65_536)
          let hashes = hasher.hashes(of: block)
          for (place, hash) in hashes.enumerated() where hash != 0 {
            let hash = Hash.finished(hash)
            if hash <= most { drawn.append((hash, UInt32(part.start + first + place))) }
          }
          first = block.upperBound
        }
      }
      if drawn.count >= min(input.count / 2, Self.mostRows / 4) { break }
    }
    drawn.sort { ($0.hash, $0.row) < ($1.hash, $1.row) }
    // Rows with one key are perhaps one person's, and which comes first hangs on their order.
    var rows: [UInt32] = []
    for place in drawn.indices
    where (place == 0 || drawn[place - 1].hash != drawn[place].hash)
      && (place + 1 == drawn.count || drawn[place + 1].hash != drawn[place].hash)
    {
      rows.append(drawn[place].row)
    }
    guard rows.count > 8 else { return }
    for round in 1...Self.rounds {
      let step = rows.count * round / (2 * Self.rounds + 1) + 1
      for place in rows.indices {
        let other = rows[(place + step) % rows.count]
        if rows[place] != other { pairs.append(RowPair(rows[place], other).word) }
      }
    }
  }
}

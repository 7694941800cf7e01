internal import Tables

/// The pairs of rows that are worth comparing, each once.
struct Candidates: Sendable {
  /// Pairs of rows, as `RowPair` packs them, ascending.
  private(set) var pairs: [UInt64] = []
  /// The report of each key, in the order of the model.
  private(set) var reports: [MatchReport.Key] = []

  /// - Parameter within: whether rows of the own table are compared with each other.
  init(
    _ keys: [BlockingKey], _ columns: [ColumnValues], _ input: MatchInput, _ uses: [ColumnUse],
    within: Bool, pairsPerRow: Double, jobs: Int
  ) async {
    let found = await keys.inOrder(jobs: jobs) { key in
      Self.pairs(of: key, columns, input, uses, within: within, pairsPerRow: pairsPerRow)
    }
    pairs.reserveCapacity(found.reduce(0) { $0 + $1.pairs.count })
    for one in found {
      pairs.append(contentsOf: one.pairs)
      if let last = reports.last, last.name == one.report.name {
        reports[reports.count - 1].add(one.report)
      } else {
        reports.append(one.report)
      }
    }
    pairs.sortPairs(rowCount: input.count)
  }

  private static func pairs(
    of key: BlockingKey, _ columns: [ColumnValues], _ input: MatchInput, _ uses: [ColumnUse],
    within: Bool, pairsPerRow: Double
  ) -> (pairs: [UInt64], report: MatchReport.Key) {
    let blocks = blocks(of: key, columns, input, uses)
    let own = UInt32(input.ownCount)
    let room = max(10_000, Int(Double(input.ownCount) * pairsPerRow))
    let limit = sizeLimit(blocks, pairs: room)
    var report = MatchReport.Key(name: key.name)
    var pairs: [UInt64] = []
    for group in 0..<blocks.count {
      let range = blocks.range(of: group)
      guard range.count <= limit else {
        report.cut(range.count)
        continue
      }
      for left in range.dropLast() {
        let row = blocks.rows[left]
        // Rows are ascending, so the others of the group are no own ones either.
        guard row < own else { break }
        for right in left + 1..<range.upperBound where within || blocks.rows[right] >= own {
          pairs.append(UInt64(row) << 32 | UInt64(blocks.rows[right]))
        }
      }
    }
    report.pairs = pairs.count
    return (pairs, report)
  }

  private static func blocks(
    of key: BlockingKey, _ columns: [ColumnValues], _ input: MatchInput, _ uses: [ColumnUse]
  ) -> Blocks {
    let ownHashes = KeyHasher(key, table: 0, columns, input, uses).hashes(of: 0..<input.ownCount)
    guard input.tables.count > 1 else {
      return Blocks(ownHashes, rowCount: input.count)
    }
    // Of the other tables only rows whose key an own row may have.
    let filter = HashFilter(ownHashes)
    var hashes: [UInt64] = []
    var rows: [UInt32] = []
    for (row, hash) in ownHashes.enumerated() where hash != 0 {
      hashes.append(hash)
      rows.append(UInt32(row))
    }
    for table in 1..<input.tables.count {
      let part = input.tables[table]
      let hasher = KeyHasher(key, table: table, columns, input, uses)
      var first = 0
      while first < part.table.count {
        let block = first..<min(part.table.count, first + 65_536)
        let others = hasher.hashes(of: block)
        for (place, hash) in others.enumerated() where hash != 0 && filter.mayHold(hash) {
          hashes.append(hash)
          rows.append(UInt32(part.start + first + place))
        }
        first = block.upperBound
      }
    }
    return Blocks(hashes, rows: rows, rowCount: input.count)
  }

  /// The largest size of a group so that all groups up to it make no more than so many pairs.
  private static func sizeLimit(_ blocks: Blocks, pairs: Int) -> Int {
    var groups: [Int: Int] = [:]
    for group in 0..<blocks.count { groups[blocks.range(of: group).count, default: 0] += 1 }
    var (sum, limit) = (0, 2)
    for (size, count) in groups.sorted(by: { $0.key < $1.key }) {
      let (product, overflow) = (size * (size - 1) / 2).multipliedReportingOverflow(by: count)
      guard !overflow, product <= pairs - sum else { break }
      sum += product
      limit = max(limit, size)
    }
    return limit
  }
}

extension MatchReport.Key {
  fileprivate mutating func cut(_ rows: Int) {
    cutGroups += 1
    cutRows += rows
    cutPairs += rows * (rows - 1) / 2
  }

  fileprivate mutating func add(_ other: Self) {
    pairs += other.pairs
    cutGroups += other.cutGroups
    cutRows += other.cutRows
    cutPairs += other.cutPairs
  }
}

/// Tells for most hashes that are not in a set that they are not.
private struct HashFilter {
  private var bits: [UInt64]
  private let shift: UInt64

  init(_ hashes: [UInt64]) {
    var exponent = 10
    while exponent < 28, 1 << exponent < hashes.count * 16 { exponent += 1 }
    shift = UInt64(64 - exponent)
    bits = [UInt64](repeating: 0, count: 1 << (exponent - 6))
    for hash in hashes where hash != 0 {
      let place = hash >> shift
      bits[Int(truncatingIfNeeded: place >> 6)] |= 1 << (place & 63)
    }
  }

  @inline(__always)
  func mayHold(_ hash: UInt64) -> Bool {
    let place = hash >> shift
    return bits[Int(truncatingIfNeeded: place >> 6)] >> (place & 63) & 1 != 0
  }
}

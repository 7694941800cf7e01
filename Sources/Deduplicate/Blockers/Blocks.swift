/// The groups of rows that share a blocking key.
package struct Blocks: Sendable {
  /// The rows of all groups, one group behind the other, ascending within each.
  package private(set) var rows: [UInt32] = []
  /// Where each group ends.
  private(set) var ends: [UInt32] = []

  /// Groups rows by their hash; 0 belongs to no group.
  ///
  /// Hash and row share a word, the words are dealt into buckets that fit the nearest cache, and in
  /// each bucket what has no partner is dropped before anything is sorted. O(rows).
  ///
  /// - Parameter rows: the row of each hash, ascending; nil when they are counted from 0.
  package init(_ hashes: [UInt64], rows numbers: [UInt32]? = nil, rowCount: Int) {
    let rowBits = max(1, UInt64.bitWidth - max(rowCount - 1, 1).leadingZeroBitCount)
    let rowMask: UInt64 = (1 << UInt64(rowBits)) - 1
    var bucketBits = 0
    while bucketBits < 12, hashes.count >> bucketBits > 1024 { bucketBits += 1 }
    let shift = UInt64(UInt64.bitWidth - bucketBits)
    var starts = [Int](repeating: 0, count: (1 << bucketBits) + 1)
    for hash in hashes where hash != 0 {
      starts[Self.bucket(hash, shift) &+ 1] &+= 1
    }
    for bucket in 1..<starts.count { starts[bucket] &+= starts[bucket - 1] }
    var words = [UInt64](repeating: 0, count: starts[starts.count - 1])
    var next = starts
    for place in hashes.indices where hashes[place] != 0 {
      let hash = hashes[place]
      let bucket = Self.bucket(hash, shift)
      let row = numbers.map { UInt64($0[place]) } ?? UInt64(truncatingIfNeeded: place)
      words[next[bucket]] = hash & ~rowMask | row
      next[bucket] &+= 1
    }
    var seen = [UInt8](repeating: 0, count: 8192)
    var kept: [UInt64] = []
    for bucket in 0..<starts.count - 1 {
      let range = starts[bucket]..<starts[bucket + 1]
      guard range.count > 1 else { continue }
      // The bits below those that chose the bucket.
      let low = shift &- 13
      for place in range {
        let slot = Int(truncatingIfNeeded: words[place] >> low & 8191)
        seen[slot] = min(seen[slot] &+ 1, 2)
      }
      kept.removeAll(keepingCapacity: true)
      for place in range where seen[Int(truncatingIfNeeded: words[place] >> low & 8191)] > 1 {
        kept.append(words[place])
      }
      for place in range { seen[Int(truncatingIfNeeded: words[place] >> low & 8191)] = 0 }
      kept.sort()
      append(kept, rowMask)
    }
  }

  private static func bucket(_ hash: UInt64, _ shift: UInt64) -> Int {
    shift == 64 ? 0 : Int(truncatingIfNeeded: hash >> shift)
  }

  private mutating func append(_ words: [UInt64], _ rowMask: UInt64) {
    var first = 0
    while first < words.count {
      var end = first + 1
      while end < words.count, words[end] & ~rowMask == words[first] & ~rowMask { end += 1 }
      if end - first > 1 {
        for word in words[first..<end] { rows.append(UInt32(truncatingIfNeeded: word & rowMask)) }
        ends.append(UInt32(truncatingIfNeeded: rows.count))
      }
      first = end
    }
  }

  package var count: Int { ends.count }

  package func range(of group: Int) -> Range<Int> {
    (group == 0 ? 0 : Int(ends[group - 1]))..<Int(ends[group])
  }
}

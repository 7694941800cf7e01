/// Two rows in one word: the smaller number above, so that sorted pairs stand in the order of their rows.
package struct RowPair: Sendable, Hashable {
  package let word: UInt64

  package init(word: UInt64) { self.word = word }

  package init(_ left: UInt32, _ right: UInt32) {
    word = left < right ? UInt64(left) << 32 | UInt64(right) : UInt64(right) << 32 | UInt64(left)
  }

  package var left: UInt32 { UInt32(truncatingIfNeeded: word >> 32) }
  package var right: UInt32 { UInt32(truncatingIfNeeded: word) }
}

extension [UInt64] {
  /// Sorts pairs of rows and drops those that stand there twice.
  ///
  /// By counting, eleven bits at a time and only those that rows below `rowCount` use. O(pairs).
  package mutating func sortPairs(rowCount: Int) {
    guard count > 1 else { return }
    let rowBits = UInt64.bitWidth - Swift.max(rowCount - 1, 1).leadingZeroBitCount
    var other = [UInt64](repeating: 0, count: count)
    for half in [0, 32] {
      var shift = 0
      while shift < rowBits {
        let place = UInt64(half + shift)
        var starts = [Int](repeating: 0, count: 2049)
        for word in self { starts[Int(truncatingIfNeeded: word >> place & 2047) &+ 1] &+= 1 }
        for digit in 1..<2049 { starts[digit] &+= starts[digit - 1] }
        for word in self {
          let digit = Int(truncatingIfNeeded: word >> place & 2047)
          other[starts[digit]] = word
          starts[digit] &+= 1
        }
        swap(&self, &other)
        shift += 11
      }
    }
    var kept = 1
    for place in 1..<count where self[place] != self[kept - 1] {
      self[kept] = self[place]
      kept += 1
    }
    removeLast(count - kept)
  }
}

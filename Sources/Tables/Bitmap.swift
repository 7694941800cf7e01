/// One bit per row or per distinct value.
package struct Bitmap: Sendable, Equatable {
  private var words: [UInt64]
  package private(set) var count: Int

  package init(count: Int = 0, repeating bit: Bool = false) {
    words = Array(repeating: bit ? .max : 0, count: (count + 63) / 64)
    self.count = count
    clearTail()
  }

  package subscript(index: Int) -> Bool {
    get { words[index >> 6] >> UInt64(index & 63) & 1 == 1 }
    set {
      precondition(index < count, "a bit beyond the bitmap's end")
      let bit: UInt64 = 1 << UInt64(index & 63)
      if newValue { words[index >> 6] |= bit } else { words[index >> 6] &= ~bit }
    }
  }

  package mutating func append(_ bit: Bool) {
    if count & 63 == 0 { words.append(0) }
    count += 1
    if bit { self[count - 1] = true }
  }

  /// The bits that are set here and not in another bitmap of the same length.
  package func subtracting(_ other: Bitmap) -> Bitmap {
    precondition(count == other.count, "bitmaps of one table are equally long")
    var result = self
    for index in words.indices { result.words[index] &= ~other.words[index] }
    return result
  }

  /// The bits that are set in both; both are of one length.
  package func intersection(_ other: Bitmap) -> Bitmap {
    var both = self
    for word in words.indices { both.words[word] &= other.words[word] }
    return both
  }

  /// How many bits are set.
  package var population: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// The indices of the bits that are set, in order.
  package var indices: [Int] {
    var result: [Int] = []
    for (word, bits) in words.enumerated() {
      var left = bits
      while left != 0 {
        result.append(word * 64 + left.trailingZeroBitCount)
        left &= left - 1
      }
    }
    return result
  }

  private mutating func clearTail() {
    if count & 63 != 0 { words[words.count - 1] &= (1 << UInt64(count & 63)) - 1 }
  }
}

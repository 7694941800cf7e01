/// How many letters must be put in, left out, exchanged or swapped with their neighbour to make one word
/// of another.
///
/// Bit-parallel: one step a letter of the longer word, sixty-four letters of the other at once (Hyyrö,
/// "A bit-vector algorithm for computing Levenshtein and Damerau edit distances", 2003).
/// O(letters); longer words are compared by their first sixty-four.
package struct EditDistance {
  private var places = [UInt64](repeating: 0, count: 256)

  package init() {}

  package mutating func between(
    _ left: Range<Int>, _ right: Range<Int>, in letters: Span<UInt8>
  ) -> Int {
    let left = left.prefix(64)
    guard let last = left.indices.last, !right.isEmpty else { return max(left.count, right.count) }
    var bit: UInt64 = 1
    for place in left {
      places[Int(letters[place])] |= bit
      bit <<= 1
    }
    let top: UInt64 = 1 << UInt64(last - left.startIndex)
    var (positive, negative, diagonal, before) = (
      ~(0 as UInt64), 0 as UInt64, 0 as UInt64, 0 as UInt64
    )
    var distance = left.count
    for place in right.prefix(64) {
      let equal = places[Int(letters[place])]
      let swapped = ((~diagonal & equal) << 1) & before
      diagonal = (((equal & positive) &+ positive) ^ positive) | equal | negative | swapped
      var up = negative | ~(diagonal | positive)
      var down = diagonal & positive
      if up & top != 0 { distance += 1 }
      if down & top != 0 { distance -= 1 }
      up = up << 1 | 1
      down <<= 1
      positive = down | ~(diagonal | up)
      negative = up & diagonal
      before = equal
    }
    for place in left { places[Int(letters[place])] = 0 }
    return distance
  }
}

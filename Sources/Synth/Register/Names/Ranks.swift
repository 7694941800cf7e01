/// Ranks thrown so that a few come often and most seldom, as names do.
///
/// Zipf and Mandelbrot: the rank k, from 0, weighs 1 / (k + head). A longer head makes the first ranks
/// less usual.
struct Ranks: Sendable {
  /// The sum of the weights up to each rank.
  private let reached: [UInt64]

  init(_ count: Int, head: Int) {
    var sum: UInt64 = 0
    reached = (1...count).map { rank in
      sum += 1_000_000_000 / UInt64(rank + head)
      return sum
    }
  }

  func pick(using generator: inout SeededGenerator) -> Int {
    let thrown = UInt64(generator.below(Int(reached[reached.count - 1])))
    var (low, high) = (0, reached.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if reached[middle] > thrown { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// How often each pattern of agreement occurs.
struct PatternCounts: Sendable {
  private var counts: [UInt64: Int] = [:]

  init() {}

  init(_ patterns: some Sequence<UInt64>) {
    for pattern in patterns { counts[pattern, default: 0] += 1 }
  }

  mutating func add(_ other: PatternCounts) { counts.merge(other.counts) { $0 + $1 } }

  /// In the order of the patterns, so that sums come out the same in every run.
  var sorted: [(pattern: Pattern, count: Double)] {
    counts.sorted { $0.key < $1.key }.map { (Pattern(word: $0.key), Double($0.value)) }
  }
}

/// A stream of a compound file, read by place; its bytes lie in several stretches of the file.
package struct CompoundStream: Sendable {
  private let source: ByteSource
  private let ranges: [Range<Int>]
  /// Where each stretch starts within the stream.
  private let starts: [Int]
  package let count: Int

  /// All of the stretches are read, one after another.
  init(_ source: ByteSource, _ ranges: [Range<Int>]) {
    self.source = source
    self.ranges = ranges
    var starts: [Int] = []
    starts.reserveCapacity(ranges.count)
    var count = 0
    for range in ranges {
      starts.append(count)
      count += range.count
    }
    self.starts = starts
    self.count = count
  }

  /// The bytes of a range, cut at the end of the stream.
  package func read(_ range: Range<Int>) throws -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.clamped(to: 0..<count).count)
    try read(range, appendingTo: &bytes)
    return bytes
  }

  /// Appends the bytes of a range, cut at the end of the stream.
  package func read(_ range: Range<Int>, appendingTo bytes: inout [UInt8]) throws {
    for place in places(of: range) { try source.read(place, appendingTo: &bytes) }
  }

  /// Where the bytes of a range stand in the file.
  func places(of range: Range<Int>) -> [Range<Int>] {
    let range = range.clamped(to: 0..<count)
    guard !range.isEmpty else { return [] }
    var places: [Range<Int>] = []
    var index = indexOfStretch(holding: range.lowerBound)
    var place = range.lowerBound
    while place < range.upperBound {
      let start = ranges[index].lowerBound + place - starts[index]
      let end = min(ranges[index].upperBound, start + range.upperBound - place)
      places.append(start..<end)
      place += end - start
      index += 1
    }
    return places
  }

  /// The last stretch that does not start behind a place, which must lie within the stream.
  private func indexOfStretch(holding place: Int) -> Int {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= place { low = middle } else { high = middle }
    }
    return low
  }
}

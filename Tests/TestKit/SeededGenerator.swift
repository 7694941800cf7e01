/// Random numbers that a seed repeats, so that a failing case can be named.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(_ seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Up to `most` bytes; half of the cases are of the alphabet only.
  package mutating func bytes(upTo most: Int, alphabet: [UInt8]) -> [UInt8] {
    let isWild = Bool.random(using: &self)
    return (0..<Int.random(in: 0...most, using: &self)).map { _ in
      isWild
        ? UInt8.random(in: 0...255, using: &self)
        : alphabet[Int.random(in: 0..<alphabet.count, using: &self)]
    }
  }
}

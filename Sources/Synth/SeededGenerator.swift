/// Numbers that look random and are the same for the same seed on every machine (SplitMix64).
///
/// The generator of the standard library may change from version to version; a committed fixture
/// must not. Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
package struct SeededGenerator: Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to, but not including, a limit above 0.
  package mutating func below(_ limit: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(limit)).high)
  }

  package mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// True so many times in a thousand.
  package mutating func chance(perThousand: Int) -> Bool { below(1000) < perThousand }

  /// Around 0, rarely further away than a spread: the sum of four even throws.
  package mutating func scattered(_ spread: Int) -> Int {
    let throwsMade = (0..<4).reduce(0) { sum, _ in sum + below(2 * spread + 1) - spread }
    return throwsMade / 2
  }

  package mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[below(choices.count)]
  }

  /// A generator of its own for a part of the work, so that parts do not disturb each other.
  package func fork(_ part: UInt64) -> SeededGenerator {
    var child = SeededGenerator(seed: state ^ (part &* 0xD134_2543_DE82_EF95))
    _ = child.next()
    return SeededGenerator(seed: child.next())
  }
}

/// The thirteenth digit of a citizen number, which follows from the twelve before it.
///
/// d13 = (11 − (Σ dᵢ·(14−i)) mod 11) mod 10 for i = 1…12, as all public validators compute it. The third
/// digit weighs 11 and so is never checked.
enum CitizenNumber {
  /// Whether a number of at most thirteen digits, read with its leading zeros, checks.
  static func isValid(_ number: UInt64) -> Bool {
    guard number < 10_000_000_000_000 else { return false }
    // Two halves of 32 bits, for divisions by ten are paid per digit.
    let (high, low) = number.quotientAndRemainder(dividingBy: 10_000_000)
    let check = UInt32(low) % 10
    let sum =
      weighted(UInt32(low) / 10, digits: 6, from: 2) &+ weighted(UInt32(high), digits: 6, from: 8)
    return (11 &- sum % 11) % 10 == check
  }

  /// The digits, the last first, each times its weight.
  private static func weighted(_ number: UInt32, digits: Int, from first: UInt32) -> UInt32 {
    var rest = number
    var weight = first
    var sum: UInt32 = 0
    for _ in 0..<digits {
      let tenth = rest / 10
      sum &+= (rest &- tenth &* 10) &* weight
      rest = tenth
      weight &+= 1
    }
    return sum
  }
}

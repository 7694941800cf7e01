/// The thirteenth digit of a citizen number, which follows from the twelve before it.
///
/// d13 = (11 − (Σ dᵢ·(14−i)) mod 11) mod 10 for i = 1…12 (Department of Provincial Administration, as every
/// open validator has it). The third digit weighs 11 and so is never checked.
enum CitizenNumber {
  /// Whether a number of at most thirteen digits, read with its leading zeros, checks.
  static func isValid(_ number: UInt64) -> Bool {
    var rest = number / 10
    var sum: UInt64 = 0
    for weight: UInt64 in 2...13 {
      sum += rest % 10 * weight
      rest /= 10
    }
    return rest == 0 && (11 - sum % 11) % 10 == number % 10
  }
}

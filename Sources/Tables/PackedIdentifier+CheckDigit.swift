extension PackedIdentifier {
  /// A thirteen-digit number whose last digit agrees with the twelve before it.
  ///
  /// d13 = (11 − (Σ dᵢ·(14−i)) mod 11) mod 10, as printed on every identity card; source: the
  /// Department of Provincial Administration's numbering. The weight of the third digit is 11, so an
  /// error there is never seen, and one random number in ten passes: weak evidence.
  package var hasValidCheckDigit: Bool {
    form == .digits && length == 13 && Self.hasValidCheckDigit(value)
  }

  /// The same of a number of at most thirteen digits, read with its leading zeros.
  package static func hasValidCheckDigit(_ number: UInt64) -> Bool {
    var rest = number / 10
    var sum: UInt64 = 0
    for weight in 2...13 as ClosedRange<UInt64> {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      sum += digit * weight
      rest = quotient
    }
    return rest == 0 && (11 - sum % 11) % 10 == number % 10
  }

  /// A G-code as the ministry issues it: G and twelve digits.
  package var isWellFormedGCode: Bool { form == .gCode && length == 12 }

  /// Good enough to say for certain that two rows carry the same identifier.
  package var isCertain: Bool { hasValidCheckDigit || isWellFormedGCode }
}

/// Thirteen-digit citizen numbers with a right check digit that belong to nobody.
///
/// Digits two to five name the registration office; 99xx is used by none, nor is 09xx. So no number here
/// can be a living person's.
package enum CitizenNumber {
  /// The number of a slot, each slot used by one child or by a pair of twins.
  ///
  /// Different slots give different numbers below 150 million slots; twins' numbers follow each other.
  package static func make(slot: Int, isSecondTwin: Bool, first digit: Int) -> UInt64 {
    let office = (digit == 0 && slot % 2 == 0 ? 900 : 9900) + 1 + slot % 30
    let serial = slot / 30 * 3_090_169 % 5_000_000 * 2 + (isSecondTwin ? 1 : 0)
    return withCheckDigit(UInt64((digit * 10_000 + office) * 10_000_000 + serial))
  }

  /// Appends the digit that makes twelve digits a number: (11 − Σ dᵢ·(14−i) mod 11) mod 10.
  package static func withCheckDigit(_ twelve: UInt64) -> UInt64 {
    var rest = twelve
    var sum: UInt64 = 0
    for weight in UInt64(2)...13 {
      sum += rest % 10 * weight
      rest /= 10
    }
    return twelve * 10 + (11 - sum % 11) % 10
  }

  package static func isValid(_ number: UInt64) -> Bool {
    number < 10_000_000_000_000 && withCheckDigit(number / 10) == number
  }
}

/// How a child is known to the authorities.
package enum Identity: Sendable, Hashable {
  case citizen(UInt64)
  /// The twelve digits after the G: year of issue, province, serial.
  case gCode(UInt64)

  /// A code issued by a province; the serial starts with 9, which is far above those given out.
  package static func gCode(year: Int, province: Int, serial: Int) -> Identity {
    .gCode(
      UInt64((year * 100 + province) * 100_000_000 + 90_000_000 + serial * 6_180_339 % 10_000_000))
  }

  package var text: String {
    switch self {
    case .citizen(let number): Digits.padded(number, to: 13)
    case .gCode(let number): "G" + Digits.padded(number, to: 12)
    }
  }
}

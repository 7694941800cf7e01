/// Citizen numbers with a right check digit, for pupils that nobody is.
package enum CheckedNumber {
  /// The number of a pupil, `1100000` and the pupil's place before the check digit.
  package static func make(_ place: Int) -> String {
    let digits = Array("1100000" + String(repeating: "0", count: 5 - "\(place)".count) + "\(place)")
      .compactMap { $0.wholeNumberValue }
    let sum = zip(digits, (2...13).reversed()).reduce(0) { $0 + $1.0 * $1.1 }
    return digits.map { String($0) }.joined() + String((11 - sum % 11) % 10)
  }
}

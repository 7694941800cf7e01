/// Numbers that are kept as whole multiples of a part: of one, or of a hundredth.
package enum FixedPoint {
  /// In digits, with a decimal part only where there is one; `scale` is 1 or 100.
  package static func text(_ value: Int, scale: Int) -> String {
    guard scale > 1 else { return String(value) }
    let (whole, part) = value.magnitude.quotientAndRemainder(dividingBy: UInt(scale))
    let sign = value < 0 ? "-" : ""
    if part == 0 { return "\(sign)\(whole)" }
    let digits = part < 10 ? "0\(part)" : "\(part)"
    return "\(sign)\(whole).\(digits.last == "0" ? String(digits.dropLast()) : digits)"
  }

  /// `part` times `scale` divided by `whole`, to the nearest whole number, halves away from zero; nil where it does
  /// not fit or `whole` is 0.
  ///
  /// In whole numbers: as doubles 201 of 400 are 50.2% and not 50.3%.
  package static func quotient(_ part: Int, of whole: Int, times scale: Int = 1) -> Int? {
    guard whole != 0 else { return nil }
    let (high, low) = part.magnitude.multipliedFullWidth(by: scale.magnitude)
    guard high < whole.magnitude else { return nil }
    let (quotient, rest) = whole.magnitude.dividingFullWidth((high, low))
    let rounded = rest >= whole.magnitude - rest ? quotient &+ 1 : quotient
    guard let number = Int(exactly: rounded) else { return nil }
    return (part < 0) != (whole < 0) ? -number : number
  }

  /// A number with at most two decimals in hundredths; nil for anything else.
  package static func hundredths(_ text: String) -> Int? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let isPlain = { (part: Substring) in part.utf8.allSatisfy { 0x30...0x39 ~= $0 } }
    guard let first = parts.first, let whole = Int(first), isPlain(first.drop { $0 == "-" }),
      parts.count == 1 || (1...2 ~= parts[1].utf8.count && isPlain(parts[1]))
    else { return nil }
    let digits = parts.count == 1 ? "00" : (parts[1] + "0").prefix(2)
    guard let rest = Int(digits) else { return nil }
    let (hundreds, tooLarge) = whole.multipliedReportingOverflow(by: 100)
    let (sum, overflow) =
      first.hasPrefix("-")
      ? hundreds.subtractingReportingOverflow(rest) : hundreds.addingReportingOverflow(rest)
    return tooLarge || overflow ? nil : sum
  }
}

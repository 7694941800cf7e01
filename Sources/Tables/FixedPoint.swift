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

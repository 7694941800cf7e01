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
}

package import Tables

/// How a figure is written for a reader.
///
/// Zero, "nothing was collected", "not computed" and "hidden because few" look different from each other.
package enum NumberText {
  package static let noData = "–"
  package static let notComputed = "…"
  package static let suppressed = "<5"

  package static func of(_ value: Figure.Value) -> String {
    switch value {
    case .count(let count): grouped(count)
    case .amount(let hundredths): amount(hundredths)
    case .share(let part, let whole): percent(part, of: whole)
    case .ratio(let one, let other): ratio(one, to: other)
    case .mean(let sum, let count, let scale): mean(sum, of: count, scale: scale)
    case .noData: noData
    case .notComputed: notComputed
    case .suppressed: suppressed
    }
  }

  /// Digits in groups of three, as in 12,345.
  package static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude).utf8)
    var text: [UInt8] = number < 0 ? Array("−".utf8) : []
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place).isMultiple(of: 3) { text.append(UInt8(ascii: ",")) }
      text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Two decimals, as in 960,000.50.
  package static func amount(_ hundredths: Int) -> String {
    let (whole, part) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    return (hundredths < 0 ? "−" : "") + grouped(Int(whole)) + (part < 10 ? ".0" : ".") + "\(part)"
  }

  /// As in 1 : 17, with one decimal below ten; of nothing there is none.
  package static func ratio(_ one: Int, to other: Int) -> String {
    guard other != 0 else { return noData }
    let tenths = (Double(one) / Double(other) * 10).rounded()
    guard let tenths = Int(exactly: tenths) else { return noData }
    let whole = "1 : " + grouped((tenths + 5) / 10)
    return tenths < 100 && tenths % 10 != 0 ? "1 : \(tenths / 10).\(tenths % 10)" : whole
  }

  /// Two decimals, as in 24.53.
  package static func mean(_ sum: Int, of count: Int, scale: Int) -> String {
    guard count != 0 else { return noData }
    let hundredths = (Double(sum) / Double(count) * 100 / Double(scale)).rounded()
    return Int(exactly: hundredths).map { amount($0) } ?? noData
  }

  /// Hundredths of a bit with their sign, as in +12.30.
  package static func bits(_ hundredths: Int) -> String {
    let (whole, part) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    return (hundredths < 0 ? "-" : "+") + "\(whole)" + (part < 10 ? ".0" : ".") + "\(part)"
  }

  /// A probability in hundredths of a percent, rounded down, for only what is sure is 100%.
  package static func chance(_ probability: Double) -> String {
    guard let parts = Int(exactly: (probability * 10_000).rounded(.down)) else { return noData }
    guard parts > 0 || probability == 0 else { return "<0.01%" }
    let rest = parts.magnitude % 100
    return "\(parts / 100)" + (rest < 10 ? ".0" : ".") + "\(rest)%"
  }

  /// One decimal, as in 12.5%; a share of nothing is no data.
  package static func percent(_ part: Int, of whole: Int) -> String {
    guard whole != 0 else { return noData }
    let tenths = (Double(part) / Double(whole) * 1000).rounded()
    guard let tenths = Int(exactly: tenths) else { return noData }
    let sign = tenths < 0 ? "−" : ""
    return sign + grouped(Int(tenths.magnitude / 10)) + ".\(tenths.magnitude % 10)%"
  }
}

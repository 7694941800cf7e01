package import Tables

/// How a figure is written for a reader.
///
/// Zero, "nothing was collected", "not computed" and "hidden" look different from each other.
package enum NumberText {
  package static let noData = "–"
  package static let notComputed = "…"
  package static let suppressed = "*"

  package static func of(_ value: Figure.Value) -> String {
    switch value {
    case .count(let count): grouped(count)
    case .amount(let hundredths): amount(hundredths)
    case .share(let part, let whole): percent(part, of: whole)
    case .change(let now, let before, let scale): change(now, from: before, in: scale)
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

  /// The difference with its sign, and how much that is of what was before: +12 (+0.4%).
  package static func change(_ now: Int, from before: Int, in scale: Figure.Scale) -> String {
    let told = difference(now, before, in: scale)
    return growth(now, from: before, in: scale).map { told + " (" + $0 + ")" } ?? told
  }

  /// A difference with its sign, as in +12; of shares in percentage points.
  package static func difference(_ now: Int, _ before: Int, in scale: Figure.Scale) -> String {
    let (difference, overflow) = now.subtractingReportingOverflow(before)
    if overflow { return noData }
    if difference == 0 { return "0" }
    let number =
      switch scale {
      case .whole: grouped(difference)
      case .hundredths: amount(difference)
      case .points: amount(difference) + " pp"
      }
    return difference > 0 ? "+" + number : number
  }

  /// A difference in percent of what was before, with its sign; nil where that says nothing.
  package static func growth(_ now: Int, from before: Int, in scale: Figure.Scale) -> String? {
    let (difference, overflow) = now.subtractingReportingOverflow(before)
    guard !overflow, difference != 0, before != 0, scale != .points else { return nil }
    guard let share = FixedPoint.quotient(difference, of: before, times: 1000) else { return nil }
    let tenths = share.magnitude
    return (difference < 0 ? "−" : "+") + grouped(Int(tenths / 10)) + ".\(tenths % 10)%"
  }

  /// As in 1 : 17, with one decimal below ten; of nothing there is none.
  package static func ratio(_ one: Int, to other: Int) -> String {
    guard let tenths = FixedPoint.quotient(one, of: other, times: 10),
      let whole = FixedPoint.quotient(one, of: other)
    else { return noData }
    return tenths < 100 && tenths % 10 != 0
      ? "1 : \(tenths / 10).\(tenths % 10)" : "1 : " + grouped(whole)
  }

  /// Two decimals, as in 24.53.
  package static func mean(_ sum: Int, of count: Int, scale: Int) -> String {
    let (all, overflow) = count.multipliedReportingOverflow(by: scale)
    guard !overflow else { return noData }
    return FixedPoint.quotient(sum, of: all, times: 100).map { amount($0) } ?? noData
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
    guard let tenths = FixedPoint.quotient(part, of: whole, times: 1000) else { return noData }
    let sign = tenths < 0 ? "−" : ""
    return sign + grouped(Int(tenths.magnitude / 10)) + ".\(tenths.magnitude % 10)%"
  }
}

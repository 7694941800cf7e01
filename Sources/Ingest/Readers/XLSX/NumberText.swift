/// A number as text: the shortest decimal that means the same number.
enum NumberText {
  /// Whether bytes are a number in its shortest form already.
  ///
  /// A decimal of at most 15 digits without needless zeros is always the shortest for its number. Only
  /// plain forms are accepted; all others go through `parse` and `append`.
  static func isShortest(_ bytes: Span<UInt8>) -> Bool {
    var place = !bytes.isEmpty && bytes[0] == UInt8(ascii: "-") ? 1 : 0
    let start = place
    while place < bytes.count, bytes[place].isDigit { place &+= 1 }
    let digits = place - start
    guard digits > 0, digits <= 15, digits == 1 || bytes[start] != UInt8(ascii: "0") else {
      return false
    }
    // "-0" is zero.
    if place == bytes.count { return start == 0 || bytes[start] != UInt8(ascii: "0") }
    guard bytes[place] == UInt8(ascii: ".") else { return false }
    let fraction = place + 1
    place = fraction
    while place < bytes.count, bytes[place].isDigit { place &+= 1 }
    return place == bytes.count && place > fraction && digits + place - fraction <= 15
      && bytes[place - 1] != UInt8(ascii: "0")
  }

  /// The number that bytes mean: digits with a sign, a point and an exponent; nil for anything else.
  static func parse(_ bytes: Span<UInt8>) -> Double? {
    var form = DecimalForm()
    guard bytes.count <= 400, form.read(bytes) else { return nil }
    if let exact = form.exactValue { return exact }
    var text = ""
    for index in bytes.indices { text.unicodeScalars.append(Unicode.Scalar(bytes[index])) }
    return Double(text).flatMap { $0.isFinite ? $0 : nil }
  }

  /// Appends a number; whole ones below 2^53 without an exponent, larger ones as Excel shows them.
  static func append(_ value: Double, to text: inout [UInt8]) {
    guard value.magnitude >= 0x1p53 || value != value.rounded() else {
      text.append(contentsOf: Array(String(Int64(value)).utf8))
      return
    }
    let words = value.description.split(separator: "e")
    let mantissa = words[0].hasSuffix(".0") ? words[0].dropLast(2) : words[0]
    guard words.count == 2, let exponent = Int(words[1]) else {
      text.append(contentsOf: Array(mantissa.utf8))
      return
    }
    text.append(contentsOf: Array(scientific(String(mantissa), exponent).utf8))
  }

  /// A number below 1 with its zeros written out, as far as 15 of them; otherwise `1.5E+16`.
  private static func scientific(_ mantissa: String, _ exponent: Int) -> String {
    guard -15..<0 ~= exponent else {
      return "\(mantissa)E\(exponent < 0 ? "" : "+")\(exponent)"
    }
    let sign = mantissa.hasPrefix("-") ? "-" : ""
    let digits = mantissa.filter { $0.isNumber }
    return "\(sign)0.\(String(repeating: "0", count: -exponent - 1))\(digits)"
  }
}

/// The parts of a decimal number in text.
private struct DecimalForm {
  private var isNegative = false
  private var mantissa: UInt64 = 0
  private var digits = 0
  private var fraction = 0
  private var hasExponent = false

  /// Reads a number that fills the bytes; false when they are not one.
  mutating func read(_ bytes: Span<UInt8>) -> Bool {
    var place = 0
    isNegative = !bytes.isEmpty && bytes[0] == UInt8(ascii: "-")
    if isNegative || (!bytes.isEmpty && bytes[0] == UInt8(ascii: "+")) { place = 1 }
    readDigits(bytes, &place)
    if place < bytes.count, bytes[place] == UInt8(ascii: ".") {
      place += 1
      let whole = digits
      readDigits(bytes, &place)
      fraction = digits - whole
    }
    return digits > 0 && readExponent(bytes, place)
  }

  private mutating func readDigits(_ bytes: Span<UInt8>, _ place: inout Int) {
    while place < bytes.count, bytes[place].isDigit {
      mantissa = mantissa &* 10 &+ UInt64(bytes[place] & 15)
      digits += 1
      place += 1
    }
  }

  private mutating func readExponent(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    var place = start
    guard place < bytes.count else { return true }
    guard bytes[place] | 0x20 == UInt8(ascii: "e") else { return false }
    hasExponent = true
    place += 1
    let signs = [UInt8(ascii: "-"), UInt8(ascii: "+")]
    if place < bytes.count, signs.contains(bytes[place]) { place += 1 }
    let first = place
    while place < bytes.count, bytes[place].isDigit { place += 1 }
    return place > first && place == bytes.count
  }

  /// The number, when one division gives it without error: 15 digits and powers of ten up to 22 are
  /// exact in binary.
  var exactValue: Double? {
    guard digits <= 15, !hasExponent else { return nil }
    var power = 1.0
    for _ in 0..<fraction { power *= 10 }
    let value = Double(mantissa) / power
    return isNegative ? -value : value
  }
}

extension UInt8 {
  var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
}

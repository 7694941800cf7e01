/// Numbers written as bytes.
package enum Digits {
  /// Appends a number of 0 or more with at least so many digits.
  package static func append(_ number: Int, to bytes: inout [UInt8], width: Int = 1) {
    append(UInt64(number), to: &bytes, width: width)
  }

  package static func append(_ number: UInt64, to bytes: inout [UInt8], width: Int = 1) {
    let start = bytes.count
    var rest = number
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    while bytes.count - start < width { bytes.append(UInt8(ascii: "0")) }
    bytes[start...].reverse()
  }

  package static func padded(_ number: some BinaryInteger, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// The text with ๐–๙ for 0–9.
  package static func thai(_ text: String) -> String {
    var thai = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard "0"..."9" ~= scalar, let digit = Unicode.Scalar(scalar.value - 0x30 + 0x0E50) else {
        thai.append(scalar)
        continue
      }
      thai.append(digit)
    }
    return String(thai)
  }
}

/// A header as it is compared: without spaces and marks that nobody sees, and with sara am composed.
enum HeaderText {
  /// The suffixes that forms add to a header.
  private static let suffixes = ["ต้องกรอก", "*", ":"]
  private static let suffixEnds = suffixes.compactMap { $0.unicodeScalars.last }

  static func key(_ header: String) -> String {
    var scalars: [Unicode.Scalar] = []
    for scalar in header.unicodeScalars where !isInvisible(scalar) { scalars.append(scalar) }
    var key = ""
    var index = 0
    while index < scalars.count {
      // Nikhahit and sara aa, as re-saved files spell sara am (U+0E4D U+0E32 for U+0E33).
      if scalars[index].value == 0x0E4D, index + 1 < scalars.count,
        scalars[index + 1].value == 0x0E32
      {
        key.unicodeScalars.append("\u{0E33}")
        index += 2
      } else {
        // Thai has no upper case; it and small ASCII are nearly all that is read.
        if isLower(scalars[index]) {
          key.unicodeScalars.append(scalars[index])
        } else {
          key += String(scalars[index]).lowercased()
        }
        index += 1
      }
    }
    // Few headers end as a suffix does, and to compare texts by their characters is slow.
    guard let last = key.unicodeScalars.last, suffixEnds.contains(last) else { return key }
    for suffix in suffixes where key.count > suffix.count && key.hasSuffix(suffix) {
      key.removeLast(suffix.count)
    }
    return key
  }

  private static func isLower(_ scalar: Unicode.Scalar) -> Bool {
    0x0E00...0x0E7F ~= scalar.value || 0x5B...0x7E ~= scalar.value || 0x21...0x40 ~= scalar.value
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0E7F, 0x23...0x7E: false
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF, 0xAD, 0x22: true
    default: scalar.properties.isWhitespace
    }
  }
}

/// A header as it is compared: without spaces and marks that nobody sees, and with sara am composed.
enum HeaderText {
  /// The suffixes that forms add to a header.
  private static let suffixes = ["ต้องกรอก", "(ต้องกรอก)", "*", "(*)", ":"]

  static func key(_ header: String) -> String {
    if isKey(header.utf8) { return header }
    let visible = header.unicodeScalars.filter { !isInvisible($0) }
    var key = composed(visible.map(\.value)).lowercased()
    while let suffix = suffixes.first(where: { key.count > $0.count && key.hasSuffix($0) }) {
      key.removeLast(suffix.count)
    }
    return key
  }

  /// Told at a glance: Thai without sara am, small ASCII without blanks, and no suffix.
  ///
  /// A file's first rows are mostly data and are compared with every header; what is not told here
  /// may be a key all the same.
  private static func isKey(_ header: String.UTF8View) -> Bool {
    var (before, last): (UInt8, UInt8) = (0, 0)
    for byte in header {
      let isSound =
        switch (before, last) {
        // Within U+0E00…U+0E7F, but for nikhahit (U+0E4D) and sara am (U+0E33).
        case (_, 0xE0): byte | 1 == 0xB9
        case (0xE0, 0xB8): byte != 0xB3
        case (0xE0, 0xB9): byte != 0x8D
        default: byte == 0xE0 || (0x23...0x7E ~= byte && !(0x41...0x5A ~= byte))
        }
      guard isSound else { return false }
      (before, last) = (last, byte)
    }
    // The last letters of the suffixes: a star, a bracket, a colon, or the last byte of ก.
    return ![UInt8(ascii: "*"), UInt8(ascii: ")"), UInt8(ascii: ":"), 0x81].contains(last)
  }

  /// Sara am as one character (U+0E33), behind a tone, however a re-saved file spells it.
  ///
  /// It may come as nikhahit and sara aa (U+0E4D U+0E32) with the tone between, before or after them.
  private static func composed(_ scalars: [UInt32]) -> String {
    var result = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      let rest = scalars[index...]
      let (tone, length) = saraAm(rest)
      if length > 0 {
        for scalar in [tone, 0x0E33] {
          scalar.flatMap(Unicode.Scalar.init).map { result.append($0) }
        }
        index += length
      } else {
        Unicode.Scalar(scalars[index]).map { result.append($0) }
        index += 1
      }
    }
    return String(result)
  }

  /// The tone and the length of a sara am at the front; a length of 0 where there is none.
  private static func saraAm(_ scalars: ArraySlice<UInt32>) -> (tone: UInt32?, length: Int) {
    let isTone = { (scalar: UInt32) in 0x0E48...0x0E4B ~= scalar }
    let front = Array(scalars.prefix(3))
    if front.starts(with: [0x0E4D, 0x0E32]) {
      return front.count == 3 && isTone(front[2]) ? (front[2], 3) : (nil, 2)
    }
    if front.count == 3, front[0] == 0x0E4D, isTone(front[1]), front[2] == 0x0E32 {
      return (front[1], 3)
    }
    if front.count >= 2, front[0] == 0x0E33, isTone(front[1]) { return (front[1], 2) }
    return (nil, 0)
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF, 0xAD, 0x22: true
    default: scalar.properties.isWhitespace
    }
  }
}

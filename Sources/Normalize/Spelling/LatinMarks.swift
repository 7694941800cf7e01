internal import Tables

/// Joins a Latin letter and the accent behind it into one character, as NFC does.
///
/// The library joins nothing by itself, but two strings that NFC makes equal are equal to it: so the
/// letters that exist are asked which of them equals the pair.
enum LatinMarks {
  /// The accents of European and Vietnamese letters.
  static let accents: ClosedRange<UInt32> = 0x0300...0x036F

  static func joined(_ scalars: [UInt32], _ changes: inout Changes) -> [UInt32] {
    guard scalars.contains(where: { accents ~= $0 }) else { return scalars }
    var result: [UInt32] = []
    for scalar in scalars {
      if accents ~= scalar, let last = result.last, let letter = letters[text(last, scalar)] {
        result[result.count - 1] = letter
        changes.insert(.accents)
      } else {
        result.append(scalar)
      }
    }
    return result
  }

  private static let letters: [String: UInt32] = {
    var letters: [String: UInt32] = [:]
    for range in [UInt32(0xC0)...0x24F, 0x1E00...0x1EFF] {
      for scalar in range { letters[text(scalar)] = scalar }
    }
    return letters
  }()

  private static func text(_ scalars: UInt32...) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars.compactMap({ Unicode.Scalar($0) }) { text.append(scalar) }
    return String(text)
  }
}

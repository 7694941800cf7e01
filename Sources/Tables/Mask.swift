/// What a person outside the officers' room may see of a value.
package enum Mask {
  /// The value as the audience may see it.
  ///
  /// Officers see everything, and a school what it has written itself but for identifiers. For the others
  /// an identifier keeps its last four characters, a name its first letter, and a sensitive value
  /// nothing. A value that holds an identifier, because the cells of its row have moved, is masked like
  /// one, and a whole date, which may be a birthday, is not shown unless `isDate` says that the column is
  /// made for dates that everybody may know.
  package static func masked(
    _ value: String, _ privacy: PrivacyClass, for audience: Audience, isDate: Bool = false
  ) -> String {
    guard audience != .officer, !value.isEmpty else { return value }
    if audience == .school {
      return privacy == .identifier && value.unicodeScalars.count > longestOwnNumber
        || holdsIdentifier(value) ? lastFour(value) : value
    }
    switch privacy {
    case .open:
      if holdsIdentifier(value) { return lastFour(value) }
      return !isDate && DateShape.holdsDate(Array(value.utf8)) ? "…" : value
    case .identifier: return lastFour(value)
    case .name: return String(value.unicodeScalars.prefix(1)) + "…"
    case .sensitive: return "…"
    }
  }

  /// The value of a column as the audience may see it; `privacy` may hide more than the column does.
  package static func masked(
    _ value: String, of column: SchemaColumn, _ privacy: PrivacyClass? = nil,
    for audience: Audience
  ) -> String {
    masked(
      value, column.privacy.stronger(privacy), for: audience, isDate: column.kind == .date)
  }

  /// A school gives its pupils numbers of up to six digits.
  private static let longestOwnNumber = 6

  /// Thirteen digits, or G and twelve, whatever stands between and around them.
  ///
  /// Anything but letters and colons may stand between digits, as a spreadsheet's commas between thousands.
  package static func holdsIdentifier(_ value: String) -> Bool {
    guard value.utf8.count >= 13 else { return false }
    var digits = 0
    for scalar in value.unicodeScalars {
      if scalar.isNumeric {
        digits += 1
      } else if !scalar.separatesDigits {
        digits = scalar == "G" || scalar == "g" ? 1 : 0
      }
      if digits >= 13 { return true }
    }
    return false
  }

  /// `x-xxxx-xxxx1-23-4` for thirteen digits, `Gxxxxxxxx1234` for a G-code; the source is the
  /// convention of printed identity numbers.
  private static func lastFour(_ value: String) -> String {
    let characters = Array(value.unicodeScalars)
    let digits = characters.filter { ("0"..."9").contains($0) }
    if characters.count == 13, digits.count == 13 {
      let tail = digits.suffix(4).map { String($0) }
      return "x-xxxx-xxxx\(tail[0])-\(tail[1])\(tail[2])-\(tail[3])"
    }
    guard characters.count > 4 else { return String(repeating: "x", count: characters.count) }
    let head = characters[0] == "G" ? "G" : "x"
    return head + String(repeating: "x", count: characters.count - 5)
      + String(String.UnicodeScalarView(characters.suffix(4)))
  }
}

extension Unicode.Scalar {
  /// Whether it stands for a number; the properties of letters as they are usual here are not looked up.
  fileprivate var isNumeric: Bool {
    switch self {
    case ..<"\u{80}": ("0"..."9").contains(self)
    case "\u{0E00}"..."\u{0E7F}": ("๐"..."๙").contains(self)
    default: properties.numericType != nil
    }
  }

  /// Whether it is written between the digits of one number, or is not to be seen at all.
  fileprivate var separatesDigits: Bool {
    switch self {
    // Colons stand in times of day.
    case "A"..."Z", "a"..."z", ":": false
    case ..<"\u{80}": true
    case "\u{0E00}"..."\u{0E7F}": false
    default: !properties.isAlphabetic
    }
  }
}

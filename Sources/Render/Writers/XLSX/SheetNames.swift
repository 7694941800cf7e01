internal import Tables

/// Names for the sheets of a workbook that Excel accepts, each once.
package struct SheetNames {
  /// In UTF-16 units.
  private static let longest = 31

  private var taken: Set<String> = []

  package init() {}

  /// A name as near to the wished one as can be had.
  package mutating func name(for wish: String) -> String {
    let plain = Self.legal(wish)
    var name = Self.cut(plain, to: Self.longest)
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      let tail = " (\(number))"
      name = Self.cut(plain, to: Self.longest - tail.utf16.count) + tail
      number += 1
    }
    return name
  }

  /// Without the characters that Excel refuses, and not "History", which it keeps for itself.
  private static func legal(_ wish: String) -> String {
    var name = String.UnicodeScalarView()
    for scalar in wish.unicodeScalars {
      switch scalar {
      case "[", "]", ":", "*", "?", "/", "\\": name.append("-")
      case "\u{0}"..."\u{1F}", "\u{7F}", "\u{FFFE}", "\u{FFFF}": name.append(" ")
      default: name.append(scalar)
      }
    }
    let text = String(name)
    let open = text.drop { " '".contains($0) }
    let end = open.lastIndex { !" '".contains($0) }
    let trimmed = end.map { String(open[...$0]) } ?? ""
    if trimmed.isEmpty { return "-" }
    return trimmed.lowercased() == "history" ? trimmed + "-" : trimmed
  }

  /// Whole letters, with their vowels and tone marks.
  private static func cut(_ name: String, to length: Int) -> String {
    var kept = ""
    for character in name {
      if kept.utf16.count + character.utf16.count > length { break }
      kept.append(character)
    }
    while kept.last == " " || kept.last == "'" { kept.removeLast() }
    return kept.isEmpty ? "-" : kept
  }
}

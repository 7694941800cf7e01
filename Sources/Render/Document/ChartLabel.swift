/// A name beside a mark: how it is cut to the room that there is.
package enum ChartLabel {
  /// Longer names are not told in full even where one points at a mark; their table has them.
  private static let longest = 300

  /// A name without line breaks and without the marks that turn the direction of what follows.
  package static func plain(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(longest) {
      switch scalar.value {
      case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: break
      case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: plain.append(" ")
      default: plain.append(scalar)
      }
    }
    return String(plain) + (text.unicodeScalars.count > longest ? "…" : "")
  }

  /// The lines in which a name stands in so many digits' widths; what is too long ends in "…".
  ///
  /// Lines break at spaces only: Thai has no others, and a word that is torn cannot be read.
  package static func lines(_ text: String, width: Int, most: Int) -> [String] {
    var lines: [String] = []
    var words = plain(text).split(separator: " ")[...]
    while let first = words.first, lines.count < most {
      var line = String(first)
      var count = 1
      for word in words.dropFirst() {
        let longer = line + " " + word
        guard TableWidths.width(of: longer) <= width else { break }
        line = longer
        count += 1
      }
      words = words.dropFirst(count)
      let isCut = lines.count + 1 == most && !words.isEmpty
      lines.append(
        isCut
          ? shortened(line + " " + words.joined(separator: " "), to: width)
          : shortened(line, to: width))
    }
    return lines.isEmpty ? [""] : lines
  }

  /// Whole letters with their marks, and "…" where some are left out.
  package static func shortened(_ text: String, to width: Int) -> String {
    guard TableWidths.width(of: text) > width else { return text }
    var kept = ""
    var room = width - 1
    for letter in text {
      room -= TableWidths.width(of: String(letter))
      if room < 0 { break }
      kept.append(letter)
    }
    return kept + "…"
  }
}

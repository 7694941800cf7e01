internal import Containers

/// Which cells hold dates: Excel stores a date as a number and tells it only by the cell's format.
struct NumberFormats: Sendable {
  enum Kind: UInt8, Sendable {
    case number
    case date
    /// A length of time, `[h]:mm`.
    case duration
  }

  /// One for each style that cells name by number.
  private let kinds: [Kind]

  /// Reads `styles.xml`; without it every number is a number.
  init(_ styles: XMLTree?) {
    var codes: [Int: Kind] = [:]
    for format in styles?.first("numFmts")?.all("numFmt") ?? [] {
      guard let id = format.attributes["numFmtId"].flatMap({ Int($0) }) else { continue }
      codes[id] = Self.kind(ofCode: format.attributes["formatCode"] ?? "")
    }
    kinds = (styles?.first("cellXfs")?.all("xf") ?? []).map { style in
      let id = style.attributes["numFmtId"].flatMap { Int($0) } ?? 0
      return codes[id] ?? Self.kind(ofBuiltIn: id)
    }
  }

  /// For each style the number of its format, and the formats that the workbook writes out.
  init(styles: [Int], codes: [Int: String]) {
    let codes = codes.mapValues { Self.kind(ofCode: $0) }
    kinds = styles.map { codes[$0] ?? Self.kind(ofBuiltIn: $0) }
  }

  /// The kind of a style; a style that the workbook does not have is a plain number.
  func kind(ofStyle style: Int) -> Kind { style < kinds.count ? kinds[style] : .number }

  /// The formats that every workbook has without saying so (ECMA-376-1 18.8.30; those from 27 on are
  /// dates in East Asian workbooks, from 71 on in Thai ones).
  private static func kind(ofBuiltIn id: Int) -> Kind {
    switch id {
    case 14...22, 27...36, 45, 47, 50...58, 71...78, 80, 81: .date
    case 46, 79: .duration
    default: .number
    }
  }

  /// The kind of a format that is written out, such as `[$-107041E]d mmm yyyy;@`.
  ///
  /// Only the first section counts, the one for positive numbers. Letters in quotes, after `\`, `_`
  /// or `*`, and in brackets do not; `[h]`, `[mm]`, `[ss]` make it a length of time.
  static func kind(ofCode code: String) -> Kind {
    var letters = code.unicodeScalars.makeIterator()
    var kind = Kind.number
    while let letter = letters.next(), letter != ";" {
      switch letter {
      case "\\", "_", "*": _ = letters.next()
      case "\"": _ = take(&letters, upTo: "\"")
      case "[": if isElapsed(take(&letters, upTo: "]")) { return .duration }
      case "d", "D", "m", "M", "y", "Y", "h", "H", "s", "S", "b", "B": kind = .date
      default: continue
      }
    }
    return kind
  }

  private static func take(
    _ letters: inout String.UnicodeScalarView.Iterator, upTo end: Unicode.Scalar
  ) -> String {
    var word = ""
    while let letter = letters.next(), letter != end { word.unicodeScalars.append(letter) }
    return word
  }

  private static func isElapsed(_ word: String) -> Bool {
    !word.isEmpty && [["h"], ["m"], ["s"]].contains(Set(word.lowercased()))
  }
}

/// The characters that references such as `&nbsp;` and `&#3585;` stand for.
///
/// Source: HTML Living Standard 13.2.5.72–84 and 13.5. Of its 2,231 names only those of HTML 4 that
/// occur in tables are known; all others stay as they are written.
enum HTMLReference {
  /// No reference is longer, the `&` included.
  static let longest = 36
  private static let mostDigits = 30

  /// The character of a reference behind its `&`, and where the text goes on; nil for a plain `&`.
  static func read(
    _ bytes: Span<UInt8>, _ range: Range<Int>
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    guard let start = range.first else { return nil }
    return bytes[start] == UInt8(ascii: "#")
      ? number(bytes, start + 1..<range.upperBound) : name(bytes, range)
  }

  private static func number(
    _ bytes: Span<UInt8>, _ range: Range<Int>
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    var place = range.lowerBound
    let isHex = place < range.upperBound && bytes[place].smallLetter == UInt8(ascii: "x")
    if isHex { place += 1 }
    let start = place
    var number: UInt32 = 0
    while place < range.upperBound, let digit = digit(bytes[place], isHex: isHex) {
      number = min(0x110000, number * (isHex ? 16 : 10) + digit)
      place += 1
      guard place - start <= mostDigits else { return nil }
    }
    guard place > start else { return nil }
    if place < range.upperBound, bytes[place] == UInt8(ascii: ";") { place += 1 }
    return (scalar(number), place)
  }

  private static func digit(_ byte: UInt8, isHex: Bool) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case _ where isHex && (byte | 0x20) &- 0x61 < 6: UInt32((byte | 0x20) - 0x57)
    default: nil
    }
  }

  /// Numbers from 128 to 159 mean the characters of windows-1252.
  private static func scalar(_ number: UInt32) -> Unicode.Scalar {
    let number =
      0x80..<0xA0 ~= number ? UInt32(windows1252[Int(number) - 0x80]) : number
    return number == 0 ? "\u{FFFD}" : Unicode.Scalar(number) ?? "\u{FFFD}"
  }

  private static let windows1252: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  /// The longest name that is known; only old ones may lack their semicolon.
  private static func name(
    _ bytes: Span<UInt8>, _ range: Range<Int>
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    var found: (Unicode.Scalar, Int)?
    var packed: UInt64 = 0
    var place = range.lowerBound
    let limit = min(range.upperBound, place + 8)
    while place < limit, bytes[place].isLetter || bytes[place].isDigit {
      packed = packed << 8 | UInt64(bytes[place])
      place += 1
      let isClosed = place < range.upperBound && bytes[place] == UInt8(ascii: ";")
      if let scalar = old[packed] { found = (scalar, isClosed ? place + 1 : place) }
      if isClosed, let scalar = new[packed] { found = (scalar, place + 1) }
    }
    return found
  }

  private static func pack(_ name: Substring) -> UInt64 {
    name.utf8.reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The names of HTML 2 and of Latin-1, which may lack their semicolon.
  private static let old: [UInt64: Unicode.Scalar] = {
    let latin = """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn \
      sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave \
      Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml \
      ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN \
      szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave \
      iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc \
      uuml yacute thorn yuml
      """
    var names: [UInt64: Unicode.Scalar] = [:]
    for (index, name) in latin.split(separator: " ").enumerated() {
      names[pack(name)] = Unicode.Scalar(UInt8(index + 0xA0))
    }
    let basic: [(Substring, Unicode.Scalar)] = [
      ("amp", "&"), ("AMP", "&"), ("lt", "<"), ("LT", "<"), ("gt", ">"), ("GT", ">"),
      ("quot", "\""), ("QUOT", "\""), ("COPY", "©"), ("REG", "®"),
    ]
    for (name, scalar) in basic { names[pack(name)] = scalar }
    return names
  }()

  private static let new: [UInt64: Unicode.Scalar] = {
    let list: [(Substring, Unicode.Scalar)] = [
      ("apos", "'"), ("ndash", "–"), ("mdash", "—"), ("hellip", "…"), ("lsquo", "‘"),
      ("rsquo", "’"), ("sbquo", "‚"), ("ldquo", "“"), ("rdquo", "”"), ("bdquo", "„"),
      ("bull", "•"), ("lsaquo", "‹"), ("rsaquo", "›"), ("dagger", "†"), ("Dagger", "‡"),
      ("permil", "‰"), ("prime", "′"), ("Prime", "″"), ("euro", "€"), ("trade", "™"),
      ("larr", "←"), ("uarr", "↑"), ("rarr", "→"), ("darr", "↓"), ("harr", "↔"), ("minus", "−"),
      ("infin", "∞"), ("radic", "√"), ("asymp", "≈"), ("ne", "≠"), ("equiv", "≡"), ("le", "≤"),
      ("ge", "≥"), ("sum", "∑"), ("ensp", "\u{2002}"), ("emsp", "\u{2003}"),
      ("thinsp", "\u{2009}"), ("zwnj", "\u{200C}"), ("zwj", "\u{200D}"), ("lrm", "\u{200E}"),
      ("rlm", "\u{200F}"), ("check", "✓"), ("sol", "/"), ("colon", ":"), ("num", "#"),
      ("percnt", "%"), ("lpar", "("), ("rpar", ")"), ("comma", ","), ("period", "."),
      ("hyphen", "‐"), ("dash", "‐"), ("lowbar", "_"), ("Tab", "\t"), ("NewLine", "\n"),
    ]
    return Dictionary(uniqueKeysWithValues: list.map { (pack($0.0), $0.1) })
  }()
}

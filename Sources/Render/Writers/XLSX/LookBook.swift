/// The style sheet of a workbook, filled while its cells are written.
///
/// The parts follow ECMA-376 part 1, 18.8. Entries stand in the order of their first use, so that
/// the same document gives the same bytes.
struct LookBook {
  static let font = "Tahoma"

  private var places: [Look: Int] = [:]
  private var looks: [Look] = []

  /// The digits in which the workbook shows its numbers.
  var numerals = Numerals.arabic

  init() { _ = index(of: Look()) }

  /// The number by which cells name a look.
  mutating func index(of look: Look) -> Int {
    if let place = places[look] { return place }
    places[look] = looks.count
    looks.append(look)
    return looks.count - 1
  }

  var styles: [UInt8] {
    var fonts = Entries()
    var fills = Entries()
    var borders = Entries()
    // Two fills are reserved by Excel, whatever a file says of them.
    _ = fills.index(of: "<fill><patternFill patternType=\"none\"/></fill>")
    _ = fills.index(of: "<fill><patternFill patternType=\"gray125\"/></fill>")
    let formats = looks.map { look in
      format(
        look, font: fonts.index(of: Self.font(look)), fill: fills.index(of: Self.fill(look)),
        border: borders.index(of: Self.border(look)))
    }
    let parts = [
      XLSXParts.declaration, "<styleSheet xmlns=\"\(XLSXParts.main)\">",
      numberFormats,
      fonts.list("fonts"), fills.list("fills"), borders.list("borders"),
      "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>",
      "</cellStyleXfs><cellXfs count=\"\(formats.count)\">", formats.joined(), "</cellXfs>",
      "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>",
      "</styleSheet>",
    ]
    return Array(parts.joined().utf8)
  }

  /// The format of shares, and those of changes where there are any.
  private var numberFormats: String {
    let used = Set(looks.map { $0.number }).union([.share])
    var formats = Markup(.spelled)
    for number in Look.Number.allCases where used.contains(number) {
      guard let code = number.code(numerals) else { continue }
      formats.raw("<numFmt numFmtId=\"\(number.identifier(numerals))\" formatCode=\"")
      formats.text(code)
      formats.raw("\"/>")
    }
    let count = used.count { $0.code(numerals) != nil }
    return "<numFmts count=\"\(count)\">" + String(decoding: formats.bytes, as: UTF8.self)
      + "</numFmts>"
  }

  private static func font(_ look: Look) -> String {
    "<font>" + (look.isBold ? "<b/>" : "") + (look.isItalic ? "<i/>" : "")
      + (look.isUnderlined ? "<u/>" : "")
      + "<sz val=\"\(look.size)\"/><color rgb=\"FF\(look.color)\"/><name val=\"\(font)\"/>"
      + "<family val=\"2\"/></font>"
  }

  private static func fill(_ look: Look) -> String {
    let fill = look.mark.map { Palette.ground($0) } ?? look.fill
    guard let fill else { return "<fill><patternFill patternType=\"none\"/></fill>" }
    return "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF\(fill)\"/>"
      + "<bgColor indexed=\"64\"/></patternFill></fill>"
  }

  private static func border(_ look: Look) -> String {
    if let mark = look.mark {
      // A frame, so that an empty cell is seen to be marked by whoever sees no colour.
      let color = Palette.ink(mark)
      let sides = ["left", "right", "top", "bottom"].map { side($0, "thin", color) }
      return "<border>\(sides.joined())<diagonal/></border>"
    }
    let left = look.opensGroup ? side("left", "thin", Palette.strongLine) : "<left/>"
    let top = look.hasTotalLine && look.hasLine ? side("top", "thin", Palette.strongLine) : "<top/>"
    let bottom =
      if look.hasTotalLine {
        side("bottom", "thin", Palette.strongLine)
      } else {
        look.hasLine ? side("bottom", "hair", Palette.line) : "<bottom/>"
      }
    return "<border>\(left)<right/>\(top)\(bottom)<diagonal/></border>"
  }

  private static func side(_ name: String, _ style: String, _ color: String) -> String {
    "<\(name) style=\"\(style)\"><color rgb=\"FF\(color)\"/></\(name)>"
  }

  private func format(_ look: Look, font: Int, fill: Int, border: Int) -> String {
    "<xf numFmtId=\"\(look.number.identifier(numerals))\" fontId=\"\(font)\" fillId=\"\(fill)\""
      + " borderId=\"\(border)\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\""
      + " applyBorder=\"1\" applyAlignment=\"1\"" + (look.isQuoted ? " quotePrefix=\"1\"" : "")
      + "><alignment horizontal=\"\(look.align.rawValue)\""
      + " vertical=\"\(look.isTop ? "top" : "center")\""
      + (look.wraps ? " wrapText=\"1\"" : "")
      + (look.indent > 0 ? " indent=\"\(look.indent)\"" : "")
      + "/></xf>"
  }
}

/// Entries of one list of the style sheet, each once, in the order of their first use.
private struct Entries {
  private var places: [String: Int] = [:]
  private var all: [String] = []

  mutating func index(of entry: String) -> Int {
    if let place = places[entry] { return place }
    places[entry] = all.count
    all.append(entry)
    return all.count - 1
  }

  func list(_ name: String) -> String {
    "<\(name) count=\"\(all.count)\">\(all.joined())</\(name)>"
  }
}

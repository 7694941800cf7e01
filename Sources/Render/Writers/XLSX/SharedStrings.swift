/// The texts of a workbook, each once (ECMA-376 part 1, 18.4).
struct SharedStrings {
  /// The most that Excel takes into a cell, in UTF-16 units; more makes it "repair" the file.
  static let longest = 32_767

  /// By their bytes, for Swift calls texts equal whose marks stand in another order.
  private var places: [[UInt8]: Int] = [:]
  private var markup = Markup(.spelled)
  /// How many cells hold a text.
  private var uses = 0

  /// The number by which cells name a text.
  mutating func index(of text: String) -> Int {
    uses += 1
    let bytes = Array(text.utf8)
    if let place = places[bytes] { return place }
    let place = places.count
    places[bytes] = place
    append(Self.cut(text))
    return place
  }

  var part: [UInt8] {
    var part = Markup(.spelled)
    part.raw(XLSXParts.declaration)
    part.raw("<sst xmlns=\"\(XLSXParts.main)\" count=\"\(uses)\" uniqueCount=\"\(places.count)\">")
    part.raw(markup.bytes)
    part.raw("</sst>")
    return part.bytes
  }

  private mutating func append(_ text: String) {
    let keepsSpace =
      text.first == " " || text.last == " " || text.utf8.contains(UInt8(ascii: "\n"))
    markup.raw(keepsSpace ? "<si><t xml:space=\"preserve\">" : "<si><t>")
    markup.text(text)
    markup.raw("</t></si>")
  }

  private static func cut(_ text: String) -> String {
    guard text.utf8.count > longest, text.utf16.count > longest else { return text }
    var kept = ""
    var units = 1
    for scalar in text.unicodeScalars {
      units += scalar.value > 0xFFFF ? 2 : 1
      if units > longest { break }
      kept.unicodeScalars.append(scalar)
    }
    return kept + "…"
  }
}

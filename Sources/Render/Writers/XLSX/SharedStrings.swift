internal import Tables

/// The texts of a workbook, each once (ECMA-376 part 1, 18.4).
struct SharedStrings {
  /// The most that Excel takes into a cell, in UTF-16 units; more makes it "repair" the file.
  static let longest = 32_767

  /// By their bytes, for Swift calls texts equal whose marks stand in another order.
  private var texts = ByteDictionary()
  /// How many cells hold a text.
  private var uses = 0

  /// The number by which a cell names a text.
  mutating func index(of text: String) -> Int {
    uses += 1
    return place(of: text)
  }

  /// The number by which cells name a text, that are counted by `use`.
  mutating func place(of text: String) -> Int {
    Int(texts.code(for: text.utf8.span))
  }

  mutating func use(_ cells: Int) { uses += cells }

  /// Hands over the part piece by piece.
  func write(_ emit: ([UInt8]) -> Void) {
    var markup = Markup(.spelled)
    markup.raw(XLSXParts.declaration)
    markup.raw("<sst xmlns=\"\(XLSXParts.main)\" count=\"\(uses)\" uniqueCount=\"\(texts.count)\">")
    for code in 0..<UInt32(texts.count) {
      append(texts.arena[texts.range(of: code)], to: &markup)
      if markup.bytes.count >= SheetBody.blockSize { emit(markup.take()) }
    }
    markup.raw("</sst>")
    emit(markup.take())
  }

  private func append(_ text: ArraySlice<UInt8>, to markup: inout Markup) {
    let space = UInt8(ascii: " ")
    let keepsSpace =
      text.first == space || text.last == space || text.contains(UInt8(ascii: "\n"))
    markup.raw(keepsSpace ? "<si><t xml:space=\"preserve\">" : "<si><t>")
    if text.count > Self.longest {
      markup.text(Self.cut(String(decoding: text, as: UTF8.self)))
    } else {
      markup.text(text)
    }
    markup.raw("</t></si>")
  }

  private static func cut(_ text: String) -> String {
    guard text.utf16.count > longest else { return text }
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

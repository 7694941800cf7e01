package import Settings

/// Takes a title out of the cell of the given name.
///
/// A short title without a dot, such as นาย or พระ, may also be the start of a name (พระพาย), so it is
/// only taken away when a space follows it. A cell that holds nothing but a title stays as it is.
package struct StripTitle: Cleaner {
  package static let name = "strip-title"
  package static let summary = "A given name without the titles of the list 'codes' before it."
  package static let remarks = ["title-in-name"]

  private static let shortestGlued = 5
  /// The longest first, for one title may open with another.
  private let titles: [(text: [UInt8], mayBeGlued: Bool)]

  package init(_ settings: Settings, shelf: Shelf) throws {
    try settings.allow(only: ["codes"])
    let list = try Spellings(settings.required("codes"), shelf: shelf).list
    let spellings =
      (list.column("code") ?? [])
      + (list.column("variants") ?? []).flatMap { $0.split(separator: "|").map { String($0) } }
    titles =
      spellings
      .map { title in
        let isLong = title.unicodeScalars.count >= Self.shortestGlued
        return (Array(title.utf8), isLong || title.contains("."))
      }
      .filter { !$0.0.isEmpty }
      .sorted { $0.0.count > $1.0.count }
  }

  package func clean(_ cell: inout Cell) {
    var start = 0
    while let next = afterTitle(cell.text, from: start) { start = next }
    guard start > 0 else { return }
    cell.write(Array(cell.text[start...]))
    cell.remark("title-in-name")
  }

  /// Where the name begins behind a title; nil when no title stands there, or nothing but one.
  private func afterTitle(_ text: [UInt8], from start: Int) -> Int? {
    for (title, mayBeGlued) in titles where text[start...].starts(with: title) {
      var next = start + title.count
      let isApart = next < text.count && Self.isGap(text[next])
      guard isApart || mayBeGlued else { continue }
      while next < text.count, Self.isGap(text[next]) { next += 1 }
      if next < text.count, !Self.isMark(text, at: next) { return next }
    }
    return nil
  }

  private static func isGap(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: ".")
  }

  /// Whether a mark above or below a letter stands here, which no name begins with.
  private static func isMark(_ text: [UInt8], at index: Int) -> Bool {
    guard text[index] == 0xE0, index + 2 < text.count else { return false }
    let scalar =
      0x0E00 | UInt32(text[index + 1] & 1) << 6 | UInt32(text[index + 2] & 0x3F)
    return ThaiMarks.rank(scalar) != .base
  }
}

extension StripTitle {
  private static let settings = Settings.map(["codes": "codes/title.csv"])
  private static let files = [
    "codes/title.csv": """
    code,variants
    เด็กชาย,ด.ช.|ดช|ด.ช
    เด็กหญิง,ด.ญ.|ดญ
    นาย,
    พระ,
    """
  ]

  package static let examples = [
    CleanerExample(stays: "ตัวอย่าง", with: settings, files: files),
    example("เด็กชายตัวอย่าง", becomes: "ตัวอย่าง"),
    example("ด.ช.ตัวอย่าง", becomes: "ตัวอย่าง"),
    example("ด.ช. ตัวอย่าง", becomes: "ตัวอย่าง"),
    example("ด.ช. เด็กชาย ตัวอย่าง", becomes: "ตัวอย่าง"),
    example("นาย ตัวอย่าง", becomes: "ตัวอย่าง"),
    CleanerExample(stays: "พระพาย", with: settings, files: files),
    CleanerExample(stays: "เด็กชาย", with: settings, files: files),
    CleanerExample(stays: "ดช", with: settings, files: files),
  ]

  private static func example(_ raw: String, becomes clean: String) -> CleanerExample {
    CleanerExample(
      raw, becomes: clean, says: ["title-in-name"], with: settings, files: files)
  }
}

package import Settings
internal import Tables

/// Takes a title out of the cell of the given name.
///
/// A short title without a dot, such as พระ, may also be the start of a name (พระพาย), so it is only taken
/// away when a space follows it, or when the list says `yes` in its column `glued`: no name begins with
/// that title. A cell that holds nothing but a title stays as it is.
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
    let codes = list.column("code") ?? []
    let (variants, glued) = (list.column("variants") ?? [], list.column("glued") ?? [])
    var titles: [(text: [UInt8], mayBeGlued: Bool)] = []
    for (row, code) in codes.enumerated() {
      let others = row < variants.count ? variants[row].split(separator: "|") : []
      for title in [code] + others.map({ String($0) }) where !title.isEmpty {
        let isLong = title.unicodeScalars.count >= Self.shortestGlued || title.contains(".")
        titles.append((Array(title.utf8), isLong || row < glued.count && glued[row] == "yes"))
      }
    }
    self.titles = titles.sorted { $0.text.count > $1.text.count }
  }

  package func clean(_ cell: inout Cell) {
    var start = 0
    while let next = afterTitle(cell.text, from: start) { start = next }
    guard start > 0 else { return }
    cell.write(Array(cell.text[start...]), .titleStripped)
    cell.remark("title-in-name")
  }

  /// Where the name begins behind a title; nil when no title stands there, or nothing but one.
  private func afterTitle(_ text: [UInt8], from start: Int) -> Int? {
    for (title, mayBeGlued) in titles where text[start...].starts(with: title) {
      var next = start + title.count
      let isApart = next < text.count && Self.isGap(text[next])
      guard isApart || mayBeGlued else { continue }
      while next < text.count, Self.isGap(text[next]) { next += 1 }
      if next < text.count, !ThaiMarks.startsWithMark(text[next...]) { return next }
    }
    return nil
  }

  private static func isGap(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: ".")
  }
}

extension StripTitle {
  private static let settings = Settings.map(["codes": "codes/title.csv"])
  private static let files = [
    "codes/title.csv": """
    code,variants,glued
    เด็กชาย,ด.ช.|ดช|ด.ช|ด. ช.,yes
    เด็กหญิง,ด.ญ.|ดญ,yes
    นาย,,yes
    นางสาว,น.ส.|น.ส|นส,
    นาง,,
    พระ,,
    """
  ]

  package static let examples = [
    CleanerExample(stays: "ตัวอย่าง", with: settings, files: files),
    example("เด็กชายตัวอย่าง", becomes: "ตัวอย่าง"),
    example("ด.ช.ตัวอย่าง", becomes: "ตัวอย่าง"),
    example("ด.ช. ตัวอย่าง", becomes: "ตัวอย่าง"),
    example("ด.ช. เด็กชาย ตัวอย่าง", becomes: "ตัวอย่าง"),
    example("นาย ตัวอย่าง", becomes: "ตัวอย่าง"),
    example("นายตัวอย่าง", becomes: "ตัวอย่าง"),
    example("ดชตัวอย่าง", becomes: "ตัวอย่าง"),
    example("ดญ.ตัวอย่าง", becomes: "ตัวอย่าง"),
    example("ด. ช. ตัวอย่าง", becomes: "ตัวอย่าง"),
    example("น.ส ตัวอย่าง", becomes: "ตัวอย่าง"),
    example("นส. ตัวอย่าง", becomes: "ตัวอย่าง"),
    example("เด็กหญิง.ตัวอย่าง", becomes: "ตัวอย่าง"),
    example("นางสาวตัวอย่าง", becomes: "ตัวอย่าง"),
    CleanerExample(stays: "นายิกา", with: settings, files: files),
    CleanerExample(stays: "นางงาม", with: settings, files: files),
    CleanerExample(stays: "พระพาย", with: settings, files: files),
    CleanerExample(stays: "เด็กชาย", with: settings, files: files),
    CleanerExample(stays: "ดช", with: settings, files: files),
  ]

  private static func example(_ raw: String, becomes clean: String) -> CleanerExample {
    CleanerExample(
      raw, becomes: clean, says: ["title-in-name"], with: settings, files: files)
  }
}

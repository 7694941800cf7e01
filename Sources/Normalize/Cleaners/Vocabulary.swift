package import Settings
internal import Tables

/// Writes the code of a code list for each of its spellings.
package struct Vocabulary: Cleaner {
  package static let name = "vocabulary"
  package static let summary =
    "The code of the list 'codes' that a spelling stands for; nothing for the words of 'none'."
  package static let remarks = ["unknown"]

  private let spellings: Spellings
  private let none: Set<[UInt8]>

  package init(_ settings: Settings, shelf: Shelf) throws {
    try settings.allow(only: ["codes", "none"])
    spellings = try Spellings(settings.required("codes"), shelf: shelf)
    none = Set(try settings["none"]?.words.map { Spellings.folded(Array($0.utf8)) } ?? [])
    for item in settings["none"]?.items ?? [] where spellings[Array(try item.word.utf8)] != nil {
      throw SettingsError("'\(try item.word)' stands for a code and for nothing", at: item.place)
    }
  }

  package func clean(_ cell: inout Cell) {
    if let code = spellings[cell.text] {
      if code != cell.text { cell.write(code, .variant) }
    } else if none.contains(Spellings.folded(cell.text)) {
      cell.clear()
    } else {
      cell.remark("unknown")
    }
  }
}

extension Vocabulary {
  private static let settings = Settings.map([
    "codes": "codes/title.csv", "none": ["ไม่มี", "ไม่ ระบุ"],
  ])
  private static let files = [
    "codes/title.csv": "code,variants\nเด็กชาย,ด.ช.|เด็กชาย.\nนางสาว,น.ส.|Miss\n"
  ]

  package static let examples = [
    CleanerExample(stays: "เด็กชาย", with: settings, files: files),
    CleanerExample("ด.ช.", becomes: "เด็กชาย", with: settings, files: files),
    CleanerExample("ด. ช", becomes: "เด็กชาย", with: settings, files: files),
    CleanerExample("MISS", becomes: "นางสาว", with: settings, files: files),
    CleanerExample("ด. ช .", becomes: "เด็กชาย", with: settings, files: files),
    CleanerExample("ไม่มี", becomes: "", with: settings, files: files),
    CleanerExample("ไม่ระบุ", becomes: "", with: settings, files: files),
    CleanerExample(stays: "คุณ", says: ["unknown"], with: settings, files: files),
  ]
}

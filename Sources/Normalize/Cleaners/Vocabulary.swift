package import Settings

/// Writes the code of a code list for each of its spellings.
package struct Vocabulary: Cleaner {
  package static let name = "vocabulary"
  package static let summary = "The code of the list 'codes' that a spelling stands for."
  package static let remarks = ["unknown"]

  private let spellings: Spellings

  package init(_ settings: Settings, shelf: Shelf) throws {
    try settings.allow(only: ["codes"])
    spellings = try Spellings(settings.required("codes"), shelf: shelf)
  }

  package func clean(_ cell: inout Cell) {
    if let code = spellings[cell.text] { cell.write(code) } else { cell.remark("unknown") }
  }
}

extension Vocabulary {
  private static let settings = Settings.map(["codes": "codes/title.csv"])
  private static let files = [
    "codes/title.csv": "code,variants\nเด็กชาย,ด.ช.|เด็กชาย.\nนางสาว,น.ส.|Miss\n"
  ]

  package static let examples = [
    CleanerExample(stays: "เด็กชาย", with: settings, files: files),
    CleanerExample("ด.ช.", becomes: "เด็กชาย", with: settings, files: files),
    CleanerExample("ด. ช", becomes: "เด็กชาย", with: settings, files: files),
    CleanerExample("MISS", becomes: "นางสาว", with: settings, files: files),
    CleanerExample(stays: "คุณ", says: ["unknown"], with: settings, files: files),
  ]
}

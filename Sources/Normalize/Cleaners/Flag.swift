package import Settings
internal import Tables

/// Writes a mark of yes or no as `true` or `false`.
package struct Flag: Cleaner {
  package static let name = "flag"
  package static let summary =
    "true for each word of the list 'yes', false for each of the list 'no'."
  package static let remarks = ["unknown"]

  private let yes: Set<[UInt8]>
  private let no: Set<[UInt8]>

  package init(_ settings: Settings, shelf: Shelf) throws {
    try settings.allow(only: ["yes", "no"])
    let words = { (settings: Settings) in
      Set(try settings.words.map { Spellings.folded(Array($0.utf8)) })
    }
    yes = try words(settings.required("yes"))
    no = try words(settings.required("no"))
    for item in try settings.required("no").items {
      if yes.contains(Spellings.folded(Array(try item.word.utf8))) {
        throw SettingsError("'\(try item.word)' stands for both yes and no", at: item.place)
      }
    }
  }

  private static let canonical = (yes: Array("true".utf8), no: Array("false".utf8))

  package func clean(_ cell: inout Cell) {
    if cell.text == Self.canonical.yes || cell.text == Self.canonical.no { return }
    let word = Spellings.folded(cell.text)
    if yes.contains(word) {
      cell.write(Self.canonical.yes, .notation)
    } else if no.contains(word) {
      cell.write(Self.canonical.no, .notation)
    } else {
      cell.remark("unknown")
    }
  }
}

extension Flag {
  private static let settings = Settings.map(["yes": ["/", "1", "ใช่", "True"], "no": ["0", "ไม่"]])

  package static let examples = [
    CleanerExample("/", becomes: "true", with: settings),
    CleanerExample("๑", becomes: "true", with: settings),
    CleanerExample("TRUE", becomes: "true", with: settings),
    CleanerExample("ไม่", becomes: "false", with: settings),
    CleanerExample(stays: "false", with: settings),
    CleanerExample(stays: "อาจจะ", says: ["unknown"], with: settings),
  ]
}

package import Settings
package import Tables

/// Writes a number that names something, such as a pupil's number in the school, in digits alone.
package struct Digits: Cleaner {
  package static let name = "digits"
  package static let summary =
    "Thai digits, spaces, hyphens, a leading apostrophe and a decimal part of zeros are undone."
  package static let remarks = ["unreadable"]

  package init(_ settings: Settings, shelf: Shelf) throws { try settings.allow(only: []) }

  package func clean(_ cell: inout Cell) {
    if cell.text.isDigits { return }
    let mended = DigitText.mended(cell.text)
    if mended.text.isEmpty {
      cell.clear()
    } else if mended.text.isDigits {
      cell.write(mended.text, mended.changes)
    } else {
      cell.remark("unreadable")
    }
  }

  package func accepts(_ form: PackedIdentifier.Form, length: Int) -> Bool { form == .digits }
}

extension Digits {
  package static let examples = [
    CleanerExample(stays: "01234"),
    CleanerExample("๑๒๓๔", becomes: "1234"),
    CleanerExample("1234.0", becomes: "1234"),
    CleanerExample("'12-34", becomes: "1234"),
    CleanerExample("’12 34", becomes: "1234"),
    CleanerExample("'", becomes: ""),
    CleanerExample("1,234", becomes: "1234"),
    CleanerExample(stays: "1,23", says: ["unreadable"]),
    CleanerExample("=\"0123\"", becomes: "0123"),
    CleanerExample(stays: "12A", says: ["unreadable"]),
    CleanerExample(stays: "1.5", says: ["unreadable"]),
  ]
}

package import Settings

/// Writes a school's or an office's code in its 6, 8 or 10 digits.
///
/// Student files carry the 8 digits of SMIS, buildings the 6 of OBEC, asset lists the 10 of the
/// ministry. A zero that a numeric cell lost comes back only where one length is possible: seven
/// digits were eight, five were six. Four digits may be an office's code and stay as they are.
package struct SchoolCode: Cleaner {
  package static let name = "school-code"
  package static let summary = "Codes of schools and offices in 6, 8 or 10 digits."
  package static let remarks = ["malformed"]

  private static let lengths = [4, 6, 8, 10]

  package init(_ settings: Settings, shelf: Shelf) throws { try settings.allow(only: []) }

  package func clean(_ cell: inout Cell) {
    if cell.text.isDigits, Self.lengths.contains(cell.text.count) { return }
    var mended = DigitText.mended(cell.text)
    if mended.isEmpty {
      cell.clear()
    } else if mended.isDigits {
      if [5, 7].contains(mended.count) { mended.insert(UInt8(ascii: "0"), at: 0) }
      cell.write(mended)
      if !Self.lengths.contains(mended.count) { cell.remark("malformed") }
    } else {
      cell.remark("malformed")
    }
  }
}

extension SchoolCode {
  package static let examples = [
    CleanerExample(stays: "20010029"),
    CleanerExample(stays: "1020080005"),
    CleanerExample(stays: "080005"),
    CleanerExample("๒๐๐๑๐๐๒๙", becomes: "20010029"),
    CleanerExample("20010029.0", becomes: "20010029"),
    CleanerExample("2001-0029", becomes: "20010029"),
    CleanerExample("80005", becomes: "080005"),
    CleanerExample("0650001", becomes: "00650001"),
    CleanerExample(stays: "2001"),
    CleanerExample(stays: "200100291", says: ["malformed"]),
    CleanerExample(stays: "วัดตัวอย่าง", says: ["malformed"]),
  ]
}

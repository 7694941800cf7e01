package import Settings
internal import Tables

/// Writes a school's or an office's code in its 6, 8 or 10 digits.
///
/// Student files carry the 8 digits of SMIS, buildings the 6 of OBEC, asset lists the 10 of the
/// ministry. A zero that a numeric cell lost comes back only where one length is possible: seven
/// digits were eight, five were six. Four digits may be an office's code and stay as they are.
/// Where a column holds one kind of code only, `digits` says how many, and two zeros come back.
package struct SchoolCode: Cleaner {
  package static let name = "school-code"
  package static let summary = "Codes of schools and offices in 6, 8 or 10 digits."
  package static let remarks = ["malformed"]

  private static let lengths = [4, 6, 8, 10]

  private let digits: Int?

  package init(_ settings: Settings, shelf: Shelf) throws {
    try settings.allow(only: ["digits"])
    digits = try settings["digits"]?.number
    if let digits, !Self.lengths.contains(digits) {
      throw settings.expected("one of the lengths 4, 6, 8 and 10 for 'digits'")
    }
  }

  package func clean(_ cell: inout Cell) {
    if cell.text.isDigits, lengths.contains(cell.text.count) { return }
    var mended = DigitText.mended(cell.text)
    if mended.text.isEmpty {
      cell.clear()
    } else if mended.text.isDigits {
      mended.step(.zerosRestored) { restoreZeros(&$0) }
      if mended.text != cell.text { cell.write(mended.text, mended.changes) }
      if !lengths.contains(mended.text.count) { cell.remark("malformed") }
    } else {
      cell.remark("malformed")
    }
  }

  private var lengths: [Int] { digits.map { [$0] } ?? Self.lengths }

  private func restoreZeros(_ code: inout [UInt8]) {
    let missing = digits.map { $0 - code.count } ?? ([5, 7].contains(code.count) ? 1 : 0)
    if 1...2 ~= missing {
      code.insert(contentsOf: repeatElement(UInt8(ascii: "0"), count: missing), at: 0)
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
    CleanerExample("20,010,029", becomes: "20010029"),
    CleanerExample("=\"080005\"", becomes: "080005"),
    CleanerExample("9999", becomes: "009999", with: .map(["digits": "6"])),
    CleanerExample("650001", becomes: "00650001", with: .map(["digits": "8"])),
    CleanerExample(stays: "1020080005", says: ["malformed"], with: .map(["digits": "6"])),
    CleanerExample(stays: "2001"),
    CleanerExample(stays: "200100291", says: ["malformed"]),
    CleanerExample(stays: "วัดตัวอย่าง", says: ["malformed"]),
  ]
}

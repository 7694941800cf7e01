package import Settings
package import Tables

/// Undoes what files do to a citizen number of 13 digits or a G-code of G and 12 digits.
package struct Identifier: Cleaner {
  package static let name = "identifier"
  package static let summary = "Citizen numbers of 13 digits, and G-codes of G and 12 digits."
  package static let remarks = ["lossy-number", "malformed-g-code", "unreadable", "zeros-restored"]

  package init(_ settings: Settings, shelf: Shelf) throws { try settings.allow(only: []) }

  package func clean(_ cell: inout Cell) {
    if cell.text.isDigits, cell.text.count == 13 { return }
    var mended = DigitText.mended(cell.text)
    if mended.text.isEmpty {
      cell.clear()
    } else if Self.isScientific(mended.text) {
      cell.remark("lossy-number")
    } else if mended.text[0] | 0x20 == UInt8(ascii: "g") {
      cleanGCode(mended, &cell)
    } else {
      mended.step(.joiners) { Self.dropDots(&$0) }
      mended.step(.letterO) { Self.replaceLetterO(&$0, from: 0) }
      if mended.text.isDigits { cleanNumber(mended, &cell) } else { cell.remark("unreadable") }
    }
  }

  /// Eleven or twelve digits are the only ones that lost zeros could explain.
  package func accepts(_ form: PackedIdentifier.Form, length: Int) -> Bool {
    switch form {
    case .digits: length != 11 && length != 12
    case .gCode: length == 12
    case .empty: true
    case .other: false
    }
  }

  private func cleanNumber(_ mended: Mending, _ cell: inout Cell) {
    let digits = mended.text
    if digits != cell.text { cell.write(digits, mended.changes) }
    guard 11...12 ~= digits.count else { return }
    let number = digits.reduce(UInt64(0)) { $0 * 10 + UInt64($1 - UInt8(ascii: "0")) }
    // A numeric cell drops the zeros of 0-numbers. A number that lost another digit fails the check
    // digit nine times in ten, so the repair is remarked.
    if PackedIdentifier.hasValidCheckDigit(number) {
      let zeros = Array(repeating: UInt8(ascii: "0"), count: 13 - digits.count)
      cell.write(zeros + digits, .zerosRestored)
      cell.remark("zeros-restored")
    }
  }

  private func cleanGCode(_ mended: Mending, _ cell: inout Cell) {
    var code = mended
    code.step(.letterCase) { $0[0] = UInt8(ascii: "G") }
    code.step(.letterO) { Self.replaceLetterO(&$0, from: 1) }
    let isNumber = Array(code.text.dropFirst()).isDigits
    if isNumber, code.text != cell.text { cell.write(code.text, code.changes) }
    if !isNumber || code.text.count != 13 { cell.remark("malformed-g-code") }
  }

  /// Dots between the groups of a number; a single one could be a decimal point and stays.
  private static func dropDots(_ text: inout [UInt8]) {
    let dots = text.count { $0 == UInt8(ascii: ".") }
    if dots > 1, text.count - dots == 13 { text.removeAll { $0 == UInt8(ascii: ".") } }
  }

  /// Writes 0 for the letter O where all the rest is digits.
  private static func replaceLetterO(_ text: inout [UInt8], from start: Int) {
    let rest = text[start...]
    guard rest.contains(where: { $0 &- UInt8(ascii: "0") <= 9 }),
      rest.allSatisfy({ $0 &- UInt8(ascii: "0") <= 9 || $0 | 0x20 == UInt8(ascii: "o") })
    else { return }
    for index in rest.indices where text[index] | 0x20 == UInt8(ascii: "o") {
      text[index] = UInt8(ascii: "0")
    }
  }

  /// `1.23457E+12`: a spreadsheet rounded the number, and its last digits are gone for good.
  private static func isScientific(_ text: [UInt8]) -> Bool {
    guard let letter = text.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }), letter > 0
    else { return false }
    let mantissa = text[..<letter]
    let exponent = text[(letter + 1)...].drop { $0 == UInt8(ascii: "+") }
    let isNumber = { (byte: UInt8) in byte &- UInt8(ascii: "0") <= 9 }
    return mantissa.allSatisfy { isNumber($0) || $0 == UInt8(ascii: ".") }
      && mantissa.contains(where: isNumber) && !exponent.isEmpty && exponent.allSatisfy(isNumber)
  }
}

extension Identifier {
  package static let examples = [
    CleanerExample(stays: "1100000000016"),
    CleanerExample(stays: "G644200000001"),
    CleanerExample("1-1000-00000-01-6", becomes: "1100000000016"),
    CleanerExample("1 1000 00000 01 6", becomes: "1100000000016"),
    CleanerExample("1–1000–00000–01–6", becomes: "1100000000016"),
    CleanerExample("๑๑๐๐๐๐๐๐๐๐๐๑๖", becomes: "1100000000016"),
    CleanerExample("11OOOOOOOOO16", becomes: "1100000000016"),
    CleanerExample("1100000000016.0", becomes: "1100000000016"),
    CleanerExample("1100000000016.00", becomes: "1100000000016"),
    CleanerExample("'1100000000016", becomes: "1100000000016"),
    CleanerExample("1100000000016'", becomes: "1100000000016"),
    CleanerExample("=\"1100000000016\"", becomes: "1100000000016"),
    CleanerExample("1,100,000,000,016", becomes: "1100000000016"),
    CleanerExample("1,100,000,000,016.00", becomes: "1100000000016"),
    CleanerExample("1.1000.00000.01.6", becomes: "1100000000016"),
    CleanerExample("g644200000001", becomes: "G644200000001"),
    CleanerExample("G6442-0000-0001", becomes: "G644200000001"),
    CleanerExample("G6442OOOOOOO1", becomes: "G644200000001"),
    CleanerExample("100000000026", becomes: "0100000000026", says: ["zeros-restored"]),
    CleanerExample(stays: "110000000001"),
    CleanerExample(stays: "11000000000161"),
    CleanerExample(stays: "1.23457E+12", says: ["lossy-number"]),
    CleanerExample(stays: "1.1e12", says: ["lossy-number"]),
    CleanerExample(stays: "G64420000001", says: ["malformed-g-code"]),
    CleanerExample(stays: "G64ก200000001", says: ["malformed-g-code"]),
    CleanerExample("g6442", becomes: "G6442", says: ["malformed-g-code"]),
    CleanerExample(stays: "ไม่มีเลข", says: ["unreadable"]),
    CleanerExample(stays: "AA1234567", says: ["unreadable"]),
    CleanerExample("- -", becomes: ""),
  ]
}

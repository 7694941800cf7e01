package import Settings
internal import Tables

/// Writes one part of an address, or a whole one, in one spelling.
///
/// DMC keeps the names of places bare (ในเมือง), and people write ต.ในเมือง or ตำบลในเมือง into them. In a whole
/// address the words stand in full, so that it can be read and compared.
package struct Address: Cleaner {
  package static let name = "address"
  package static let summary =
    "An address's 'part': house, village, road, tambon, amphoe, province, or the whole."
  package static let remarks = ["date-shaped"]

  private enum Part: String, CaseIterable {
    case house, village, road, tambon, amphoe, province, whole
  }

  private let part: Part

  package init(_ settings: Settings, shelf: Shelf) throws {
    try settings.allow(only: ["part"])
    part = try settings.required("part").choice(of: Part.self, called: "part")
  }

  package var remarks: [String] { part == .house ? Self.remarks : [] }

  package func clean(_ cell: inout Cell) {
    let mended = Mending.settled(cell.text) { mend(&$0) }
    if mended.text != cell.text { cell.write(mended.text, mended.changes) }
    // A spreadsheet reads 12/3 as the twelfth of March; which of the two it was cannot be told.
    if part == .house, Self.isDate(cell.text) { cell.remark("date-shaped") }
  }

  private func mend(_ value: inout Mending) {
    value.step(.thaiDigits) { $0.foldThaiDigits() }
    switch part {
    case .house:
      value.step(.prefix) { AddressWords.strip(AddressWords.house, from: &$0) }
      value.step(.spaces) { AddressWords.closeSlashes(&$0) }
    case .village:
      value.step(.prefix) { AddressWords.strip(AddressWords.village, from: &$0, before: .digit) }
      value.step(.emptyZeros) { Self.dropZeros(&$0) }
    case .road: value.step(.prefix) { AddressWords.spellOut(AddressWords.road, in: &$0) }
    case .tambon: value.step(.prefix) { AddressWords.strip(AddressWords.tambon, from: &$0) }
    case .amphoe: value.step(.prefix) { AddressWords.strip(AddressWords.amphoe, from: &$0) }
    case .province:
      value.step(.prefix) { AddressWords.strip(AddressWords.province, from: &$0) }
      value.step(.variant) { AddressWords.spellOutCapital(&$0) }
    case .whole:
      value.step(.prefix) {
        AddressWords.strip(AddressWords.house, from: &$0)
        AddressWords.spellOut(AddressWords.whole, in: &$0)
      }
      value.step(.spaces) { AddressWords.closeSlashes(&$0) }
    }
  }

  /// `03` and `3.0` are village 3; 0 stays, for what it means is not known.
  private static func dropZeros(_ text: inout [UInt8]) {
    let digits = DigitText.mended(text).text
    guard digits.isDigits, digits.count <= 4 else { return }
    let number = Array(digits.drop { $0 == UInt8(ascii: "0") })
    text = number.isEmpty ? [UInt8(ascii: "0")] : number
  }

  /// `2026-03-12`, `12-Mar` or `มี.ค.-12`.
  private static func isDate(_ text: [UInt8]) -> Bool {
    if DateLens.day(Array(text.prefix(10))) != nil { return true }
    let parts = text.split { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: " ") }.map { Array($0) }
    guard parts.count == 2, parts.contains(where: { $0.isDigits }) else { return false }
    return parts.contains { part in
      let word = part.filter { $0 != UInt8(ascii: ".") }
      return MonthNames.number(
        of: word.map { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 ? $0 + 32 : $0 }) != nil
    }
  }
}

extension Address {
  private static func of(_ part: Settings) -> Settings { .map(["part": part]) }

  package static let examples = [
    CleanerExample("เลขที่ ๑๒ / ๓", becomes: "12/3", with: of("house")),
    CleanerExample("บ้านเลขที่ 99", becomes: "99", with: of("house")),
    CleanerExample(stays: "12/3 ก", with: of("house")),
    CleanerExample(stays: "2026-03-12", says: ["date-shaped"], with: of("house")),
    CleanerExample(stays: "12-Mar", says: ["date-shaped"], with: of("house")),
    CleanerExample("มี.ค.-๑๒", becomes: "มี.ค.-12", says: ["date-shaped"], with: of("house")),
    CleanerExample("เลขที่ -", becomes: "", with: of("house")),
    CleanerExample("หมู่ที่ ๓", becomes: "3", with: of("village")),
    CleanerExample("หมู่3", becomes: "3", with: of("village")),
    CleanerExample("ม.03", becomes: "3", with: of("village")),
    CleanerExample("3.0", becomes: "3", with: of("village")),
    CleanerExample(stays: "หมู่บ้านตัวอย่าง", with: of("village")),
    CleanerExample("ถ.ตัวอย่าง", becomes: "ถนนตัวอย่าง", with: of("road")),
    CleanerExample("ถนน ตัวอย่าง ซ.๓", becomes: "ถนนตัวอย่าง ซอย 3", with: of("road")),
    CleanerExample("ซอย3, ถ. ตัวอย่าง", becomes: "ซอย 3, ถนนตัวอย่าง", with: of("road")),
    CleanerExample(stays: "ตัวอย่าง", with: of("road")),
    CleanerExample("ต.ในเมือง", becomes: "ในเมือง", with: of("tambon")),
    CleanerExample("ต. ในเมือง", becomes: "ในเมือง", with: of("tambon")),
    CleanerExample("ต ในเมือง", becomes: "ในเมือง", with: of("tambon")),
    CleanerExample("ตำบลในเมือง", becomes: "ในเมือง", with: of("tambon")),
    CleanerExample("แขวงตัวอย่าง", becomes: "ตัวอย่าง", with: of("tambon")),
    CleanerExample(stays: "ตลาด", with: of("tambon")),
    CleanerExample(stays: "ตำบล", with: of("tambon")),
    CleanerExample("อ.เมือง", becomes: "เมือง", with: of("amphoe")),
    CleanerExample("อำเภอเมืองตัวอย่าง", becomes: "เมืองตัวอย่าง", with: of("amphoe")),
    CleanerExample("เขต ตัวอย่าง", becomes: "ตัวอย่าง", with: of("amphoe")),
    CleanerExample(stays: "เขาตัวอย่าง", with: of("amphoe")),
    CleanerExample("จ.เลย", becomes: "เลย", with: of("province")),
    CleanerExample("จังหวัด เลย", becomes: "เลย", with: of("province")),
    CleanerExample("กทม.", becomes: "กรุงเทพมหานคร", with: of("province")),
    CleanerExample("จ.กรุงเทพฯ", becomes: "กรุงเทพมหานคร", with: of("province")),
    CleanerExample(
      "เลขที่ ๙๙ ม.๓ ต.ในเมือง อ. เมือง จ.เลย", becomes: "99 หมู่ 3 ตำบลในเมือง อำเภอเมือง จังหวัดเลย",
      with: of("whole")),
    CleanerExample(
      stays: "99 หมู่ 3 ถนนตัวอย่าง แขวงตัวอย่าง เขตตัวอย่าง กรุงเทพมหานคร", with: of("whole")),
  ]
}

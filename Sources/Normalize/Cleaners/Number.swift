package import Settings
internal import Tables

/// Writes a number in digits, with a decimal part only where there is one.
///
/// A comma is read as a mark of thousands and nothing else; `24,5` could be a half or a slip, so it
/// stays as it is and is remarked.
package struct Number: Cleaner {
  package static let name = "number"
  package static let summary =
    "Numbers: Thai digits, commas of thousands, 2.0 for 2. 'missing' names numbers that say nothing, 'unit' words beside them."
  package static let remarks = ["unreadable"]

  private let missing: [[UInt8]]
  /// The words that may stand before or behind a number, without spaces, the longest first.
  private let units: [[UInt8]]

  package init(_ settings: Settings, shelf: Shelf) throws {
    try settings.allow(only: ["missing", "unit"])
    missing =
      try settings["missing"]?.items.map { item in
        guard let number = Self.canonical(Array(try item.word.utf8)) else {
          throw item.expected("a number")
        }
        return number
      } ?? []
    units =
      try settings["unit"]?.items.map { item in
        let unit = Self.lowercased(Self.withoutSpaces(Array(try item.word.utf8)))
        guard Self.canonical(unit) == nil, !unit.isEmpty else { throw item.expected("a word") }
        return unit
      }.sorted { $0.count > $1.count } ?? []
  }

  package func clean(_ cell: inout Cell) {
    let bare = withoutUnits(cell.text)
    guard let number = Self.canonical(bare) else {
      cell.remark("unreadable")
      return
    }
    if missing.contains(number) {
      cell.clear()
    } else if number != cell.text {
      cell.write(number, Self.changes(from: cell.text, by: bare, to: number))
    }
  }

  /// Without a unit behind and one before; a text that has none stays as it is.
  private func withoutUnits(_ text: [UInt8]) -> [UInt8] {
    guard !units.isEmpty else { return text }
    var bare = Self.lowercased(Self.withoutSpaces(text))
    if let unit = units.first(where: { bare.count > $0.count && bare.suffix($0.count) == $0[...] })
    {
      bare.removeLast(unit.count)
    }
    if let unit = units.first(where: { bare.count > $0.count && bare.starts(with: $0) }) {
      bare.removeFirst(unit.count)
    }
    return bare
  }

  /// What was changed on the way from a text, without its units, to the number.
  private static func changes(
    from text: [UInt8], by bare: [UInt8], to number: [UInt8]
  ) -> Changes {
    var changes = Changes()
    var digits = bare
    digits.foldThaiDigits()
    if digits != bare { changes.insert(.thaiDigits) }
    if lowercased(withoutSpaces(text)) != withoutSpaces(bare) { changes.insert(.unit) }
    let grouping = Array(", ".utf8)
    if digits.contains(where: { grouping.contains($0) }) { changes.insert(.thousands) }
    digits.removeAll { grouping.contains($0) }
    if digits != number { changes.insert(.emptyZeros) }
    if changes.isEmpty { changes.insert(.spaces) }
    return changes
  }

  private static func lowercased(_ text: [UInt8]) -> [UInt8] {
    text.map { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 ? $0 + 32 : $0 }
  }

  /// Spaces and no-break spaces stand between a number and its unit as they like.
  private static func withoutSpaces(_ text: [UInt8]) -> [UInt8] {
    var bare: [UInt8] = []
    for byte in text where byte != UInt8(ascii: " ") {
      if byte == 0xA0, bare.last == 0xC2 { bare.removeLast() } else { bare.append(byte) }
    }
    return bare
  }

  private static let longest = 24

  /// The number's one spelling: no sign but minus, no leading zeros, no zeros at the end of a decimal part.
  private static func canonical(_ text: [UInt8]) -> [UInt8]? {
    var text = text
    text.foldThaiDigits()
    text.removeAll { $0 == UInt8(ascii: " ") }
    guard text.count <= longest else { return nil }
    let sign = text.first
    if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { text.removeFirst() }
    let dot = text.firstIndex(of: UInt8(ascii: "."))
    guard let whole = ungrouped(text[..<(dot ?? text.count)]) else { return nil }
    var part = dot.map { text[($0 + 1)...] } ?? []
    guard part.allSatisfy({ $0 &- UInt8(ascii: "0") <= 9 }), whole.count + part.count > 0 else {
      return nil
    }
    while part.last == UInt8(ascii: "0") { part.removeLast() }
    var result = Array(whole.drop { $0 == UInt8(ascii: "0") })
    if result.isEmpty { result = [UInt8(ascii: "0")] }
    if !part.isEmpty { result += [UInt8(ascii: ".")] + part }
    let isZero = result == [UInt8(ascii: "0")]
    return sign == UInt8(ascii: "-") && !isZero ? [UInt8(ascii: "-")] + result : result
  }

  /// Digits without their commas; nil when a comma does not stand before three digits.
  private static func ungrouped(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    let groups = text.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard groups.allSatisfy({ $0.allSatisfy { $0 &- UInt8(ascii: "0") <= 9 } }) else { return nil }
    if groups.count > 1 {
      guard 1...3 ~= groups[0].count, groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
        return nil
      }
    }
    return groups.flatMap { $0 }
  }
}

extension Number {
  package static let examples = [
    CleanerExample(stays: "24.5"),
    CleanerExample(stays: "-3"),
    CleanerExample("๒๔.๕", becomes: "24.5"),
    CleanerExample("2.0", becomes: "2"),
    CleanerExample("024", becomes: "24"),
    CleanerExample(".50", becomes: "0.5"),
    CleanerExample("1,234,567.80", becomes: "1234567.8"),
    CleanerExample("+1 234", becomes: "1234"),
    CleanerExample("-0.00", becomes: "0"),
    CleanerExample("0.0", becomes: "", with: .map(["missing": "0"])),
    CleanerExample(stays: "24,5", says: ["unreadable"]),
    CleanerExample(stays: "ยี่สิบ", says: ["unreadable"]),
    CleanerExample(stays: "24.5 กก.", says: ["unreadable"]),
    CleanerExample(stays: "1e3", says: ["unreadable"]),
    CleanerExample("30 เครื่อง", becomes: "30", with: .map(["unit": "เครื่อง"])),
    CleanerExample("๔ห้อง", becomes: "4", with: .map(["unit": "ห้อง"])),
    CleanerExample("พ.ศ. 2558", becomes: "2558", with: .map(["unit": ["พ.ศ.", "ปีที่สร้าง"]])),
    CleanerExample("960,000\u{A0}บาท", becomes: "960000", with: .map(["unit": "บาท"])),
    CleanerExample("10 กม.", becomes: "10", with: .map(["unit": ["กม.", "กม", "กิโลเมตร"]])),
    CleanerExample("27.50 ปี", becomes: "27.5", with: .map(["unit": "ปี"])),
    CleanerExample("0 ห้อง", becomes: "", with: .map(["unit": "ห้อง", "missing": "0"])),
    CleanerExample(stays: "12", with: .map(["unit": "ห้อง"])),
    CleanerExample("24.5 KG", becomes: "24.5", with: .map(["unit": ["กก.", "kg"]])),
    CleanerExample("ประมาณ ๑๐.๕๐ กม.", becomes: "10.5", with: .map(["unit": ["กม.", "ประมาณ"]])),
    CleanerExample("960,000.-", becomes: "960000", with: .map(["unit": ["บาท", ".-"]])),
    CleanerExample("฿ 1,500.00", becomes: "1500", with: .map(["unit": ["บาท", "฿"]])),
    CleanerExample(stays: "ห้อง", says: ["unreadable"], with: .map(["unit": "ห้อง"])),
    CleanerExample(stays: "4 หลัง", says: ["unreadable"], with: .map(["unit": "ห้อง"])),
    CleanerExample(stays: "4 ห้อง 2 ห้อง", says: ["unreadable"], with: .map(["unit": "ห้อง"])),
    CleanerExample(stays: ".", says: ["unreadable"]),
  ]
}

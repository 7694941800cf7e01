package import Settings

/// Writes a number in digits, with a decimal part only where there is one.
///
/// A comma is read as a mark of thousands and nothing else; `24,5` could be a half or a slip, so it
/// stays as it is and is remarked.
package struct Number: Cleaner {
  package static let name = "number"
  package static let summary =
    "Numbers: Thai digits, commas of thousands, 2.0 for 2. 'missing' names numbers that say nothing."
  package static let remarks = ["unreadable"]

  private let missing: [[UInt8]]

  package init(_ settings: Settings, shelf: Shelf) throws {
    try settings.allow(only: ["missing"])
    missing =
      try settings["missing"]?.items.map { item in
        guard let number = Self.canonical(Array(try item.word.utf8)) else {
          throw item.expected("a number")
        }
        return number
      } ?? []
  }

  package func clean(_ cell: inout Cell) {
    guard let number = Self.canonical(cell.text) else {
      cell.remark("unreadable")
      return
    }
    if missing.contains(number) { cell.clear() } else if number != cell.text { cell.write(number) }
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
    CleanerExample(stays: ".", says: ["unreadable"]),
  ]
}

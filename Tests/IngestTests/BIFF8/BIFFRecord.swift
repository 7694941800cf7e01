/// A record of a workbook of Excel 97–2003, made by hand.
struct BIFFRecord: Sendable {
  var kind: Int
  var body: [UInt8]

  init(_ kind: Int, _ body: [UInt8]) {
    self.kind = kind
    self.body = body
  }

  /// Kind, length, body.
  var bytes: [UInt8] { Self.two(kind) + Self.two(body.count) + body }

  /// The record in two: what does not fit stands in a record behind it.
  func split(at place: Int, option: UInt8? = nil) -> [BIFFRecord] {
    let rest = (option.map { [$0] } ?? []) + body[place...]
    return [BIFFRecord(kind, Array(body[..<place])), BIFFRecord(0x3C, rest)]
  }

  static func two(_ number: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)]
  }

  static func four(_ number: Int) -> [UInt8] { two(number) + two(number >> 16) }

  static func double(_ number: Double) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number.bitPattern >> (8 * $0)) }
  }

  /// Length, form and letters; Latin letters in one byte each when `isNarrow`.
  static func text(_ text: String, lengthBytes: Int = 2, isNarrow: Bool = false) -> [UInt8] {
    let units = Array(text.utf16)
    let length = lengthBytes == 1 ? [UInt8(units.count)] : two(units.count)
    return length + [isNarrow ? 0 : 1]
      + units.flatMap { isNarrow ? [UInt8($0)] : two(Int($0)) }
  }
}

/// The records of cells and of what stands among them; rows and columns count from 0.
extension BIFFRecord {
  private static func cell(_ kind: Int, _ row: Int, _ column: Int, _ style: Int, _ body: [UInt8])
    -> BIFFRecord
  { BIFFRecord(kind, two(row) + two(column) + two(style) + body) }

  static func start(_ type: Int, version: Int = 0x0600) -> BIFFRecord {
    BIFFRecord(0x809, two(version) + two(type) + Array(repeating: 0, count: 12))
  }

  static let end = BIFFRecord(0x0A, [])

  static func row(_ row: Int, isHidden: Bool = false) -> BIFFRecord {
    BIFFRecord(
      0x208, two(row) + Array(repeating: 0, count: 10) + [isHidden ? 0x20 : 0, 1, 0, 0])
  }

  static func number(_ row: Int, _ column: Int, _ number: Double, style: Int = 0) -> BIFFRecord {
    cell(0x203, row, column, style, double(number))
  }

  static func packed(_ row: Int, _ column: Int, _ bits: Int, style: Int = 0) -> BIFFRecord {
    cell(0x27E, row, column, style, four(bits))
  }

  static func packed(_ row: Int, _ column: Int, _ numbers: [(style: Int, bits: Int)]) -> BIFFRecord
  {
    let body = numbers.flatMap { two($0.style) + four($0.bits) }
    return BIFFRecord(
      0xBD, two(row) + two(column) + body + two(column + numbers.count - 1))
  }

  static func shared(_ row: Int, _ column: Int, _ text: Int) -> BIFFRecord {
    cell(0xFD, row, column, 0, four(text))
  }

  static func label(_ row: Int, _ column: Int, _ words: String) -> BIFFRecord {
    cell(0x204, row, column, 0, text(words))
  }

  static func richLabel(_ row: Int, _ column: Int, _ words: String) -> BIFFRecord {
    cell(0xD6, row, column, 0, text(words) + two(1) + four(0))
  }

  static func flag(_ row: Int, _ column: Int, _ value: Bool) -> BIFFRecord {
    cell(0x205, row, column, 0, [value ? 1 : 0, 0])
  }

  static func error(_ row: Int, _ column: Int, _ code: UInt8) -> BIFFRecord {
    cell(0x205, row, column, 0, [code, 1])
  }

  static func blank(_ row: Int, _ column: Int) -> BIFFRecord { cell(0x201, row, column, 0, []) }

  static func blanks(_ row: Int, _ columns: ClosedRange<Int>) -> BIFFRecord {
    BIFFRecord(
      0xBE,
      two(row) + two(columns.lowerBound) + columns.flatMap { _ in two(0) }
        + two(columns.upperBound))
  }

  /// A formula with what it came to, in eight bytes.
  static func formula(_ row: Int, _ column: Int, _ value: [UInt8], style: Int = 0) -> BIFFRecord {
    cell(0x06, row, column, style, value + two(0) + four(0) + two(3) + [0x1E, 1, 0])
  }

  /// The eight bytes of a formula's value that is no number.
  static func value(_ kind: UInt8, _ code: UInt8 = 0) -> [UInt8] {
    [kind, 0, code, 0, 0, 0, 0xFF, 0xFF]
  }

  static func formulaText(_ words: String) -> BIFFRecord { BIFFRecord(0x207, text(words)) }

  /// Each range: first and last row, first and last column.
  static func merges(_ ranges: [[Int]]) -> BIFFRecord {
    BIFFRecord(0xE5, two(ranges.count) + ranges.flatMap { $0.flatMap { two($0) } })
  }

  static func sharedTexts(_ texts: [[UInt8]]) -> BIFFRecord {
    BIFFRecord(0xFC, four(texts.count) + four(texts.count) + texts.flatMap { $0 })
  }
}

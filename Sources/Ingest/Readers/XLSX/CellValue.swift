/// How the value of a cell is stored (ECMA-376-1 18.18.11).
enum CellType {
  case number, sharedString, inlineString, string, bool, error, date

  /// Reads the attribute `t`; without it a cell is a number.
  init?(_ bytes: Span<UInt8>) {
    let known: [(StaticString, CellType)] = [
      ("n", .number), ("s", .sharedString), ("inlineStr", .inlineString), ("str", .string),
      ("b", .bool), ("e", .error), ("d", .date),
    ]
    for (word, type) in known
    where word.utf8CodeUnitCount == bytes.count && bytes.holds(word.description, at: 0) {
      self = type
      return
    }
    return nil
  }
}

/// Turns stored values into the text that a person would read.
struct CellValue {
  private let formats: NumberFormats
  private let dates: ExcelDate

  init(formats: NumberFormats, dates: ExcelDate) {
    self.formats = formats
    self.dates = dates
  }

  /// Whether a value can be handed over as it stands.
  func isPlainNumber(style: Int) -> Bool { formats.kind(ofStyle: style) == .number }

  /// Appends the text of a value that is not a string; gives what the value is.
  func append(
    _ bytes: Span<UInt8>, type: CellType, style: Int, to text: inout [UInt8]
  ) -> CellKind {
    switch type {
    case .number: return appendNumber(bytes, style: style, to: &text)
    case .bool: return appendBool(bytes, to: &text)
    case .date:
      appendISO(bytes, style: style, to: &text)
      return .date
    case .sharedString, .inlineString, .string, .error:
      Self.copy(bytes, to: &text)
      return type == .error ? .error : .text
    }
  }

  /// What says that it is a number and is none is handed over as it is.
  private func appendNumber(
    _ bytes: Span<UInt8>, style: Int, to text: inout [UInt8]
  ) -> CellKind {
    guard let value = NumberText.parse(bytes) else {
      Self.copy(bytes, to: &text)
      return .text
    }
    return append(value, style: style, to: &text)
  }

  /// Appends a date such as `2015-01-01T08:30:00Z`; what is written otherwise is kept as it is.
  private func appendISO(_ bytes: Span<UInt8>, style: Int, to text: inout [UInt8]) {
    guard let date = DateTimeText(bytes) else { return Self.copy(bytes, to: &text) }
    date.append(
      isDuration: formats.kind(ofStyle: style) == .duration,
      countsFrom1904: dates.countsFrom1904, to: &text)
  }

  /// Appends a number, as the date that it is when its style says so; gives which.
  func append(_ value: Double, style: Int, to text: inout [UInt8]) -> CellKind {
    let isDate =
      switch formats.kind(ofStyle: style) {
      case .number: false
      case .date: dates.append(value, to: &text)
      case .duration: ExcelDate.appendDuration(value, to: &text)
      }
    if !isDate { NumberText.append(value, to: &text) }
    return isDate ? .date : .number
  }

  private func appendBool(_ bytes: Span<UInt8>, to text: inout [UInt8]) -> CellKind {
    let isOne = bytes.count == 1 && bytes[0] == UInt8(ascii: "1")
    let isZero = bytes.count == 1 && bytes[0] == UInt8(ascii: "0")
    if isOne || (bytes.count == 4 && bytes.holds("true", at: 0)) {
      text.append(contentsOf: Array("TRUE".utf8))
    } else if isZero || (bytes.count == 5 && bytes.holds("false", at: 0)) {
      text.append(contentsOf: Array("FALSE".utf8))
    } else {
      Self.copy(bytes, to: &text)
      return .text
    }
    return .flag
  }

  private static func copy(_ bytes: Span<UInt8>, to text: inout [UInt8]) {
    for index in bytes.indices { text.append(bytes[index]) }
  }
}

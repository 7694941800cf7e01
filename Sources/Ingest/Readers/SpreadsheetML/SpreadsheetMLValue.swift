/// How the value of a SpreadsheetML cell is stored.
enum SpreadsheetMLType {
  case text, number, date, flag, error

  init?(_ bytes: Span<UInt8>) {
    let known: [(StaticString, SpreadsheetMLType)] = [
      ("String", .text), ("Number", .number), ("DateTime", .date), ("Boolean", .flag),
      ("Error", .error),
    ]
    for (word, type) in known
    where word.utf8CodeUnitCount == bytes.count && bytes.holds(word.description, at: 0) {
      self = type
      return
    }
    return nil
  }
}

/// Turns the stored values of SpreadsheetML into the text that a person would read.
struct SpreadsheetMLValue {
  let styles: [XMLName: NumberFormats.Kind]
  let dates: ExcelDate

  var hasOnlyNumbers: Bool { styles.isEmpty }

  func kind(ofStyle style: XMLName) -> NumberFormats.Kind {
    styles.isEmpty ? .number : styles[style] ?? .number
  }

  /// Appends the text of a value that is neither text nor error; gives what the value is.
  ///
  /// What is not what it says is handed over as text.
  func append(
    _ bytes: Span<UInt8>, type: SpreadsheetMLType, style: XMLName, to text: inout [UInt8]
  ) -> CellKind {
    switch type {
    case .number: return appendNumber(bytes, kind(ofStyle: style), to: &text)
    case .date:
      let isDuration = kind(ofStyle: style) == .duration
      guard let value = DateTimeText(bytes) else { break }
      value.append(isDuration: isDuration, countsFrom1904: dates.countsFrom1904, to: &text)
      return .date
    case .flag:
      guard bytes.count == 1, bytes[0] | 1 == UInt8(ascii: "1") else { break }
      text.append(contentsOf: (bytes[0] == UInt8(ascii: "1") ? "TRUE" : "FALSE").utf8)
      return .flag
    case .text, .error: break
    }
    for index in bytes.indices { text.append(bytes[index]) }
    return type == .error ? .error : .text
  }

  private func appendNumber(
    _ bytes: Span<UInt8>, _ kind: NumberFormats.Kind, to text: inout [UInt8]
  ) -> CellKind {
    guard let value = NumberText.parse(bytes) else {
      for index in bytes.indices { text.append(bytes[index]) }
      return .text
    }
    let isDate =
      switch kind {
      case .number: false
      case .date: dates.append(value, to: &text)
      case .duration: ExcelDate.appendDuration(value, to: &text)
      }
    if !isDate { NumberText.append(value, to: &text) }
    return isDate ? .date : .number
  }
}

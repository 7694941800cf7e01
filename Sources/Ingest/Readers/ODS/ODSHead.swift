/// What the start tag of a cell says: its type and value, how often it is repeated, how far it reaches.
struct ODSHead {
  enum Kind { case none, text, number, date, time, flag, error }

  private(set) var kind = Kind.none
  /// The value as the attribute holds it; nil when only the text tells it.
  private(set) var value: [UInt8]?
  let repeated: Int
  let columnsSpanned: Int
  let rowsSpanned: Int

  /// No count in a file is larger; hostile ones are cut off before they are added up.
  static let most = 1 << 30

  init(_ tokens: XMLTokenizer, _ bytes: Span<UInt8>) throws {
    repeated = try tokens.count(.columnsRepeated, bytes, of: "the repeats of a cell")
    columnsSpanned = try tokens.count(.columnsSpanned, bytes, of: "the width of a cell")
    rowsSpanned = try tokens.count(.rowsSpanned, bytes, of: "the height of a cell")
    guard let type = try tokens.local(.valueType, bytes) else { return }
    kind = Self.kind(bytes.extracting(type))
    let name: XMLName
    switch kind {
    case .number: name = .valueODS
    case .date: name = .dateValue
    case .time: name = .timeValue
    case .flag: name = .booleanValue
    case .none, .text, .error: name = .stringValue
    }
    if let calculated = try tokens.attribute(.calculatedType, bytes),
      bytes.extracting(calculated).holds("error", at: 0)
    {
      kind = .error
    } else if let range = try tokens.local(name, bytes) {
      var value: [UInt8] = []
      try XMLText.append(bytes, range, to: &value)
      self.value = value
    }
  }

  private static func kind(_ type: Span<UInt8>) -> Kind {
    let known: [(String, Kind)] = [
      ("float", .number), ("percentage", .number), ("currency", .number), ("date", .date),
      ("time", .time), ("boolean", .flag), ("string", .text),
    ]
    return known.first { type.count == $0.0.utf8.count && type.holds($0.0, at: 0) }?.1 ?? .none
  }

  /// Appends the value's text; gives what it is, nil when the text of the cell has to tell.
  func append(to text: inout [UInt8]) -> CellKind? {
    guard let value else { return nil }
    switch kind {
    case .number:
      guard let number = NumberText.parse(value.span) else { return nil }
      NumberText.append(number, to: &text)
      return .number
    case .date:
      guard let date = DateTimeText(value.span) else { return nil }
      date.append(isDuration: false, countsFrom1904: false, to: &text)
      return .date
    case .time:
      guard let days = Self.days(value), ExcelDate.appendDuration(days, to: &text) else {
        return nil
      }
      return .date
    case .flag:
      guard value == Array("true".utf8) || value == Array("false".utf8) else { return nil }
      text.append(contentsOf: (value == Array("true".utf8) ? "TRUE" : "FALSE").utf8)
      return .flag
    case .text:
      text.append(contentsOf: value)
      return .text
    case .none, .error: return nil
    }
  }

  /// The length of a time such as `PT08H30M00S`, in days.
  private static func days(_ value: [UInt8]) -> Double? {
    guard value.starts(with: "PT".utf8), value.count <= 64 else { return nil }
    var (seconds, digits): (Double, [UInt8]) = (0, [])
    for byte in value.dropFirst(2) {
      let unit: Double
      switch byte {
      case UInt8(ascii: "H"): unit = 3600
      case UInt8(ascii: "M"): unit = 60
      case UInt8(ascii: "S"): unit = 1
      default:
        digits.append(byte)
        continue
      }
      guard let number = NumberText.parse(digits.span), number >= 0 else { return nil }
      seconds += number * unit
      digits.removeAll()
    }
    return digits.isEmpty ? seconds / 86_400 : nil
  }
}

extension XMLTokenizer {
  /// The number of rows or columns an attribute holds; 1 when it is not there.
  func count(_ name: XMLName, _ bytes: Span<UInt8>, of what: String) throws -> Int {
    max(1, try number(name, bytes, most: ODSHead.most, of: what) ?? 1)
  }
}

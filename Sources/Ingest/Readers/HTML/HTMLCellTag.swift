/// What the start tag of a cell says.
struct HTMLCellTag {
  private(set) var columns = 1
  /// 0 for all rows to the end of the section.
  private(set) var rows = 1
  /// The number that Excel keeps beside the text it shows.
  private(set) var number: [UInt8] = []

  /// The most that the standard allows (4.9.11).
  private static let mostColumns = 1000
  private static let mostRows = 65_534

  init() {}

  init(_ tokens: HTMLTokenizer, _ bytes: Span<UInt8>) {
    var attributes = HTMLAttributes(from: tokens.attributes.lowerBound, end: tokens.count)
    while attributes.next(bytes) {
      let value = bytes.extracting(attributes.value)
      switch attributes.name {
      case .colspan: columns = max(1, min(Self.mostColumns, Self.number(value) ?? 1))
      case .rowspan: rows = min(Self.mostRows, Self.number(value) ?? 1)
      case .excelNumber: number = value.indices.map { value[$0] }
      default: break
      }
    }
  }

  /// Whether an attribute is one that counts.
  static func counts(_ name: HTMLName) -> Bool {
    name == .colspan || name == .rowspan || name == .excelNumber
  }

  /// A number that is not negative, whatever follows it.
  private static func number(_ value: Span<UInt8>) -> Int? {
    var place = 0
    while place < value.count, value[place].isHTMLSpace { place += 1 }
    if place < value.count, value[place] == UInt8(ascii: "+") { place += 1 }
    let start = place
    var number = 0
    while place < value.count, value[place].isDigit {
      number = min(1 << 20, number * 10 + Int(value[place] & 15))
      place += 1
    }
    return place > start ? number : nil
  }
}

extension HTMLName {
  static let colspan = HTMLName(Array("colspan".utf8))
  static let rowspan = HTMLName(Array("rowspan".utf8))
  static let excelNumber = HTMLName(Array("x:num".utf8))
  static let style = HTMLName(Array("style".utf8))
  static let hidden = HTMLName(Array("hidden".utf8))
}

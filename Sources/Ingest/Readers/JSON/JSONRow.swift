/// The cells of one object, in the order of the columns whatever the order of the keys.
struct JSONRow {
  private let keys: [[UInt8]]
  private let columns: [[UInt8]: Int]
  /// For each column: what it holds in this row.
  private var cells: [(kind: CellKind, range: Range<Int>)]
  private var filled: [Int] = []
  private var texts: [UInt8] = []

  init(keys: [[UInt8]]) {
    self.keys = keys
    columns = Dictionary(zip(keys, keys.indices), uniquingKeysWith: { first, _ in first })
    cells = Array(repeating: (.text, 0..<0), count: keys.count)
  }

  /// Reads an object that was just opened; of two members with one key the last counts, as in
  /// JavaScript.
  mutating func read(_ events: inout JSONEvents) throws {
    for column in filled { cells[column].range = 0..<0 }
    filled.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
    var expected = 0
    while try events.event() == .key {
      let isExpected = expected < keys.count && keys[expected] == events.text
      let column = isExpected ? expected : columns[events.text] ?? 0
      expected = column + 1
      let start = texts.count
      let kind = try append(try events.event(), &events)
      if cells[column].range.isEmpty, texts.count > start { filled.append(column) }
      cells[column] = (kind, start..<texts.count)
    }
  }

  func deliver(into sink: inout some CellSink) throws {
    let texts = texts.span
    for column in filled.sorted() where !cells[column].range.isEmpty {
      let cell = cells[column]
      try sink.cell(column: column, kind: cell.kind, text: texts.extracting(cell.range))
    }
  }

  private mutating func append(
    _ event: JSONEvents.Event, _ events: inout JSONEvents
  ) throws -> CellKind {
    switch event {
    case .yes, .no:
      texts.append(contentsOf: (event == .yes ? "TRUE" : "FALSE").utf8)
      return .flag
    case .number: return appendNumber(events.text)
    case .beginObject, .beginArray:
      try JSONText.append(event, &events, to: &texts)
      return .text
    case .string:
      texts.append(contentsOf: events.text)
      return .text
    case .null, .key, .endObject, .endArray, .end: return .text
    }
  }

  /// A whole number that a floating-point number cannot hold, as a long identifier, stays as it is
  /// written, and is text.
  private mutating func appendNumber(_ literal: [UInt8]) -> CellKind {
    let isWhole = literal.allSatisfy { $0.isDigit || $0 == UInt8(ascii: "-") }
    guard let value = NumberText.parse(literal.span), !isWhole || value.magnitude < 0x1p53 else {
      texts.append(contentsOf: literal)
      return .text
    }
    NumberText.append(value, to: &texts)
    return .number
  }
}

/// Hands over what the records of cells hold.
struct CellRecord {
  private let value: CellValue
  private let sharedStrings: Int
  private var text: [UInt8] = []

  init(value: CellValue, sharedStrings: Int) {
    self.value = value
    self.sharedStrings = sharedStrings
  }

  /// Hands over the cell in a column, which is one of the record's.
  mutating func deliver(
    _ records: inout RecordCursor, _ cells: CellPlaces, _ column: Int,
    into sink: inout some CellSink
  ) throws {
    let start = records.body.lowerBound
    text.removeAll(keepingCapacity: true)
    switch records.kind {
    case .sharedString:
      let number = try records.field(4, at: 6)
      let shared = records.bytes.number32(at: number)
      guard shared < sharedStrings else {
        throw RecordFault("a cell names text \(shared + 1) of \(sharedStrings)")
      }
      try sink.cell(column: column, sharedString: shared)
    case .packedNumber, .packedNumbers:
      // A style of two bytes and a number of four; several stand side by side.
      let cell = 4 + 6 * (column - cells.columns.lowerBound)
      let place = try records.field(6, at: cell)
      let number = PackedNumber(bits: UInt32(records.bytes.number32(at: place + 2))).value
      try deliver(number, style: records.bytes.number16(at: place), column, &sink)
    case .number:
      let number = records.bytes.double(at: try records.field(8, at: 6))
      try deliver(number, style: records.bytes.number16(at: start + 4), column, &sink)
    case .flagOrError:
      let value = try records.field(2, at: 6)
      let isError = records.bytes[value + 1] != 0
      try deliver(records.bytes[value], isError: isError, column, &sink)
    case .label, .richLabel:
      records.place = start + 6
      try records.appendText(lengthBytes: 2, to: &text)
      try deliverText(column, &sink)
    case .formula: try deliverFormula(&records, column, &sink)
    default: break
    }
  }

  /// What a formula came to when the workbook was last calculated (MS-XLS 2.5.133).
  private mutating func deliverFormula(
    _ records: inout RecordCursor, _ column: Int, _ sink: inout some CellSink
  ) throws {
    let place = try records.field(8, at: 6)
    guard records.bytes.number16(at: place + 6) == 0xFFFF else {
      let style = records.bytes.number16(at: place - 2)
      return try deliver(records.bytes.double(at: place), style: style, column, &sink)
    }
    switch records.bytes[place] {
    case 0:
      try readFormulaText(&records)
      try deliverText(column, &sink)
    case 1: try deliver(records.bytes[place + 2], isError: false, column, &sink)
    case 2: try deliver(records.bytes[place + 2], isError: true, column, &sink)
    default: break
    }
  }

  private mutating func readFormulaText(_ records: inout RecordCursor) throws {
    while let kind = try records.peek() {
      switch kind {
      case .arrayFormula, .sharedFormula, .dataTable, .continuation: _ = try records.next()
      case .formulaText:
        _ = try records.next()
        return try records.appendText(lengthBytes: 2, to: &text)
      default: return
      }
    }
  }

  private mutating func deliver(
    _ number: Double, style: Int, _ column: Int, _ sink: inout some CellSink
  ) throws {
    guard number.isFinite else { return try deliver(0x24, isError: true, column, &sink) }
    let kind = value.append(number, style: style, to: &text)
    try sink.cell(column: column, kind: kind, text: text.span)
  }

  private mutating func deliver(
    _ code: UInt8, isError: Bool, _ column: Int, _ sink: inout some CellSink
  ) throws {
    let word = isError ? Self.error(code) : code == 0 ? "FALSE" : "TRUE"
    text.append(contentsOf: Array(word.utf8))
    try sink.cell(column: column, kind: isError ? .error : .flag, text: text.span)
  }

  private func deliverText(_ column: Int, _ sink: inout some CellSink) throws {
    if !text.isEmpty { try sink.cell(column: column, kind: .text, text: text.span) }
  }

  /// The errors of MS-XLS 2.5.10.
  private static func error(_ code: UInt8) -> String {
    switch code {
    case 0x00: "#NULL!"
    case 0x07: "#DIV/0!"
    case 0x0F: "#VALUE!"
    case 0x17: "#REF!"
    case 0x1D: "#NAME?"
    case 0x24: "#NUM!"
    case 0x2A: "#N/A"
    case 0x2B: "#GETTING_DATA"
    default: "#ERROR!"
    }
  }
}

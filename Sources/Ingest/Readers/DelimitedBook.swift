internal import Containers
internal import Tables

/// Delimited text as a file of cells, for whoever has no schema yet.
///
/// The separator is the one that cuts most records of the file's front alike. `DelimitedReader` reads
/// the same text many times faster into the columns of a schema.
struct DelimitedBook: CellBook {
  static let container = "delimited"

  let sheets = [CellSheet()]
  private let source: ByteSource
  private let text: TextEncoding
  private let separator: UInt8
  private let newline: UInt8

  private static let headSize = 64 * 1024
  private static let separators = [",", "\t", ";", "|"].map { UInt8(ascii: $0) }
  private static let longestRecord = 16 << 20

  /// Nil when the bytes are no text.
  init?(_ source: ByteSource) throws {
    let head = try source.read(0..<Self.headSize)
    guard let encoding = TextEncoding(head: head) else { return nil }
    self.source = source
    text = encoding
    var blocks = TextBlocks(
      source, encoding: encoding,
      range: encoding.markLength..<max(encoding.markLength, min(source.count, Self.headSize)))
    var block = FieldBlock()
    while try blocks.fill(&block.bytes) {}
    newline = LineEnd.find(in: block.bytes)
    separator = Self.separator(of: block, newline: newline)
  }

  var encoding: String? { text.rawValue }

  func read(sheet: Int, into sink: inout some CellSink) throws {
    var blocks = TextBlocks(
      source, encoding: text,
      range: min(text.markLength, source.count)..<source.count)
    var cutter = RecordCutter(separator: separator, newline: newline)
    var block = FieldBlock()
    var (row, isLast) = (0, false)
    while !isLast {
      isLast = try !blocks.fill(&block.bytes)
      let used = cutter.cut(&block, isLast: isLast)
      for record in 0..<block.recordCount {
        row += 1
        try sink.beginRow(row, isHidden: false)
        try hand(record, of: block, to: &sink)
        guard try sink.endRow() else { return }
      }
      block.bytes.removeFirst(used)
      guard block.bytes.count <= Self.longestRecord else {
        throw ContainerError(
          .tooLarge, "The record after row \(row) has more than \(Self.longestRecord) bytes.")
      }
    }
  }

  private func hand(
    _ record: Int, of block: FieldBlock, to sink: inout some CellSink
  ) throws {
    for field in 0..<block.fieldCount(record: record) {
      let range = block.range(record: record, field: field)
      guard !range.isEmpty else { continue }
      let cell = text.decode(block.unquoted(range))
      if !cell.isEmpty { try sink.cell(column: field, kind: .text, text: cell.span) }
    }
  }

  /// The separator under which most records have one and the same number of fields.
  private static func separator(of block: FieldBlock, newline: UInt8) -> UInt8 {
    var best: (separator: UInt8, score: Int) = (separators[0], 0)
    for separator in separators {
      var block = block
      var cutter = RecordCutter(separator: separator, newline: newline)
      _ = cutter.cut(&block, isLast: true)
      var records: [Int: Int] = [:]
      for record in 0..<min(block.recordCount, 500) {
        records[block.fieldCount(record: record), default: 0] += 1
      }
      let score = records.map { ($0.key - 1) * $0.value }.max() ?? 0
      if score > best.score { best = (separator, score) }
    }
    return best.separator
  }
}

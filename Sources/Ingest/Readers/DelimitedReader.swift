internal import Containers
internal import Tables

/// Reads delimited text: finds its encoding, separator and header, then fills columns block by block.
struct DelimitedReader {
  /// How much of a file is looked at to tell what it is.
  private static let headSize = 256 * 1024
  /// A record above this is no record.
  private static let longestRecord = 16 << 20
  private static let separators = [",", "\t", ";", "|"].map { UInt8(ascii: $0) }

  private let source: ByteSource
  private let schema: Schema
  private let rules: ReadingRules
  private let origin: Origin
  private let dataset: String
  let encoding: TextEncoding
  private let newline: UInt8

  init(
    _ source: ByteSource, schema: Schema, rules: ReadingRules, origin: Origin, dataset: String
  ) throws {
    let head = try source.read(0..<Self.headSize)
    guard let encoding = TextEncoding(head: head) else { throw Refusal(.fileUnknown) }
    self.source = source
    self.schema = schema
    self.rules = rules
    self.origin = origin
    self.dataset = dataset
    self.encoding = encoding
    newline = LineEnd.find(in: try Self.text(source, encoding, 0..<head.count))
  }

  /// The places at which the file may be read in stretches of about equal size: each the start of a line.
  func cuts(stretches: Int) throws -> [Int] {
    guard stretches > 1, !encoding.isUTF16 else { return [] }
    return try (1..<stretches).compactMap { stretch in
      let middle = source.count / stretches * stretch
      let near = try source.read(middle..<(middle + Self.headSize))
      return near.firstIndex(of: newline).map { middle + $0 + 1 }
    }
  }

  /// Reads the records that start in a range of bytes; the header is looked for at the file's front.
  func read(_ range: Range<Int>) throws -> TablePart {
    let (separator, header, rows) = try header()
    let entry = LedgerEntry(input: origin.input, sheet: 0, dataset: dataset)
    var part = TablePart(schema: schema, fields: header.fields, entry: entry)
    part.encoding = encoding
    part.titles = Array(rows.prefix(header.row - 1))
    let isFront = range.lowerBound == 0
    if isFront {
      part.headerRow = header.row
      part.stamp = Stamp.find(in: rows, words: schema.stampWords)
      report(header, into: &part)
    }
    let start = isFront ? encoding.markLength : range.lowerBound
    let headerCell = rows[header.row - 1].first { !$0.isEmpty } ?? ""
    var filler = BlockFiller(
      part: part, header: header, rules: rules, origin: origin,
      sorter: RowSorter(schema: schema, headerCell: headerCell, encoding: encoding),
      usualWidth: rows[(header.row - 1)...].prefix(2).map { $0.count }.max() ?? header.width,
      titleRows: isFront ? header.row : 0)
    try fill(&filler, separator: separator, width: header.width, range: start..<range.upperBound)
    var filled = filler.part
    filled.stampFromNotes(words: schema.stampWords)
    return filled
  }

  private func fill(
    _ filler: inout BlockFiller, separator: UInt8, width: Int, range: Range<Int>
  ) throws {
    var blocks = TextBlocks(source, encoding: encoding, range: range)
    var cutter = RecordCutter(separator: separator, newline: newline, width: width)
    var block = FieldBlock()
    var isLast = false
    while !isLast {
      isLast = try !blocks.fill(&block.bytes)
      let used = cutter.cut(&block, isLast: isLast)
      let endsFile = isLast && range.upperBound == source.count
      filler.add(&block, strayQuotes: cutter.strayQuotes, isLast: endsFile)
      try filler.part.checkBounds()
      block.bytes.removeFirst(used)
      guard block.bytes.count <= Self.longestRecord else {
        throw Refusal(
          .fileDamaged, "row \(filler.part.entry.physical + 1) has more than 16 MB")
      }
    }
    filler.set(endedInsideQuotes: cutter.endedInsideQuotes)
  }

  // MARK: Header

  /// The separator and the header that together name most columns.
  private func header() throws -> (separator: UInt8, match: HeaderMatch, rows: [[String]]) {
    let finder = HeaderFinder(schema)
    var best: (separator: UInt8, match: HeaderMatch, rows: [[String]])?
    for separator in Self.separators {
      let rows = try headRows(separator)
      // A separator that separates nothing makes one long cell of every row, dear to compare.
      guard separator == Self.separators[0] || rows.contains(where: { $0.count > 1 }),
        let match = finder.find(rows)
      else { continue }
      if match.found > best?.match.found ?? 0 { best = (separator, match, rows) }
    }
    guard let best else { throw Refusal(.headerMissing) }
    if let column = finder.missing(best.match, requiredOnly: true).first {
      throw finder.refusal(lacking: column, in: best.match)
    }
    return best
  }

  /// The bytes of a range as blocks hold them.
  private static func text(
    _ source: ByteSource, _ encoding: TextEncoding, _ range: Range<Int>
  ) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var blocks = TextBlocks(source, encoding: encoding, range: range)
    while try blocks.fill(&bytes) {}
    return bytes
  }

  private func headRows(_ separator: UInt8) throws -> [[String]] {
    var block = FieldBlock()
    let end = min(source.count, Self.headSize)
    block.bytes = try Self.text(source, encoding, min(encoding.markLength, end)..<end)
    var cutter = RecordCutter(separator: separator, newline: newline)
    _ = cutter.cut(&block, isLast: true)
    return (0..<min(block.recordCount, HeaderFinder.searchedRows * 2)).map { record in
      (0..<min(block.fieldCount(record: record), 1024)).map { field in
        let bytes = block.unquoted(block.range(record: record, field: field))
        return String(decoding: encoding.decode(bytes), as: UTF8.self)
      }
    }
  }

  private func report(_ header: HeaderMatch, into part: inout TablePart) {
    HeaderReport(finder: HeaderFinder(schema), schema: schema, rules: rules)
      .report(header, origin: origin, findings: &part.findings)
  }
}

internal import Tables

/// Puts the records of blocks into columns: decides what each record is, then works column by column.
struct BlockFiller {
  private(set) var part: TablePart
  private let header: HeaderMatch
  private let rules: ReadingRules
  private let origin: Origin
  private let sorter: RowSorter
  /// The number of fields that records have; some programs end every record with a separator.
  private let usualWidth: Int
  /// The records at the front that are titles and the header.
  private var titleRows: Int

  init(
    part: TablePart, header: HeaderMatch, rules: ReadingRules, origin: Origin, sorter: RowSorter,
    usualWidth: Int, titleRows: Int
  ) {
    self.part = part
    self.header = header
    self.rules = rules
    self.origin = origin
    self.sorter = sorter
    self.usualWidth = usualWidth
    self.titleRows = titleRows
  }

  mutating func set(endedInsideQuotes: Bool) { part.endedInsideQuotes = endedInsideQuotes }

  /// Adds the records of a block; `isLast` says that the file ends with it.
  mutating func add(_ block: inout FieldBlock, strayQuotes: [Int], isLast: Bool) {
    let before = part.entry.physical
    block.chosen.removeAll(keepingCapacity: true)
    for record in 0..<block.recordCount {
      let row = before + record + 1
      switch fate(of: record, in: block) {
      case .data:
        block.chosen.append(UInt32(record))
        var place = origin
        place.row = row
        part.origins.append(place)
        checkWidth(record, in: block, at: place)
      case .blank: part.entry.blank += 1
      case .total:
        var place = origin
        place.row = row
        addTotal(record, in: block, at: place)
      case .header: part.entry.title += 1
      case .note:
        part.entry.title += 1
        addNote(record, in: block)
      }
    }
    part.entry.physical += block.recordCount
    part.entry.accepted += block.chosen.count
    for (column, field) in header.fields.enumerated() {
      if let field { part.columns[column]?.append(block, field: field) }
    }
    for record in strayQuotes { note(.quoteUnclosed, row: before + record + 1) }
    if isLast { checkEnd(block) }
  }

  private mutating func fate(of record: Int, in block: FieldBlock) -> RowSorter.Fate {
    if titleRows > 0 {
      titleRows -= 1
      return .header
    }
    let count = block.fieldCount(record: record)
    for column in sorter.totalColumns {
      guard let field = header.fields[column], field < count else { continue }
      if sorter.isTotal(block.unquoted(block.range(record: record, field: field))) { return .total }
    }
    for field in 0..<count {
      let range = block.range(record: record, field: field)
      if range.isEmpty || RowSorter.isBlank(block.bytes[range]) { continue }
      return block.isQuoted(range)
        ? sorter.fate(firstCell: block.unquoted(range))
        : sorter.fate(firstCell: block.bytes[range])
    }
    return .blank
  }

  private mutating func addTotal(_ record: Int, in block: FieldBlock, at place: Origin) {
    let count = block.fieldCount(record: record)
    part.addTotal(place, sorter.schema) { column in
      guard let field = header.fields[column], field < count else { return [] }
      return block.unquoted(block.range(record: record, field: field))
    }
  }

  private mutating func addNote(_ record: Int, in block: FieldBlock) {
    let fields = (0..<block.fieldCount(record: record)).map { field in
      block.unquoted(block.range(record: record, field: field))
    }
    let text = part.encoding.decode(Array(fields.joined(separator: [UInt8(ascii: " ")])))
    part.addNote(String(decoding: text, as: UTF8.self))
  }

  private mutating func checkWidth(_ record: Int, in block: FieldBlock, at place: Origin) {
    let count = block.fieldCount(record: record)
    guard count != header.width else { return }
    if count < header.width {
      part.findings.append(
        rules.finding(.rowShort, place, facts: .numbers(count, header.width)))
      return
    }
    let filled = (header.width..<count).count {
      !RowSorter.isBlank(block.bytes[block.range(record: record, field: $0)])
    }
    if filled > 0 || count > usualWidth {
      part.findings.append(rules.finding(.rowLong, place, facts: .numbers(count, header.width)))
    }
  }

  /// A last record that is short and has no line end was cut off.
  private mutating func checkEnd(_ block: FieldBlock) {
    guard let last = block.chosen.last, Int(last) == block.recordCount - 1 else { return }
    let end = block.ends.last.map { Int($0) } ?? 0
    if end == block.bytes.count, block.fieldCount(record: Int(last)) < header.width {
      note(.fileTruncated, row: part.entry.physical)
    }
  }

  private mutating func note(_ rule: ReadingRule, row: Int) {
    var place = origin
    place.row = row
    part.findings.append(rules.finding(rule, place))
  }
}

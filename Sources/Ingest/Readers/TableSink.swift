internal import Tables

/// Puts the rows of a sheet into columns: gathers a row's cells, decides what the row is, appends.
struct TableSink: CellSink {
  private(set) var part: TablePart
  private let header: HeaderMatch
  private let origin: Origin
  private let rules: ReadingRules
  private let sorter: RowSorter
  private let sharedStrings: SharedStrings
  /// The texts of the row's cells, one after another.
  private var texts: [UInt8] = []
  /// For each physical column of the header: where its text stands in `texts`.
  private var ranges: [Range<Int>]
  private var firstCell = 0..<0
  private var beyondHeader = 0
  private var row = 0

  init(
    part: TablePart, header: HeaderMatch, origin: Origin, rules: ReadingRules, sorter: RowSorter,
    sharedStrings: SharedStrings
  ) {
    self.part = part
    self.header = header
    self.origin = origin
    self.rules = rules
    self.sorter = sorter
    self.sharedStrings = sharedStrings
    ranges = Array(repeating: 0..<0, count: header.width)
  }

  mutating func beginRow(_ number: Int) throws {
    guard number > row else {
      throw Refusal(.fileDamaged, "row \(number) after row \(row)")
    }
    // Rows that the sheet leaves out: titles above the header, blank below it.
    for left in (row + 1)..<number {
      if left <= header.row { part.entry.title += 1 } else { part.entry.blank += 1 }
    }
    row = number
    part.entry.physical = number
    texts.removeAll(keepingCapacity: true)
    for index in ranges.indices { ranges[index] = 0..<0 }
    firstCell = 0..<0
    beyondHeader = 0
  }

  mutating func cell(column: Int, text: Span<UInt8>) throws {
    let start = texts.count
    for index in text.indices { texts.append(text[index]) }
    note(column, start..<texts.count)
  }

  mutating func cell(column: Int, sharedString: Int) throws {
    let start = texts.count
    texts.append(contentsOf: sharedStrings.arena[sharedStrings.range(of: sharedString)])
    note(column, start..<texts.count)
  }

  private mutating func note(_ column: Int, _ range: Range<Int>) {
    let isBlank = RowSorter.isBlank(texts[range])
    if !isBlank, firstCell.isEmpty { firstCell = range }
    if column < ranges.count { ranges[column] = range } else if !isBlank { beyondHeader += 1 }
  }

  mutating func endRow() throws -> Bool {
    switch fate {
    case .header: part.entry.title += 1
    case .blank: part.entry.blank += 1
    case .total: part.entry.total += 1
    case .data: append()
    }
    return true
  }

  private var fate: RowSorter.Fate {
    if row <= header.row { return .header }
    return firstCell.isEmpty ? .blank : sorter.fate(firstCell: texts[firstCell])
  }

  private mutating func append() {
    var place = origin
    place.row = row
    part.entry.accepted += 1
    part.origins.append(place)
    let cells = texts
    append(cells.span)
    if beyondHeader > 0 {
      let facts = Finding.Facts.numbers(header.width + beyondHeader, header.width)
      part.findings.append(rules.finding(.rowLong, place, facts: facts))
    }
  }

  private mutating func append(_ texts: Span<UInt8>) {
    for (column, field) in header.fields.enumerated() {
      if let field { part.columns[column]?.append(texts.extracting(ranges[field])) }
    }
  }
}

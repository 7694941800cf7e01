internal import Tables

/// Puts the rows of a sheet into columns: gathers a row's cells, decides what the row is, appends.
struct TableSink: CellSink {
  private(set) var part: TablePart
  private let header: HeaderMatch
  private let origin: Origin
  private let rules: ReadingRules
  private let sorter: RowSorter
  private let sharedStrings: SharedStrings
  private var merged: MergedCells
  /// The texts of the row's cells, one after another.
  private var texts: [UInt8] = []
  /// For each physical column of the header: where its text stands in `texts`.
  private var ranges: [Range<Int>]
  private var firstCell = 0..<0
  private var beyondHeader = 0
  private var row = 0
  private var isHidden = false
  private(set) var hiddenRows = 0

  /// `merged` are the ranges that are known before the sheet is read.
  init(
    part: TablePart, header: HeaderMatch, origin: Origin, rules: ReadingRules, sorter: RowSorter,
    sharedStrings: SharedStrings, merged: [CellRange] = []
  ) {
    self.part = part
    self.header = header
    self.origin = origin
    self.rules = rules
    self.sorter = sorter
    self.sharedStrings = sharedStrings
    self.merged = MergedCells(merged, header: header)
    ranges = Array(repeating: 0..<0, count: header.width)
  }

  /// Ranges of rows that had gone by when they were told: the sheet must be read again with them.
  var lateRanges: [CellRange] { merged.late }

  mutating func beginRow(_ number: Int, isHidden: Bool) throws {
    guard number > row else {
      throw Refusal(.fileDamaged, "row \(number) after row \(row)")
    }
    // Rows that the sheet leaves out: titles above the header, blank below it.
    let titles = max(0, min(number - 1, header.row) - row)
    part.entry.title += titles
    part.entry.blank += number - 1 - row - titles
    row = number
    self.isHidden = isHidden
    part.entry.physical = number
    texts.removeAll(keepingCapacity: true)
    for index in ranges.indices { ranges[index] = 0..<0 }
    firstCell = 0..<0
    beyondHeader = 0
  }

  mutating func cell(column: Int, kind: CellKind, text: Span<UInt8>) throws {
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

  mutating func merge(_ range: CellRange) throws { merged.add(range, at: row) }

  mutating func endRow() throws -> Bool {
    // What a row is, its own cells say: a total below a merged name is a total.
    let fate = self.fate
    let ownText = texts.count
    if fate == .total { addTotal() }
    let hasMerged = merged.fill(&ranges, &texts, row: row)
    switch fate {
    case .header: part.entry.title += 1
    case .note:
      part.entry.title += 1
      part.addNote(String(decoding: texts[..<ownText], as: UTF8.self))
    case .blank: part.entry.blank += 1
    case .total: break
    case .data: append(hasMerged: hasMerged)
    }
    try part.checkBounds()
    return true
  }

  private mutating func addTotal() {
    var place = origin
    place.row = row
    part.addTotal(place, sorter.schema) { column in
      header.fields[column].map { Array(texts[ranges[$0]]) } ?? []
    }
  }

  private var fate: RowSorter.Fate {
    if row <= header.row { return .header }
    guard !firstCell.isEmpty else { return .blank }
    let isTotal = sorter.totalColumns.contains { column in
      header.fields[column].map { sorter.isTotal(texts[ranges[$0]]) } ?? false
    }
    return isTotal ? .total : sorter.fate(firstCell: texts[firstCell])
  }

  private mutating func append(hasMerged: Bool) {
    var place = origin
    place.row = row
    part.entry.accepted += 1
    part.origins.append(place)
    if isHidden { hiddenRows += 1 }
    if hasMerged { tellMergedNumbers(place) }
    let cells = texts
    append(cells.span)
    if beyondHeader > 0 {
      let facts = Finding.Facts.numbers(header.width + beyondHeader, header.width)
      part.findings.append(rules.finding(.rowLong, place, facts: facts))
    }
  }

  /// A number that is shown over several rows or columns counts once, where it stands.
  private mutating func tellMergedNumbers(_ place: Origin) {
    for (column, field) in header.fields.enumerated() {
      guard let field, merged.isMergedNumber(field: field, row: row) else { continue }
      part.findings.append(rules.finding(.cellMerged, place, column: column))
    }
  }

  private mutating func append(_ texts: Span<UInt8>) {
    for (column, field) in header.fields.enumerated() {
      if let field { part.columns[column]?.append(texts.extracting(ranges[field])) }
    }
  }
}

internal import Tables

/// Makes the columns of some rows of a dataset, as an audience may see them, and marks what is wrong.
///
/// A value is written as an officer would type it: days as day/month/year, codes by their names, numbers as
/// numbers. Where a marked cell has no clean value stands what the file says.
struct RowsMaker: Sendable {
  let linked: LinkedTables
  let dataset: Int
  /// Places in the schema.
  let columns: [Int]
  /// What codes are called, by the name of their column.
  let names: [String: CodeNames]
  let audience: Audience
  let words: Words
  /// Rows whose cells may have moved, so that no header says what a value is.
  let moved: Set<Origin>

  private var table: CleanTable { linked.clean.tables[dataset] }

  /// `found` gives what was found in a row, or nothing where it is not to be marked.
  func content(
    _ rows: [Int32], found: (_ row: Int) -> [(finding: Int, column: Int?, severity: Severity)]
  ) -> RowsContent {
    let origins = rows.map { table.raw.origins[Int($0)] }
    let places = [numbers(origins)] + files(origins)
    let marks = Marks(rows, found)
    let hidden = audience == .officer ? [] : Set(origins.indices.filter { isMoved(origins[$0]) })
    var shown: [RowsColumn] = []
    var shift: [Int: Int] = [:]
    for column in columns {
      let made = self.column(column, of: rows, wrong: marks.rows(of: column), hidden: hidden)
      guard marks.has(column) || made.cells.contains(where: { $0 != .nothing }) else { continue }
      shift[column] = places.count + shown.count
      shown.append(made)
    }
    return RowsContent(columns: places + shown, marks: marks.placed { shift[$0] ?? 0 })
  }

  private func isMoved(_ origin: Origin) -> Bool {
    moved.contains(origin) || moved.contains(Origin(input: origin.input, sheet: origin.sheet))
  }

  // MARK: Where the rows stand

  private func numbers(_ origins: [Origin]) -> RowsColumn {
    RowsColumn(
      heading: words[.listRow], cells: origins.map { .number($0.row, scale: 1) },
      codes: Codes(origins.indices.map { UInt32($0) }))
  }

  /// The files of the rows; nothing where all are of one sheet.
  private func files(_ origins: [Origin]) -> [RowsColumn] {
    var places: [Origin: UInt32] = [:]
    var cells: [RowCell] = []
    var codes = Codes()
    for origin in origins {
      let sheet = Origin(input: origin.input, sheet: origin.sheet)
      let code = places[sheet] ?? UInt32(cells.count)
      if code == cells.count {
        places[sheet] = code
        let input = linked.clean.inputs[origin.input]
        let name = input.sheets.count > 1 ? input.sheets[origin.sheet] : ""
        cells.append(.text(name.isEmpty ? input.path : input.path + " · " + name))
      }
      codes.append(code)
    }
    return cells.count > 1
      ? [RowsColumn(heading: words[.listFile], cells: cells, codes: codes)] : []
  }

  // MARK: What they hold

  private func column(
    _ column: Int, of rows: [Int32], wrong: Set<Int>, hidden: Set<Int>
  ) -> RowsColumn {
    let (values, schema) = (table.columns[column], table.schema.columns[column])
    var known = KnownCodes(of: values, rows: rows.count)
    var cells: [RowCell] = []
    var codes = Codes()
    for (place, row) in rows.enumerated() {
      let row = Int(row)
      let isHidden = hidden.contains(place)
      let isRaw = wrong.contains(place) && values.isMissing(row)
      if isRaw || isHidden {
        codes.append(UInt32(cells.count))
        let text = isRaw ? table.raw.columns[column].string(row) : nil
        cells.append(cell(values, row, schema, isHidden ? .identifier : nil, instead: text))
        continue
      }
      codes.append(
        known.place(of: row, in: values) {
          cells.append(cell(values, row, schema, nil))
          return UInt32(cells.count - 1)
        })
    }
    return RowsColumn(heading: schema.label[words.language], cells: cells, codes: codes)
  }

  private func cell(
    _ values: CleanColumn, _ row: Int, _ schema: SchemaColumn, _ privacy: PrivacyClass?,
    instead raw: String? = nil
  ) -> RowCell {
    let plain = raw ?? text(values, row, schema)
    if plain.isEmpty { return .nothing }
    let text = Mask.masked(plain, of: schema, privacy, for: audience)
    if raw == nil, text == plain, case .number(let column) = values.values, let number = column[row]
    {
      return .number(number, scale: column.scale)
    }
    return .text(text)
  }

  private func text(_ values: CleanColumn, _ row: Int, _ schema: SchemaColumn) -> String {
    switch values.values {
    case .text(let column):
      let value = column.string(row)
      return names[schema.name]?.name(of: value, words.language) ?? value
    case .date(let column): return column[row].map { $0.short[words.language] } ?? ""
    case .flag(let column): return column[row].map { words[$0 ? .yes : .no] } ?? ""
    case .number(let column): return column.string(row)
    case .identifier(let column): return column.string(row)
    }
  }
}

/// Which of a column's values have been met already, and where they stand among the cells.
private struct KnownCodes {
  /// By code, where there are about as many rows as codes; else only those that are met.
  private var dense: [UInt32]
  private var sparse: [UInt32: UInt32] = [:]

  init(of column: CleanColumn, rows: Int) {
    let count = column.distinctCount
    dense = count <= rows * 8 ? Array(repeating: .max, count: count) : []
  }

  /// The place of a row's value; a value that is new is given one by `add`.
  @inline(__always)
  mutating func place(of row: Int, in column: CleanColumn, add: () -> UInt32) -> UInt32 {
    // Identifiers have no codes: nearly every one is new.
    guard let code = column.cleanCode(row) else { return add() }
    if dense.isEmpty {
      if let place = sparse[code] { return place }
      let place = add()
      sparse[code] = place
      return place
    }
    if dense[Int(code)] == .max { dense[Int(code)] = add() }
    return dense[Int(code)]
  }
}

extension CleanColumn {
  /// How many codes there are; none for identifiers.
  fileprivate var distinctCount: Int {
    switch values {
    case .text(let column): column.dictionary.count
    case .number(let column): column.values.count
    case .date(let column): column.days.count
    case .flag(let column): column.missing.count
    case .identifier: 0
    }
  }

  /// The code of a row's clean text, or of its raw number, day or flag; nil for identifiers.
  @inline(__always)
  fileprivate func cleanCode(_ row: Int) -> UInt32? {
    switch values {
    case .text(let column): column.code(row)
    case .number(let column): column.rows[row]
    case .date(let column): column.rows[row]
    case .flag(let column): column.rows[row]
    case .identifier: nil
    }
  }
}

/// What was found in some rows, by row and column.
private struct Marks {
  private var all: [(row: Int, column: Int?, severity: Severity, findings: [Int])] = []
  private var byColumn: [Int: Set<Int>] = [:]

  init(
    _ rows: [Int32],
    _ found: (_ row: Int) -> [(finding: Int, column: Int?, severity: Severity)]
  ) {
    for (place, row) in rows.enumerated() {
      let own = found(Int(row))
      guard !own.isEmpty else { continue }
      for (column, findings) in Dictionary(grouping: own, by: { $0.column }) {
        let sorted = findings.sorted { ($0.severity, $0.finding) < ($1.severity, $1.finding) }
        all.append((place, column, sorted[0].severity, sorted.map { $0.finding }))
        if let column { byColumn[column, default: []].insert(place) }
      }
    }
  }

  func has(_ column: Int) -> Bool { byColumn[column] != nil }
  func rows(of column: Int) -> Set<Int> { byColumn[column] ?? [] }

  /// By row and by the column that is shown; what is found in no shown column marks the row's first cell.
  func placed(_ shown: (Int) -> Int) -> [RowMark] {
    var marks: [RowMark] = []
    let sorted = all.map { mark in
      RowMark(
        row: mark.row, column: mark.column.map(shown) ?? 0, severity: mark.severity,
        findings: mark.findings)
    }.sorted { ($0.row, $0.column, $0.severity) < ($1.row, $1.column, $1.severity) }
    for mark in sorted {
      if let last = marks.last, last.row == mark.row, last.column == mark.column {
        marks[marks.count - 1] = RowMark(
          row: last.row, column: last.column, severity: last.severity,
          findings: last.findings + mark.findings)
      } else {
        marks.append(mark)
      }
    }
    return marks
  }
}

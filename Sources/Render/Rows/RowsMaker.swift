internal import Tables

/// Makes the columns of some rows of a dataset, as an audience may see them, and marks what is wrong.
///
/// Where a marked cell has no clean value stands what the file says.
struct RowsMaker: Sendable {
  let linked: LinkedTables
  let dataset: Int
  /// Places in the schema.
  let columns: [Int]
  let writing: RowWriting
  /// The values as they are written, where they have been made for all pages; else they are made here.
  let made: RowCells?
  /// Rows whose cells may have moved, so that no header says what a value is.
  let moved: Set<Origin>

  private var table: CleanTable { linked.clean.tables[dataset] }

  /// `found` gives what was found in a row, or nothing where it is not to be marked.
  func content(
    _ rows: [Int32], found: (_ row: Int) -> [(finding: Int, column: Int?, severity: Severity)]
  ) -> RowsContent {
    let all = table.raw.origins
    let origins = rows.map { all[Int($0)] }
    let places = [numbers(origins)] + files(origins)
    let marks = Marks(rows, found)
    let hidden =
      writing.audience == .officer ? [] : Set(origins.indices.filter { isMoved(origins[$0]) })
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
      heading: writing.words[.listRow], cells: origins.map { .number($0.row, scale: 1) },
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
      ? [RowsColumn(heading: writing.words[.listFile], cells: cells, codes: codes)] : []
  }

  // MARK: What they hold

  private func column(
    _ column: Int, of rows: [Int32], wrong: Set<Int>, hidden: Set<Int>
  ) -> RowsColumn {
    let (values, schema) = (table.columns[column], table.schema.columns[column])
    let raw = table.raw.columns[column]
    var known = KnownCodes(of: values, rows: rows.count)
    var cells: [RowCell] = []
    var codes = Codes()
    let found = values.cleanCodes(of: rows)
    func add(_ cell: RowCell) -> UInt32 {
      cells.append(cell)
      return UInt32(cells.count - 1)
    }
    for (place, row) in rows.enumerated() {
      let row = Int(row)
      let isHidden = !hidden.isEmpty && hidden.contains(place)
      if !wrong.isEmpty, wrong.contains(place), values.isMissing(row) {
        codes.append(add(writing.text(raw.string(row), schema, isMoved: isHidden)))
      } else if let found, !isHidden {
        let code = found[place]
        codes.append(
          known.place(of: code) {
            add(made?[column, code] ?? writing.cell(Int(code), of: values, schema))
          })
      } else {
        // Nearly every identifier is another one.
        codes.append(add(writing.cell(ofRow: row, of: values, schema, isMoved: isHidden)))
      }
    }
    return RowsColumn(heading: schema.label[writing.words.language], cells: cells, codes: codes)
  }
}

/// Which of a column's values have been met already, and where they stand among the cells.
private struct KnownCodes {
  /// By code, where there are about as many rows as codes; else only those that are met.
  private var dense: [UInt32]
  private var sparse: [UInt32: UInt32] = [:]

  init(of column: CleanColumn, rows: Int) {
    let count = column.codeCount
    dense = count <= rows * 8 ? Array(repeating: .max, count: count) : []
  }

  /// The place of a value; one that is new is given one by `add`.
  @inline(__always)
  mutating func place(of code: UInt32, add: () -> UInt32) -> UInt32 {
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

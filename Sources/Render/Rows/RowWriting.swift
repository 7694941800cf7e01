internal import Tables

/// How a value is written for an audience, as an officer would type it.
///
/// Days are day/month/year, codes have their names, numbers are numbers.
struct RowWriting: Sendable {
  /// What codes are called, by the name of their column.
  let names: [String: CodeNames]
  let audience: Audience
  let words: Words

  /// The value of a code; see `CleanColumn.cleanCodes`.
  func cell(_ code: Int, of values: CleanColumn, _ schema: SchemaColumn) -> RowCell {
    switch values.values {
    case .text(let column):
      let value = column.dictionary.string(of: UInt32(code))
      return text(names[schema.name]?.name(of: value, words.language) ?? value, schema)
    case .number(let column):
      if column.missing[code] { return .nothing }
      let plain = FixedPoint.text(column.values[code], scale: column.scale)
      let cell = text(plain, schema)
      return cell == .text(plain) ? .number(column.values[code], scale: column.scale) : cell
    case .date(let column):
      return column.missing[code] ? .nothing : text(column.days[code].short[words.language], schema)
    case .flag(let column):
      return column.missing[code] ? .nothing : .text(words[column.flags[code] ? .yes : .no])
    case .identifier: preconditionFailure("identifiers have no codes")
    }
  }

  /// The value of an identifier, or of a cell that may stand under another header than its own.
  func cell(
    ofRow row: Int, of values: CleanColumn, _ schema: SchemaColumn, isMoved: Bool
  ) -> RowCell {
    let day = values.date?[row].map { $0.short[words.language] }
    return text(day ?? values.string(row), schema, isMoved: isMoved)
  }

  func text(_ plain: String, _ schema: SchemaColumn, isMoved: Bool = false) -> RowCell {
    if plain.isEmpty { return .nothing }
    return .text(Mask.masked(plain, of: schema, isMoved ? .identifier : nil, for: audience))
  }
}

/// All values of a dataset as a school may see its own, made once for the pages of all schools.
struct RowCells: Sendable {
  /// By column, then by code; none for identifiers.
  private let cells: [[RowCell]]

  init(_ table: CleanTable, _ writing: RowWriting) {
    cells = zip(table.columns, table.schema.columns).map { values, schema in
      (0..<values.codeCount).map { writing.cell($0, of: values, schema) }
    }
  }

  subscript(column: Int, code: UInt32) -> RowCell { cells[column][Int(code)] }
}

extension CleanColumn {
  /// How many codes there are; none for identifiers.
  var codeCount: Int {
    switch values {
    case .text(let column): column.dictionary.count
    case .number(let column): column.values.count
    case .date(let column): column.days.count
    case .flag(let column): column.missing.count
    case .identifier: 0
    }
  }

  /// The codes of some rows' clean texts, or of their raw numbers, days or flags; nil for identifiers.
  func cleanCodes(of rows: [Int32]) -> [UInt32]? {
    switch values {
    case .text(let column): column.rows.gather(rows).map { column.meaning[Int($0)] }
    case .number(let column): column.rows.gather(rows)
    case .date(let column): column.rows.gather(rows)
    case .flag(let column): column.rows.gather(rows)
    case .identifier: nil
    }
  }
}

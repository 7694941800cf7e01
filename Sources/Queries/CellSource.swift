internal import Tables

/// What fills one column of a table in SQLite, row by row.
///
/// A column of text, numbers, days or flags is turned into values once per distinct value.
enum CellSource {
  case row
  case coded(Codes, [QueryValue])
  case identifiers(CleanIdentifierColumn)
  case rawIdentifiers(IdentifierColumn)
  /// By school, the last one for rows without one.
  case schools([Int32?], [QueryValue])
  case files(RowOrigins, [QueryValue])
  /// By file and sheet.
  case sheets(RowOrigins, [[QueryValue]])
  case lines(RowOrigins)
  case further(Bitmap)
  case movements(Movements?, @Sendable (Movement) -> QueryValue)

  init(_ content: QueryTable.Column.Content, of dataset: Int, in linked: LinkedTables) {
    let table = linked.clean.tables[dataset]
    let links = linked.links[dataset]
    let origins = table.raw.origins
    switch content {
    case .key: self = .row
    case .school: self = .schools(links.schools, linked.schools.map { .init(text: $0.code) })
    case .file: self = .files(origins, linked.clean.inputs.map { .init(text: $0.path) })
    case .sheet:
      self = .sheets(origins, linked.clean.inputs.map { $0.sheets.map { .init(text: $0) } })
    case .line: self = .lines(origins)
    case .further: self = .further(links.further)
    case .movement: self = .movements(links.movements) { .init(text: $0.kind.name) }
    case .step:
      self = .movements(links.movements) { $0.step.map { .init(text: $0.name) } ?? .none }
    case .identity:
      self = .movements(links.movements) { $0.identity.map { .init(text: $0.name) } ?? .none }
    case .other: self = .movements(links.movements) { $0.row.map { .integer($0) } ?? .none }
    case .clean(let index): self.init(table.columns[index])
    case .raw(let index): self.init(table.raw.columns[index])
    }
  }

  private init(_ column: CleanColumn) {
    switch column.values {
    case .text(let text):
      self = .coded(
        text.rows,
        text.meaning.map { code in
          text.missing[Int(code)] ? .none : .init(text: text.dictionary.bytes(of: code))
        })
    case .number(let number):
      let values = number.values.enumerated().map { code, value -> QueryValue in
        if number.missing[code] { return .none }
        return number.scale == 1 ? .integer(value) : .real(Double(value) / Double(number.scale))
      }
      self = .coded(number.rows, values)
    case .date(let date):
      self = .coded(
        date.rows,
        date.days.enumerated().map { date.missing[$0] ? .none : .init(text: $1.iso) })
    case .flag(let flag):
      let values = (0..<flag.missing.count).map { code -> QueryValue in
        flag.missing[code] ? .none : .integer(flag.flags[code] ? 1 : 0)
      }
      self = .coded(flag.rows, values)
    case .identifier(let identifiers): self = .identifiers(identifiers)
    }
  }

  private init(_ column: RawColumn) {
    switch column {
    case .text(let text):
      let values = (0..<UInt32(text.dictionary.count)).map {
        QueryValue(text: text.dictionary.bytes(of: $0))
      }
      self = .coded(text.codes, values)
    case .identifier(let identifiers): self = .rawIdentifiers(identifiers)
    }
  }

  func value(_ row: Int) -> QueryValue {
    switch self {
    case .row: return .integer(row)
    case .coded(let codes, let values): return values[Int(codes[row])]
    case .identifiers(let column):
      let word = column[row]
      if word.form == .empty { return .none }
      return word.bytes.map { .text($0) }
        ?? .init(text: column.texts.bytes(of: UInt32(word.value)))
    case .rawIdentifiers(let column):
      let word = column.words[row]
      return word.bytes.map { .text($0) }
        ?? .init(text: column.exceptions.bytes(of: UInt32(word.value)))
    case .schools(let schools, let codes): return schools[row].map { codes[Int($0)] } ?? .none
    case .files(let origins, let paths): return paths[origins[row].input]
    case .sheets(let origins, let names):
      let origin = origins[row]
      let sheets = names[origin.input]
      return sheets.indices.contains(origin.sheet) ? sheets[origin.sheet] : .none
    case .lines(let origins): return .integer(origins[row].row)
    case .further(let rows): return .integer(rows[row] ? 1 : 0)
    case .movements(let movements, let value): return movements?[row].map { value($0) } ?? .none
    }
  }
}

extension PackedIdentifier {
  /// The text it was packed from; nil for an exception.
  fileprivate var bytes: [UInt8]? {
    guard form != .other else { return nil }
    let digits = digits.map { $0 &+ UInt8(ascii: "0") }
    return form == .gCode ? [UInt8(ascii: "G")] + digits : digits
  }
}

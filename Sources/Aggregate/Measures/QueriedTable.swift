package import Queries
package import Settings
internal import Tables

/// The result of a query as a table, for what no other kind of table counts.
///
/// Whole numbers become counts; decimals become amounts in hundredths, rounded half away from zero.
package struct QueriedTable: Measure {
  package static let name = "sql"
  package static let summary =
    "The result of the SELECT 'query': 'stubs' name the columns of text, 'columns' those of numbers, 'key' the stub (one or a list) that tells lines apart; its column 'rows' says how many rows stand behind each line."

  private static let mostRows = 100_000
  private static let rows = "rows"

  private struct Column {
    let name: String
    /// The place in the result.
    let place: Int
    let label: LocalizedText
    var unit = ""
  }

  private let frame: TableFrame
  private let result: Query
  private let stubs: [Column]
  private let columns: [Column]
  private let rows: Int
  /// The stubs that make a line's key, by their places among the stubs.
  private let key: [Int]

  package var query: Query? { result }

  package init(
    _ frame: TableFrame, _ settings: Settings, _ round: AggregateRound, shelf: Shelf
  ) throws {
    try settings.allow(only: TableFrame.keys + ["query", "stubs", "columns", "key"])
    self.frame = frame
    let query = try Query(
      settings.required("query"), schemas: round.schemas, round: round.round)
    result = query
    try query.refusePersons()
    stubs = try settings.required("stubs").entries.map { name, place, label in
      Column(
        name: name, place: try Self.place(of: name, at: place, in: query),
        label: try label.localizedText)
    }
    columns = try settings.required("columns").entries.map { name, place, column in
      try column.allow(only: ["label", "unit"])
      return Column(
        name: name, place: try Self.place(of: name, at: place, in: query),
        label: try column.required("label").localizedText,
        unit: try column.required("unit").word)
    }
    guard !stubs.isEmpty else {
      throw try settings.required("stubs").expected("one or more columns")
    }
    guard !columns.isEmpty else {
      throw try settings.required("columns").expected("one or more columns")
    }
    guard let rows = query.columns.firstIndex(of: Self.rows) else {
      throw query.mistake(
        "the result lacks the column 'rows', as in count(*) AS rows: how many rows stand behind a line"
      )
    }
    self.rows = rows
    let names = stubs.map { $0.name }
    key =
      try settings["key"]?.items.map { name in
        guard let index = names.firstIndex(of: try name.word) else {
          throw name.unknown("stub", among: names)
        }
        return index
      } ?? Array(stubs.indices)
    let named = stubs.map { $0.name } + columns.map { $0.name }
    if let extra = query.columns.first(where: { $0 != Self.rows && !named.contains($0) }) {
      throw query.mistake(
        "the result has a column '\(extra)' that 'stubs' and 'columns' do not name")
    }
    if let twice = stubs.first(where: { stub in columns.contains { $0.name == stub.name } }) {
      throw query.mistake("'\(twice.name)' stands in 'stubs' and in 'columns'")
    }
  }

  private static func place(of name: String, at place: Place, in query: Query) throws -> Int {
    guard let index = query.columns.firstIndex(of: name) else {
      throw Settings(.word(name), at: place).unknown(
        "column of the query's result", among: query.columns)
    }
    return index
  }

  package func figures(of material: Material) throws -> TracedFigures {
    var table = frame.table(
      stubs: stubs.map { $0.label },
      columns: columns.map {
        FigureTable.ColumnHead(key: $0.name, headings: [$0.label], unit: $0.unit)
      })
    var keys: Set<String> = []
    try material.database.forEachRow(of: result) { values in
      guard table.rows.count < Self.mostRows else {
        throw result.mistake("the result has more than \(Self.mostRows) rows; group them")
      }
      let rows = try count(values[self.rows])
      let names = try stubs.map { try text(values[$0.place], of: $0) }
      let key = self.key.map { names[$0] ?? "unknown" }.joined(separator: "/")
      guard keys.insert(key).inserted else {
        // The values are not told: they come from the data.
        throw result.mistake(
          "two rows of the result have the same \(self.key.map { "'\(stubs[$0].name)'" }.joined(separator: " and "))"
        )
      }
      table.append(
        .init(key: key, labels: names.map { $0.map { LocalizedText($0) } ?? Words.unknown }),
        try columns.map { Figure(try figure(values[$0.place], of: $0), rows: rows) })
    }
    return TracedFigures(table) { _, _ in
      throw UntracedFigure(
        "its table is made by a query of your own; ask for the rows in SQL, by the columns _file, _sheet and _row of each dataset, or count with 'measure: table'"
      )
    }
  }

  private func count(_ value: QueryValue) throws -> Int {
    switch value {
    case .none: return 0
    case .integer(let rows) where rows >= 0: return rows
    default: throw result.mistake("'rows' of a row is not a count")
    }
  }

  private func text(_ value: QueryValue, of stub: Column) throws -> String? {
    switch value {
    case .none: return nil
    case .text: return value.string
    case .integer(let number): return String(number)
    case .real: throw result.mistake("'\(stub.name)' of a row is neither text nor a whole number")
    }
  }

  private func figure(_ value: QueryValue, of column: Column) throws -> Figure.Value {
    switch value {
    case .none: return .noData
    case .integer(let number): return .count(number)
    case .real(let number): return Self.amount(number)
    case .text: throw result.mistake("'\(column.name)' of a row is not a number")
    }
  }

  /// An amount that no Int holds is of numbers that say nothing.
  static func amount(_ number: Double) -> Figure.Value {
    let hundredths = (number * 100).rounded(.toNearestOrAwayFromZero)
    return Int(exactly: hundredths).map { .amount(hundredths: $0) } ?? .noData
  }
}

extension Query {
  /// A table may be read by everybody, so no value of it can be masked.
  func refusePersons() throws {
    if let hidden = shown.first(where: { $0.privacy != .open }) {
      throw mistake(
        "a table may not read '\(hidden.name)', which holds values of the class \(hidden.privacy.rawValue); "
          + (hidden.privacy == .sensitive
            ? "'measure: table' counts by their codes"
            : "_further tells registrations from persons"))
    }
    // Where the cells of a row have moved, any column holds anything.
    if let raw = shownRaw.first {
      throw mistake("a table may not read '\(raw)': a cell as it stood may hold anything")
    }
  }
}

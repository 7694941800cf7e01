package import Queries
package import Settings
internal import Tables

/// The result of a query as it is, for a question that is asked once.
///
/// Columns that hold nothing but numbers are figures; the others, which say what a row is about, stand
/// before them. Rows are called by their numbers, for a result may say anything twice.
package struct QueryResult: Measure {
  package static let name = "result"
  package static let summary =
    "The result of the SELECT 'query' as it is: its columns of text, then those of numbers."

  private static let mostRows = 100_000
  /// So many bytes of text at most, for a row may hold much of it.
  private static let mostBytes = 100_000_000

  private let frame: TableFrame
  private let result: Query

  package var query: Query? { result }

  package init(
    _ frame: TableFrame, _ settings: Settings, _ round: AggregateRound, shelf: Shelf
  ) throws {
    try settings.allow(only: TableFrame.keys + ["query"])
    self.frame = frame
    result = try Query(
      settings.required("query"), schemas: round.schemas, round: round.round, tellsColumns: true)
    try result.refusePersons()
  }

  package func figures(of material: Material) throws -> TracedFigures {
    var rows: [[QueryValue]] = []
    var bytes = 0
    try material.database.forEachRow(of: result) { values in
      bytes += values.reduce(0) { if case .text(let text) = $1 { $0 + text.count } else { $0 } }
      guard rows.count < Self.mostRows, bytes <= Self.mostBytes else {
        throw result.mistake(
          rows.count < Self.mostRows
            ? "the result has more than \(Self.mostBytes) bytes of text; ask for less of it"
            : "the result has more than \(Self.mostRows) rows; group them, or add LIMIT")
      }
      rows.append(values)
    }
    let isText = result.columns.indices.map { column in
      rows.contains { if case .text = $0[column] { true } else { false } }
    }
    let stubs = isText.indices.filter { isText[$0] }
    let numbers = isText.indices.filter { !isText[$0] }
    var table = frame.table(
      stubs: stubs.isEmpty
        ? [Words.number] : stubs.map { LocalizedText(result.columns[$0]) },
      columns: numbers.map {
        let name = result.columns[$0]
        return FigureTable.ColumnHead(key: name, headings: [LocalizedText(name)], unit: "")
      })
    for (place, values) in rows.enumerated() {
      let number = String(place + 1)
      table.append(
        .init(
          key: number,
          labels: stubs.isEmpty
            ? [LocalizedText(number)] : stubs.map { LocalizedText(Self.text(values[$0])) }),
        numbers.map { Figure(Self.figure(values[$0]), rows: 0) })
    }
    return TracedFigures(table) { _, _ in
      throw UntracedFigure("it is the answer to a query; ask for the rows in SQL")
    }
  }

  private static func text(_ value: QueryValue) -> String {
    switch value {
    case .none: ""
    case .integer(let number): String(number)
    case .real(let number): String(number)
    case .text: value.string ?? ""
    }
  }

  private static func figure(_ value: QueryValue) -> Figure.Value {
    switch value {
    case .none, .text: return .noData
    case .integer(let number): return .count(number)
    case .real(let number): return QueriedTable.amount(number)
    }
  }
}

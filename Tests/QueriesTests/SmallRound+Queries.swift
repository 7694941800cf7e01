import Queries
import Settings
import Tables
import TestKit

/// What a query says of a small round.
extension SmallRound {
  func query(_ sql: String) throws -> Query {
    let schemas = linked.clean.tables.map { ($0.name, $0.schema) }
    return try Query(
      Settings(.word(sql), at: Place(file: "q.yaml", line: 3, column: 12)),
      schemas: Dictionary(uniqueKeysWithValues: schemas), round: Self.round)
  }

  /// The rows of a query's result, each as `a|b|c`; NULL is `-`.
  func answer(_ sql: String) throws -> [String] {
    let query = try query(sql)
    return try rows(of: query, in: RoundDatabase(linked, for: [query], on: Self.round.asOf))
  }

  func rows(of query: Query, in database: RoundDatabase) throws -> [String] {
    var rows: [String] = []
    try database.forEachRow(of: query) { values in
      rows.append(values.map { Self.text($0) }.joined(separator: "|"))
    }
    return rows
  }

  /// What is told of a query that cannot be made or run.
  func mistake(_ sql: String) -> String {
    do {
      _ = try answer(sql)
      return "no mistake"
    } catch {
      return "\(error)"
    }
  }

  private static func text(_ value: QueryValue) -> String {
    switch value {
    case .none: "-"
    case .integer(let number): String(number)
    case .real(let number): "\(number)"
    case .text: "'" + (value.string ?? "") + "'"
    }
  }
}

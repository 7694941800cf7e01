package import Queries
package import Settings
package import Tables

/// Reports the rows that a query gives, for what no other kind of check covers.
package struct QueriedRows: Check {
  package static let name = "sql"
  package static let summary =
    "The rows of 'dataset' whose '_row' the SELECT 'query' gives as 'row'; 'fact' and 'fact2' of its result are {0} and {1}, 'column' is the one that is told."

  private let rule: Int
  private let dataset: String
  private let column: Int?
  private let rows: Query
  /// The places of the columns of the result.
  private let places: (row: Int, fact: Int?, second: Int?)

  package var query: Query? { rows }

  package init(_ rule: RuleSettings, _ round: AggregateRound) throws {
    let settings = rule.settings
    try settings.allow(only: RuleSettings.commonKeys + ["dataset", "column", "query"])
    self.rule = rule.rule
    let (name, schema) = try round.dataset(settings.required("dataset"))
    dataset = name
    column = try settings["column"].map { try schema.index(of: $0) }
    rows = try Query(settings.required("query"), schemas: round.schemas, round: round.round)
    places = try Self.places(of: rows)
  }

  private static func places(of query: Query) throws -> (row: Int, fact: Int?, second: Int?) {
    let known = ["row", "fact", "fact2"]
    for column in query.columns where !known.contains(column) {
      throw query.mistake(
        "the result has an unknown column '\(column)'"
          + Suggestion.clause(for: column, among: known))
    }
    guard let row = query.columns.firstIndex(of: "row") else {
      throw query.mistake("the result lacks the column 'row', as in SELECT _row AS row")
    }
    let (fact, second) = (
      query.columns.firstIndex(of: "fact"), query.columns.firstIndex(of: "fact2")
    )
    guard second == nil || fact != nil else {
      throw query.mistake("the result has a column 'fact2' but no column 'fact'")
    }
    return (row, fact, second)
  }

  package func check(
    _ linked: LinkedTables, _ database: RoundDatabase, findings: inout Findings
  ) throws {
    guard let index = linked.clean.index(of: dataset) else { return }
    let accepted = linked.clean.tables[index].accepted
    var found: [Int: [Int]] = [:]
    try database.forEachRow(of: rows) { values in
      guard case .integer(let row) = values[places.row], 0..<accepted.count ~= row, accepted[row]
      else { throw rows.mistake("'row' is not the _row of an accepted row of '\(dataset)'") }
      var facts: [Int] = []
      for place in [places.fact, places.second] {
        guard let place, let fact = try fact(values[place], called: rows.columns[place])
        else { break }
        facts.append(fact)
      }
      // A row that comes twice is told once, whatever order SQLite takes.
      if let known = found[row], known.lexicographicallyPrecedes(facts) { return }
      found[row] = facts
    }
    for (row, facts) in found.sorted(by: { $0.key < $1.key }) {
      findings.append(
        Finding(
          rule: rule, subject: .row(dataset: index, row: row), column: column,
          facts: .init(numbers: facts)))
    }
  }

  /// A whole number only: a message may be read by somebody who may not see the row.
  private func fact(_ value: QueryValue, called name: String) throws -> Int? {
    switch value {
    case .integer(let number): return number
    case .none: return nil
    case .real, .text: throw rows.mistake("'\(name)' of a row is not a whole number")
    }
  }
}

extension Finding.Facts {
  fileprivate init(numbers: [Int]) {
    switch numbers.count {
    case 0: self = .none
    case 1: self = .number(numbers[0])
    default: self = .numbers(numbers[0], numbers[1])
    }
  }
}

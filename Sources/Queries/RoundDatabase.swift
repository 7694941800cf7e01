internal import GRDB
internal import GRDBSQLite
package import Tables

/// The accepted rows of a round in SQLite, as far as the queries of the run read them.
///
/// It lives in memory only, so that no pupil's name is left on a disk.
package struct RoundDatabase: Sendable {
  private let queue: DatabaseQueue
  private let loadedRows: Int

  /// Steps that any query may take, and more for each row that is loaded; a join or a sort takes tens.
  private static let steps = (any: 1_000_000_000, row: 1_000)
  /// Bytes for sorting and for results in between; a sort of many columns takes hundreds a row.
  private static let memory = (any: 1 << 30, row: 500)
  /// Seconds that any query may take, and the rows that are worth a further one: ten times what the steps
  /// take where each is short.
  private static let seconds = (any: 100, rows: 10_000)
  /// The bytes of one text, or of one row; no row that is loaded has more.
  private static let longest: Int32 = 4 << 20

  /// Loads what the queries read, each column once; their clock stands at the day.
  package init(_ linked: LinkedTables, for queries: [Query], on day: Day) throws {
    queue = try DatabaseQueue(path: QueryClock.path(on: day))
    var readings: [Query.Reading] = []
    for reading in queries.flatMap({ $0.readings }) {
      if let known = readings.firstIndex(where: { $0.table.name == reading.table.name }) {
        readings[known] = readings[known].joined(with: reading)
      } else {
        readings.append(reading)
      }
    }
    try queue.inDatabase { database in
      // Nothing is ever rolled back, and nothing goes to a file.
      try database.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA temp_store = MEMORY")
    }
    loadedRows = try queue.write { database in
      try readings.reduce(0) { try $0 + $1.load(linked, into: database) }
    }
    queue.inDatabase { database in
      // Safe: the connection is open.
      unsafe _ = sqlite3_limit(database.sqliteConnection, SQLITE_LIMIT_LENGTH, Self.longest)
    }
  }

  /// Calls the body with every row of a query's result.
  ///
  /// Throws a `SettingsError` with the query's place when the query fails or takes too much.
  package func forEachRow(of query: Query, _ body: ([QueryValue]) throws -> Void) throws {
    // No machine holds so many rows that this would overflow.
    try forEachRow(
      of: query, steps: Self.steps.any &+ Self.steps.row &* loadedRows,
      memory: Self.memory.any &+ Self.memory.row &* loadedRows,
      seconds: Self.seconds.any + loadedRows / Self.seconds.rows, body)
  }

  /// The same with a budget of its own, for tests.
  package func forEachRow(
    of query: Query, steps: Int, memory: Int, seconds: Int,
    _ body: ([QueryValue]) throws -> Void
  ) throws {
    let budget = QueryBudget(steps: steps, memory: memory, seconds: seconds)
    do {
      try queue.inDatabase { database in
        try QueryGuard(query.readings.map { $0.table }).guarding(database) {
          let statement = try database.makeStatement(sql: query.sql)
          try statement.bind(query.parameters)
          try budget.limiting(database) {
            while try statement.takesRow(in: database) { try body(statement.row) }
          }
        }
      }
    } catch let error as DatabaseError {
      switch budget.overdraft {
      case .steps:
        throw query.mistake(
          "the query was stopped after \(steps) steps; does a recursive WITH end, "
            + "and is every join bound by ON?")
      case .memory:
        throw query.mistake("the query was stopped, for it takes more than \(memory) bytes")
      case .seconds:
        throw query.mistake(
          "the query was stopped after \(seconds) seconds; does it make long texts over and over?")
      case nil: throw query.mistake("the query failed: \(error.message ?? "unknown error")")
      }
    }
  }
}

extension Query.Reading {
  fileprivate func joined(with other: Query.Reading) -> Query.Reading {
    // In the table's order, so that the order of the queries is of no account.
    Query.Reading(
      table: table,
      columns: table.columns.filter { columns.contains($0) || other.columns.contains($0) })
  }

  /// Makes and fills the table; gives the number of its rows.
  fileprivate func load(_ linked: LinkedTables, into database: Database) throws -> Int {
    let columns = table.columns.filter { $0.content == .key || self.columns.contains($0) }
    try database.execute(sql: table.creation(columns))
    guard let dataset = linked.clean.index(of: table.dataset) else { return 0 }
    let accepted = linked.clean.tables[dataset].accepted
    let sources = columns.map { CellSource($0.content, of: dataset, in: linked) }
    let insertion = try database.makeStatement(sql: table.insertion(columns))
    var rows = 0
    for row in 0..<accepted.count where accepted[row] {
      for (index, source) in sources.enumerated() {
        insertion.bind(source.value(row), at: Int32(index + 1))
      }
      _ = try insertion.takesRow(in: database)
      insertion.rewind()
      rows += 1
    }
    return rows
  }
}

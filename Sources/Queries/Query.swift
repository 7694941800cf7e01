internal import GRDB
internal import GRDBSQLite
package import Settings
package import Tables

/// One SELECT over the tables of a round, as a file of settings says it.
///
/// Making it compiles the query against empty tables: its mistakes are told before any data is read, and
/// what it reads is known, so that nothing else need be loaded.
package struct Query: Sendable {
  /// What a query reads of one table.
  struct Reading: Sendable {
    let table: QueryTable
    let columns: [QueryTable.Column]
  }

  /// Where the query stands.
  package let place: Place
  /// The names of the columns of its result.
  package let columns: [String]
  /// The columns of the datasets whose values, clean or raw, its result may show.
  package let shown: [SchemaColumn]
  /// The columns of cells as they stood in the files, whose values its result may show.
  package let shownRaw: [String]
  let sql: String
  let readings: [Reading]
  /// What stands for `:as_of`, `:year` and `:term`.
  let parameters: [String: QueryValue]

  /// - Parameter tellsColumns: whether a mistake is told with its line and column in the query itself, as
  ///   of a query that stands on the command line.
  package init(
    _ settings: Settings, schemas: [String: Schema], round: Round, tellsColumns: Bool = false
  ) throws {
    place = settings.place
    sql = try settings.word
    let words = QueryWords(sql)
    try words.refuseTimeZonesAndNaturalJoins(at: place)
    parameters = [
      "as_of": .init(text: round.asOf.iso), "year": .integer(round.year),
      "term": .integer(round.term),
    ]
    let tables = QueryTable.all(of: schemas)
    let compiled = try Compilation(
      sql, tables: tables, parameters: parameters, at: place, tellsColumns: tellsColumns)
    columns = compiled.columns
    let readings: [Reading] = tables.compactMap { table in
      let reported = compiled.reads[table.name]
      guard reported != nil || words.name(table.name) else { return nil }
      return Reading(
        table: table,
        columns: table.columns.filter { reported?.contains($0) ?? false || words.name($0.name) })
    }
    self.readings = readings
    // What a FULL JOIN shows of a USING is not reported, but it is named.
    let isNamed = words.name("using")
    let visible = readings.map { reading in
      Reading(
        table: reading.table,
        columns: isNamed ? reading.columns : compiled.reads[reading.table.name] ?? [])
    }
    shown = visible.flatMap { $0.table.schemaColumns(of: $0.columns) }
    shownRaw = visible.flatMap { $0.columns }.filter { $0.isRaw }.map { $0.name }
  }

  /// A mistake of the query, told with its place.
  package func mistake(_ message: String) -> SettingsError { SettingsError(message, at: place) }
}

/// What SQLite says of a query that it compiles against empty tables.
private struct Compilation {
  let columns: [String]
  let reads: [String: [QueryTable.Column]]

  init(
    _ sql: String, tables: [QueryTable], parameters: [String: QueryValue], at place: Place,
    tellsColumns: Bool
  ) throws {
    let watch = QueryGuard(tables)
    do {
      columns = try DatabaseQueue().inDatabase { database in
        for table in tables { try database.execute(sql: table.creation(table.columns)) }
        do {
          return try watch.guarding(database) {
            let statement = try database.makeStatement(sql: sql)
            try Self.requireParameters(of: statement, among: parameters, at: place)
            return statement.isReadonly ? statement.columnNames : []
          }
        } catch let error as DatabaseError {
          // Safe: the call only reads where the connection's last error stood.
          let offset = unsafe Int(sqlite3_error_offset(database.sqliteConnection))
          let message = Self.message(error, watch, tables)
          throw tellsColumns
            ? SettingsError(message, at: Self.place(of: offset, in: sql, place.file))
            : SettingsError(Self.line(of: offset, in: sql) + message, at: place)
        }
      }
    } catch let error as DatabaseError {
      throw SettingsError("the datasets make no tables: \(error.message ?? "")", at: place)
    }
    reads = watch.reads
    guard !columns.isEmpty else {
      throw SettingsError("a query only reads; expected SELECT or WITH … SELECT", at: place)
    }
    if let twice = columns.first(where: { name in columns.count { $0 == name } > 1 }) {
      throw SettingsError("the result has two columns '\(twice)'", at: place)
    }
  }

  private static func requireParameters(
    of statement: Statement, among known: [String: QueryValue], at place: Place
  ) throws {
    // Safe: the statement is alive, and its parameters are counted from 1.
    let count = unsafe sqlite3_bind_parameter_count(statement.sqliteStatement)
    for index in 0..<count {
      let given = unsafe sqlite3_bind_parameter_name(statement.sqliteStatement, index + 1)
      let name = unsafe given.map { unsafe String(cString: $0) } ?? "?"
      guard name.first == ":", known[String(name.dropFirst())] != nil else {
        throw Settings(.word(name), at: place).unknown(
          "parameter", among: known.keys.map { ":" + $0 }.sorted())
      }
    }
  }

  /// SQLite's words, or ours where they are clearer.
  private static func message(
    _ error: DatabaseError, _ watch: QueryGuard, _ tables: [QueryTable]
  ) -> String {
    let message = error.message ?? "not valid SQL"
    if error.resultCode == .SQLITE_MISUSE { return "expected one query, found several statements" }
    if let refusal = watch.refusal { return refusal }
    if message.hasPrefix("no such column: ") {
      let name = String(message.split(separator: /[ .]/).last ?? "")
      let names = tables.flatMap { $0.columns.map { $0.name } }
      return message + Suggestion.clause(for: name, among: Array(Set(names)).sorted())
    }
    if message.hasPrefix("no such table: ") {
      let name = String(message.split(separator: " ").last ?? "")
      return message + Suggestion.clause(for: name, among: tables.map { $0.name })
    }
    return message
  }

  /// The line and the column in the query itself; its beginning where SQLite knows no place.
  private static func place(of offset: Int, in sql: String, _ file: String) -> Place {
    let before = String(decoding: sql.utf8.prefix(max(0, offset)), as: UTF8.self)
    let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
    return Place(file: file, line: lines.count, column: (lines.last?.count ?? 0) + 1)
  }

  /// `in line 3 of the query: `, where a query has several lines.
  private static func line(of offset: Int, in sql: String) -> String {
    guard offset >= 0, sql.utf8.dropLast().contains(UInt8(ascii: "\n")) else { return "" }
    let line = sql.utf8.prefix(offset).count { $0 == UInt8(ascii: "\n") } + 1
    return "in line \(line) of the query: "
  }
}

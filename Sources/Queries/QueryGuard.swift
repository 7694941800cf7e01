internal import GRDB
internal import GRDBSQLite

/// Lets a query read the tables of a round and do nothing else, and notes what it reads.
///
/// SQLite asks it about everything that a statement would do, while it compiles the statement and before
/// any of it is done.
final class QueryGuard {
  private let tables: [QueryTable]
  /// The columns that were read, by the names of their tables.
  private(set) var reads: [String: [QueryTable.Column]] = [:]
  /// The first thing that the query may not do.
  private(set) var refusal: String?

  init(_ tables: [QueryTable]) { self.tables = tables }

  /// Does work under guard.
  func guarding<Result>(
    _ database: Database, _ work: () throws -> Result
  ) rethrows -> Result {
    let own = unsafe Unmanaged.passUnretained(self).toOpaque()
    // Safe: the guard outlives the call, at whose end SQLite forgets it.
    unsafe sqlite3_set_authorizer(
      database.sqliteConnection,
      { own, action, first, second, _, _ in
        guard let own = unsafe own else { return SQLITE_DENY }
        let first = unsafe first.map { unsafe String(cString: $0) }
        let second = unsafe second.map { unsafe String(cString: $0) }
        return unsafe Unmanaged<QueryGuard>.fromOpaque(own).takeUnretainedValue()
          .answer(action, first ?? "", second ?? "")
      }, own)
    defer { unsafe _ = sqlite3_set_authorizer(database.sqliteConnection, nil, nil) }
    return try work()
  }

  private func answer(_ action: Int32, _ first: String, _ second: String) -> Int32 {
    switch action {
    case SQLITE_SELECT, SQLITE_RECURSIVE: return SQLITE_OK
    case SQLITE_READ: return read(first, second)
    case SQLITE_FUNCTION:
      // The same inputs give the same figures, whatever the hour and however often.
      guard Self.forbiddenFunctions.contains(second.lowercased()) else { return SQLITE_OK }
      return refuse("the function '\(second)' may not be used")
    case SQLITE_PRAGMA: return refuse("PRAGMA may not be used")
    case SQLITE_ATTACH, SQLITE_DETACH: return refuse("other databases may not be attached")
    default: return refuse("a query only reads; expected SELECT or WITH … SELECT")
    }
  }

  private func read(_ name: String, _ column: String) -> Int32 {
    guard let table = tables.first(where: { $0.isCalled(name) }) else {
      // A name without a column is that of a WITH, or of nothing, which SQLite tells by itself.
      let isOfSQLite = name.lowercased().hasPrefix("sqlite_")
      return column.isEmpty && !isOfSQLite
        ? SQLITE_OK : refuse("the table '\(name)' may not be read")
    }
    // A table of which only the rows are counted has none of its columns read.
    let found = table.column(column == "ROWID" ? "_row" : column)
    if let found, reads[table.name]?.contains(found) ?? false { return SQLITE_OK }
    reads[table.name, default: []] += found.map { [$0] } ?? []
    return SQLITE_OK
  }

  private func refuse(_ what: String) -> Int32 {
    if refusal == nil { refusal = what }
    return SQLITE_DENY
  }

  private static let forbiddenFunctions: Set = [
    "load_extension", "random", "randomblob", "changes", "total_changes", "last_insert_rowid",
    "fts3_tokenizer",
  ]
}

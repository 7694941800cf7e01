internal import Containers
internal import GRDB

/// The open file `history.sqlite`; its mistakes are told in words that the user can act on.
struct HistoryDatabase: Sendable {
  private let queue: DatabaseQueue

  var path: String { queue.path }

  /// Opens the file, or makes an empty one, and brings it up to date.
  init(path: String) throws {
    do {
      try PrivateFile.make(path)
      var configuration = Configuration()
      configuration.busyMode = .timeout(30)
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try HistorySchema.migrator.migrate(queue)
    } catch let error as DatabaseError {
      throw FileError(path: path, reason: Self.reason(error))
    }
  }

  func reading<Result>(_ work: (Database) throws -> Result) throws -> Result {
    try telling { try queue.read(work) }
  }

  func writing<Result>(_ work: (Database) throws -> Result) throws -> Result {
    try telling { try queue.write(work) }
  }

  private func telling<Result>(_ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch let error as DatabaseError {
      throw FileError(path: path, reason: Self.reason(error))
    }
  }

  private static func reason(_ error: DatabaseError) -> String {
    "is no history that can be used (\(error.message ?? "SQLite \(error.resultCode.rawValue)"));"
      + " move it away to begin a new one"
  }
}

/// A table of texts in which each stands once, and is known by its number.
struct HistoryDictionary {
  private let table: String
  private var known: [String: Int64] = [:]

  init(table: String) { self.table = table }

  mutating func number(of text: String, _ database: Database) throws -> Int64 {
    if let number = known[text] { return number }
    try database.execute(
      sql: "INSERT OR IGNORE INTO \(table) (text) VALUES (?)", arguments: [text])
    let number =
      try Int64.fetchOne(database, sql: "SELECT id FROM \(table) WHERE text = ?", arguments: [text])
      ?? 0
    known[text] = number
    return number
  }
}

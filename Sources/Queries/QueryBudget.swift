internal import GRDB
internal import GRDBSQLite

/// Stops a query that would never end, or that would take all memory.
///
/// It counts the steps of SQLite's machine and not seconds, so that a query fails on every machine or on
/// none.
final class QueryBudget {
  enum Overdraft { case steps, memory }

  private static let interval = 10_000
  private var stepsLeft: Int
  private let mostMemory: Int64
  private(set) var overdraft: Overdraft?

  /// `memory` is in bytes, beyond what SQLite holds now.
  init(steps: Int, memory: Int) {
    stepsLeft = steps
    // Safe: the call takes nothing and only reads a counter.
    mostMemory = sqlite3_memory_used() + Int64(memory)
  }

  /// Does work that ends with an error when the budget is used up.
  func limiting<Result>(_ database: Database, _ work: () throws -> Result) rethrows -> Result {
    let own = unsafe Unmanaged.passUnretained(self).toOpaque()
    // Safe: the budget outlives the call, at whose end SQLite forgets it.
    unsafe sqlite3_progress_handler(
      database.sqliteConnection, Int32(Self.interval),
      { own in
        guard let own = unsafe own else { return 1 }
        return unsafe Unmanaged<QueryBudget>.fromOpaque(own).takeUnretainedValue().spend() ? 0 : 1
      }, own)
    defer { unsafe sqlite3_progress_handler(database.sqliteConnection, 0, nil, nil) }
    return try work()
  }

  private func spend() -> Bool {
    stepsLeft -= Self.interval
    if stepsLeft < 0 { overdraft = .steps }
    if sqlite3_memory_used() > mostMemory { overdraft = .memory }
    return overdraft == nil
  }
}

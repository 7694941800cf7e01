internal import GRDB
internal import GRDBSQLite

/// Stops a query that would never end, or that would take all memory.
///
/// It counts the steps of SQLite's machine, so that a query fails on every machine or on none. Seconds are
/// for the query whose single steps are long, as where it makes and reads long texts over and over.
final class QueryBudget {
  enum Overdraft { case steps, memory, seconds }

  /// Steps between two looks, at least: SQLite looks only where its machine jumps.
  private static let interval = 1_000
  /// Bytes above the budget at which SQLite gets no more, should it ask for them between two looks.
  private static let slack = 256 << 20
  private var stepsLeft: Int
  private let memory: Int
  private let mostMemory: Int64
  private let end: ContinuousClock.Instant
  private(set) var overdraft: Overdraft?

  /// `memory` is in bytes, beyond what SQLite holds now.
  init(steps: Int, memory: Int, seconds: Int) {
    stepsLeft = steps
    self.memory = memory
    // Safe: the call takes nothing and only reads a counter.
    mostMemory = sqlite3_memory_used() + Int64(memory)
    end = .now + .seconds(seconds)
  }

  /// Does work that ends with an error when the budget is used up.
  func limiting(_ database: Database, _ work: () throws -> Void) throws {
    let own = unsafe Unmanaged.passUnretained(self).toOpaque()
    // Safe: the budget outlives the call, at whose end SQLite forgets it.
    unsafe sqlite3_progress_handler(
      database.sqliteConnection, Int32(Self.interval),
      { own in
        guard let own = unsafe own else { return 1 }
        return unsafe Unmanaged<QueryBudget>.fromOpaque(own).takeUnretainedValue().spend() ? 0 : 1
      }, own)
    defer { unsafe sqlite3_progress_handler(database.sqliteConnection, 0, nil, nil) }
    try HeapLimit.allowing(memory + Self.slack) {
      do {
        try work()
      } catch let error as DatabaseError where error.resultCode == .SQLITE_NOMEM {
        overdraft = .memory
        throw error
      }
    }
  }

  private func spend() -> Bool {
    stepsLeft -= Self.interval
    if stepsLeft < 0 {
      overdraft = .steps
    } else if sqlite3_memory_used() > mostMemory {
      overdraft = .memory
    } else if ContinuousClock.now > end {
      overdraft = .seconds
    }
    return overdraft == nil
  }
}

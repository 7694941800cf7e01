internal import GRDBSQLite
internal import Synchronization

/// A limit to the memory that SQLite takes while some work is done.
///
/// SQLite knows only one limit for all databases of a program. So queries wait for one another, the limit
/// is above what all databases held before, and it is gone when the work is done.
enum HeapLimit {
  private static let turn = Mutex(())

  /// Does work whose next request fails once SQLite holds so many bytes more than now.
  static func allowing(_ bytes: Int, _ work: () throws -> Void) throws {
    try turn.withLock { _ in
      // Safe: the calls only set and read numbers.
      let before = (hard: sqlite3_hard_heap_limit64(-1), soft: sqlite3_soft_heap_limit64(-1))
      _ = sqlite3_hard_heap_limit64(sqlite3_memory_used() + Int64(bytes))
      defer {
        _ = sqlite3_hard_heap_limit64(before.hard)
        // The hard limit has drawn the soft one with it.
        _ = sqlite3_soft_heap_limit64(before.soft)
      }
      try work()
    }
  }
}

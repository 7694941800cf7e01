internal import GRDB
internal import GRDBSQLite

extension Statement {
  /// Takes the next step; true when it gave a row.
  func takesRow(in database: Database) throws -> Bool {
    // Safe: the statement is alive, and only this thread uses its connection.
    let code = unsafe sqlite3_step(sqliteStatement)
    guard code == SQLITE_ROW || code == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage)
    }
    return code == SQLITE_ROW
  }

  /// Makes the statement ready for its next values.
  func rewind() {
    // Safe: the statement is alive; a failure was told by the step before.
    unsafe _ = sqlite3_reset(sqliteStatement)
  }

  func bind(_ parameters: [String: QueryValue]) throws {
    for (name, value) in parameters {
      // Safe: the statement is alive; a name that it does not have gives 0.
      let index = unsafe sqlite3_bind_parameter_index(sqliteStatement, ":" + name)
      if index > 0 { bind(value, at: index) }
    }
  }

  func bind(_ value: QueryValue, at index: Int32) {
    // Safe: the statement is alive, and SQLite copies the bytes of a text before the call returns.
    switch value {
    case .none: unsafe _ = sqlite3_bind_null(sqliteStatement, index)
    case .integer(let number): unsafe _ = sqlite3_bind_int64(sqliteStatement, index, Int64(number))
    case .real(let number): unsafe _ = sqlite3_bind_double(sqliteStatement, index, number)
    case .text(let bytes) where bytes.isEmpty:
      unsafe _ = sqlite3_bind_text(sqliteStatement, index, "", 0, Self.copied)
    case .text(let bytes):
      unsafe bytes.withUnsafeBytes { bytes in
        unsafe _ = sqlite3_bind_text(
          sqliteStatement, index, bytes.assumingMemoryBound(to: CChar.self).baseAddress,
          Int32(bytes.count), Self.copied)
      }
    }
  }

  /// The row that the last step gave.
  var row: [QueryValue] {
    // Safe: the statement stands on a row, and its values are copied before the next step.
    (0..<(unsafe sqlite3_column_count(sqliteStatement))).map { column in
      switch unsafe sqlite3_column_type(sqliteStatement, column) {
      case SQLITE_NULL: .none
      case SQLITE_INTEGER: unsafe .integer(Int(sqlite3_column_int64(sqliteStatement, column)))
      case SQLITE_FLOAT: unsafe .real(sqlite3_column_double(sqliteStatement, column))
      default: .text(bytes(of: column))
      }
    }
  }

  private func bytes(of column: Int32) -> [UInt8] {
    // Safe: the length is asked after the text, as SQLite wants it, and the bytes are copied.
    guard let text = unsafe sqlite3_column_text(sqliteStatement, column) else { return [] }
    let count = unsafe Int(sqlite3_column_bytes(sqliteStatement, column))
    return unsafe Array(UnsafeBufferPointer(start: text, count: count))
  }

  /// SQLITE_TRANSIENT, which Swift does not import.
  private static var copied: sqlite3_destructor_type {
    // Safe: SQLite never calls this address; it only knows it as a mark.
    unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }
}

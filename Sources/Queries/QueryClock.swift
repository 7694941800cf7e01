internal import GRDBSQLite
internal import Tables

/// A clock that stands still at the beginning of a day, so that `date('now')` is the same in every run.
///
/// SQLite asks its file system for the time. This one has no files, either, so that no pupil's name can
/// be left on a disk.
enum QueryClock {
  /// The path of a new database in memory that goes by the clock.
  static func path(on day: Day) -> String {
    let name = "krong-" + day.iso
    // Safe: the calls only look for names; SQLite's own file system is never taken away.
    if unsafe sqlite3_vfs_find(name) == nil, let usual = unsafe sqlite3_vfs_find(nil) {
      unsafe register(name, copying: usual.pointee, at: milliseconds(of: day))
    }
    return "file::memory:?vfs=" + name
  }

  /// Registers the clock of a day for as long as the program runs; two of one day do no harm.
  private static func register(_ name: String, copying usual: sqlite3_vfs, at time: Int) {
    let letters = name.utf8CString
    // Safe: the memory is as large as what is copied into it, and it is never given back.
    let ownName = UnsafeMutablePointer<CChar>.allocate(capacity: letters.count)
    for (index, letter) in letters.enumerated() { unsafe ownName[index] = letter }
    let clock = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
    unsafe clock.initialize(to: usual)
    unsafe clock.pointee.zName = unsafe UnsafePointer(ownName)
    // Safe: nothing stands at this address; only the functions below read it, as a number.
    unsafe clock.pointee.pAppData = unsafe UnsafeMutableRawPointer(bitPattern: time)
    unsafe clock.pointee.xOpen = { _, _, _, _, _ in SQLITE_CANTOPEN }
    unsafe clock.pointee.xCurrentTimeInt64 = { clock, time in
      unsafe time?.pointee = Int64(Int(bitPattern: clock?.pointee.pAppData))
      return SQLITE_OK
    }
    unsafe clock.pointee.xCurrentTime = { clock, time in
      unsafe time?.pointee = Double(Int(bitPattern: clock?.pointee.pAppData)) / 86_400_000
      return SQLITE_OK
    }
    unsafe _ = sqlite3_vfs_register(clock, 0)
  }

  /// Since noon of the first day of the Julian calendar, as SQLite counts.
  private static func milliseconds(of day: Day) -> Int {
    210_866_760_000_000 + Int(day.number) * 86_400_000
  }
}

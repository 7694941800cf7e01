internal import Tables

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// What the machine says of itself.
enum Processors {
  static var count: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// The day in Thailand (UTC+7, no summer time).
  static var today: Day {
    var now = timespec()
    // Safe: the call fills the structure whose address it is given.
    unsafe clock_gettime(CLOCK_REALTIME, &now)
    return Day(number: Int32((now.tv_sec + 7 * 3600) / 86_400))
  }
}

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// What this process has used until now.
struct Cost {
  /// Of all threads, in user and system.
  let processorSeconds: Double
  let wallSeconds: Double
  let peakBytes: Int

  static var now: Cost {
    var usage = rusage()
    // Safe: getrusage fills the structure whose address it is given.
    unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    var time = timespec()
    // Safe: clock_gettime fills the structure whose address it is given.
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Cost(
      processorSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      wallSeconds: Double(time.tv_sec) + Double(time.tv_nsec) / 1e9,
      // Linux counts it in kilobytes.
      peakBytes: Int(usage.ru_maxrss) << 10)
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }
}

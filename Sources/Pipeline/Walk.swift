internal import Tables

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A walk through the rooms: times each and gathers what they find.
struct Walk {
  private(set) var findings = Findings()
  private(set) var steps: [Step] = []

  /// What a stage cost.
  struct Step: Sendable {
    let stage: String
    let wallSeconds: Double
    let cpuSeconds: Double
    let findings: Int
  }

  mutating func through<Room: Stage>(
    _ name: String, _ room: Room, _ input: Room.Input
  ) async throws -> Room.Output {
    let (wall, cpu, found) = (Self.clock(CLOCK_MONOTONIC), Self.cpu(), findings.count)
    let output = try await room.run(input, findings: &findings)
    note(name, since: (wall, cpu), found: findings.count - found)
    return output
  }

  /// Times work that is no room of its own.
  mutating func through<Result>(_ name: String, _ work: () async throws -> Result) async rethrows
    -> Result
  {
    let (wall, cpu) = (Self.clock(CLOCK_MONOTONIC), Self.cpu())
    let result = try await work()
    note(name, since: (wall, cpu), found: 0)
    return result
  }

  private mutating func note(_ name: String, since start: (wall: Double, cpu: Double), found: Int) {
    steps.append(
      Step(
        stage: name, wallSeconds: Self.clock(CLOCK_MONOTONIC) - start.wall,
        cpuSeconds: Self.cpu() - start.cpu, findings: found))
  }

  private static func clock(_ clock: clockid_t) -> Double {
    var time = timespec()
    // Safe: the call fills the structure whose address it is given.
    unsafe clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func cpu() -> Double { clock(CLOCK_PROCESS_CPUTIME_ID) }

  /// The most memory that the process has held, in bytes.
  static var peakMemory: Int {
    var usage = rusage()
    // Safe: the call fills the structure whose address it is given.
    unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  }
}

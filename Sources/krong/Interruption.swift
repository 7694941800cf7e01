internal import Containers
internal import Dispatch

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Ends a run that is interrupted, and leaves the previous outputs as they were.
enum Interruption {
  /// Does work that builds a folder; when it fails or is interrupted, what was built is removed.
  static func watching<Result>(
    _ folder: FolderSwap, _ work: () async throws -> Result
  ) async throws -> Result {
    // A signal that is ignored from the start, as under nohup, stays ignored.
    let sources = [SIGINT, SIGTERM, SIGHUP].filter { !Signals.isIgnored($0) }
      .map { watch($0, folder) }
    defer { for source in sources { source.cancel() } }
    do {
      return try await work()
    } catch {
      _ = try? folder.discard()
      throw error
    }
  }

  private static func watch(
    _ number: Int32, _ folder: FolderSwap
  ) -> any DispatchSourceSignal {
    // The source sees the signal only when the default action does not end the process first.
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
    source.setEventHandler {
      // Once the new outputs stand in their place, the run is done and ends as it would.
      _ = try? folder.discard(first: ChildProgram.stop) {
        Console.error("interrupted; the previous outputs are untouched")
        ExitStatus.interrupted.end()
      }
    }
    source.resume()
    return source
  }
}

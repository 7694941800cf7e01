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
    let sources = [SIGINT, SIGTERM, SIGHUP].map { watch($0, folder) }
    defer { for source in sources { source.cancel() } }
    do {
      return try await work()
    } catch {
      try? folder.discard()
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
      try? folder.discard()
      Console.error("interrupted; the previous outputs are untouched")
      ExitStatus.interrupted.end()
    }
    source.resume()
    return source
  }
}

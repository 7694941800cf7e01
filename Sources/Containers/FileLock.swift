#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A lock that one process at a time can hold; the system frees it when the process ends.
package final class FileLock: Sendable {
  private let number: Int32

  /// Takes the lock of a path; nil when another process holds it.
  package init?(path: String) throws {
    try Folder.make(Folder.parent(of: path))
    // Safe: the path is passed as a C string for the length of the call.
    let number = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard number >= 0 else { throw FileError.last(path) }
    guard flock(number, LOCK_EX | LOCK_NB) == 0 else {
      close(number)
      return nil
    }
    self.number = number
  }

  deinit { close(number) }
}

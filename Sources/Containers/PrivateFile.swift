#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Files that only their owner may read.
package enum PrivateFile {
  /// Makes an empty file, unless there is one.
  package static func make(_ path: String) throws {
    // Safe: the path is passed as a C string for the length of the call.
    let number = unsafe open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard number >= 0 else { throw FileError.last(path) }
    close(number)
  }
}

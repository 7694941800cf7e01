#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Writes whole files.
package enum NewFile {
  /// Writes bytes to a path at once: until they are whole, and if the disk is full, what is there stays.
  ///
  /// A link, a device or a pipe is written to where it is.
  package static func replace(_ path: String, with bytes: [UInt8]) throws {
    var status = stat()
    // Safe: lstat fills the structure whose address it is given; the path is a C string meanwhile.
    if unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      return try write(bytes, to: path)
    }
    let draft = "\(path).\(getpid())"
    do {
      try write(bytes, to: draft)
      // Safe: both paths are passed as C strings for the length of the call.
      guard unsafe rename(draft, path) == 0 else { throw FileError.last(path) }
    } catch let error as FileError {
      // Safe: the path is passed as a C string for the length of the call.
      unsafe unlink(draft)
      // The draft is nobody's business.
      throw FileError(path: path, reason: error.reason)
    }
  }

  /// Writes bytes to a path, replacing what is there; all or an error.
  ///
  /// `isKept` waits until the disk has them; who writes many files waits once for all of them.
  package static func write(_ bytes: [UInt8], to path: String, isKept: Bool = true) throws {
    // Safe: the path is passed as a C string for the length of the call.
    let number = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard number >= 0 else { throw FileError.last(path) }
    defer { close(number) }
    var done = 0
    while done < bytes.count {
      // Safe: `done` stays within the buffer, and write reads at most the bytes that are left.
      let wrote = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(number, buffer.baseAddress?.advanced(by: done), buffer.count - done)
      }
      if wrote < 0, errno == EINTR { continue }
      guard wrote > 0 else { throw FileError.last(path) }
      done += wrote
    }
    guard isKept else { return }
    guard fsync(number) == 0 || errno == EINVAL else { throw FileError.last(path) }
  }
}

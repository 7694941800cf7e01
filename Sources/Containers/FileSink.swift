#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A file that is written from start to end, in blocks of a mebibyte.
///
/// A file that is there already is replaced. Without `finish` the end may be missing; `finish` says
/// whether the disk took everything.
package final class FileSink {
  private static let blockSize = 1 << 20

  private let path: String
  /// Where a private file is written until it is whole.
  private let draft: String?
  private var descriptor: Int32
  private var block: [UInt8] = []

  /// Creates the file, or empties it; throws `FileError` with the system's own words.
  ///
  /// A private file only its owner may read, and one that is there stays as it is until the new one is whole.
  package init(path: String, isPrivate: Bool = false) throws {
    draft = isPrivate ? "\(path).\(getpid())" : nil
    // Safe: the path is passed as a C string for the length of the call.
    if let draft { unsafe unlink(draft) }
    let only = isPrivate ? O_EXCL : O_TRUNC
    // Safe: as above.
    let number = unsafe open(
      draft ?? path, O_WRONLY | O_CREAT | only | O_CLOEXEC, isPrivate ? 0o600 : 0o644)
    guard number >= 0 else { throw FileError.last(path) }
    descriptor = number
    self.path = path
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    // Safe: the path is passed as a C string for the length of the call.
    if let draft { unsafe unlink(draft) }
  }

  package func append(_ bytes: [UInt8]) throws {
    block.append(contentsOf: bytes)
    if block.count >= Self.blockSize { try flush() }
  }

  /// Writes what is left and closes the file; nothing can be appended after it.
  package func finish() throws {
    try flush()
    let number = descriptor
    descriptor = -1
    guard close(number) == 0 else { throw FileError.last(path) }
    // Safe: both paths are passed as C strings for the length of the call.
    if let draft, unsafe rename(draft, path) != 0 { throw FileError.last(path) }
  }

  private func flush() throws {
    var done = 0
    while done < block.count {
      let start = done
      let file = descriptor
      // Safe: the buffer holds the block's bytes, and write reads at most those from `start` on.
      let written = unsafe block.withUnsafeBytes { buffer in
        unsafe write(file, buffer.baseAddress?.advanced(by: start), buffer.count - start)
      }
      if written < 0, errno == EINTR { continue }
      guard written >= 0 else { throw FileError.last(path) }
      done += written
    }
    block.removeAll(keepingCapacity: true)
  }
}

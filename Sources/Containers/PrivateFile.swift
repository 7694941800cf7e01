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

  /// Whether others than the owner of a file may read or change it.
  package static func isOpenToOthers(_ path: String) -> Bool {
    var status = stat()
    // Safe: stat fills the structure whose address it is given; the path is a C string meanwhile.
    guard unsafe stat(path, &status) == 0 else { return false }
    return status.st_mode & 0o077 != 0
  }

  /// What a file holds; a file that is not there, or of another length, gets these bytes.
  ///
  /// Of two programs that make it at once both get what one of them has written.
  package static func contents(of path: String, orElse bytes: [UInt8]) throws -> [UInt8] {
    if let known = try? ByteSource(path: path), known.count == bytes.count {
      return try known.read(0..<known.count)
    }
    let draft = "\(path).\(getpid())"
    try make(draft)
    defer { unsafe unlink(draft) }
    try NewFile.write(bytes, to: draft)
    // Safe: both paths are passed as C strings for the length of the call.
    if unsafe link(draft, path) == 0 { return bytes }
    // Another program was first; or the file system, as of a stick or a share, knows no links.
    if let found = try? ByteSource(path: path), found.count == bytes.count {
      return try found.read(0..<found.count)
    }
    guard unsafe rename(draft, path) == 0 else { throw FileError.last(path) }
    return bytes
  }
}

internal import CSystem

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A file without a name, for bytes that are too many for the memory; only its owner can read it.
final class TemporaryFile {
  private var number: Int32

  /// Where such files lie: `TMPDIR`, else `/tmp`.
  static var folder: String {
    // Safe: getenv gives a C string that ends with zero; it is copied at once.
    let value = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? ""
    return value.isEmpty ? "/tmp" : value
  }

  init() throws {
    // Safe: the path is passed as a C string for the length of the call.
    number = unsafe krong_temporary(Self.folder)
    guard number >= 0 else { throw FileError.last(Self.folder) }
  }

  deinit { if number >= 0 { close(number) } }

  /// Hands the open file over to whoever closes it.
  func release() -> Int32 {
    defer { number = -1 }
    return number
  }

  /// Appends the first bytes of a buffer.
  func write(_ bytes: [UInt8], count: Int) throws {
    precondition(count <= bytes.count, "more bytes than there are")
    var done = 0
    while done < count {
      // Safe: `done` stays within the buffer, and write reads at most the bytes that are left.
      let wrote = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(number, buffer.baseAddress?.advanced(by: done), count - done)
      }
      if wrote < 0, errno == EINTR { continue }
      guard wrote > 0 else { throw FileError.last(Self.folder) }
      done += wrote
    }
  }
}

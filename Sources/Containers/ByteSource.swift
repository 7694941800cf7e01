#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The bytes of an input, in a file or in memory, read by place.
///
/// Files are read with `pread` and not mapped: a mapped file that another program cuts short while
/// it is read ends the process.
package struct ByteSource: Sendable {
  private enum Storage: Sendable {
    case memory([UInt8])
    case file(Descriptor)
  }

  private let storage: Storage
  package let count: Int

  package init(_ bytes: [UInt8]) {
    storage = .memory(bytes)
    count = bytes.count
  }

  /// Opens a regular file; throws `FileError` with the system's own words.
  package init(path: String) throws {
    let descriptor = try Descriptor(path: path)
    storage = .file(descriptor)
    count = try descriptor.size()
  }

  /// Bytes that are too many for the memory, kept in a file without a name until the last user is done.
  init(_ file: TemporaryFile) throws {
    let descriptor = Descriptor(number: file.release(), path: TemporaryFile.folder)
    storage = .file(descriptor)
    count = try descriptor.size()
  }

  /// The bytes of a range, cut at the end of the source.
  package func read(_ range: Range<Int>) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try read(range, appendingTo: &bytes)
    return bytes
  }

  /// Appends the bytes of a range, cut at the end of the source; gives how many.
  @discardableResult
  package func read(_ range: Range<Int>, appendingTo bytes: inout [UInt8]) throws -> Int {
    let range = range.clamped(to: 0..<count)
    switch storage {
    case .memory(let all): bytes.append(contentsOf: all[range])
    case .file(let descriptor): try descriptor.read(range, appendingTo: &bytes)
    }
    return range.count
  }

  /// Puts the bytes of a range, cut at the end of the source, into a buffer from a place on; gives how
  /// many.
  package func read(
    _ range: Range<Int>, into bytes: inout [UInt8], at place: Int
  ) throws -> Int {
    let range = range.clamped(to: 0..<count)
    precondition(place >= 0 && range.count <= bytes.count - place, "no room for what is read")
    switch storage {
    case .memory(let all):
      bytes.replaceSubrange(place..<place + range.count, with: all[range])
    case .file(let descriptor): try descriptor.read(range, into: &bytes, at: place)
    }
    return range.count
  }
}

/// A file could not be opened, read or written.
package struct FileError: Error, Sendable, CustomStringConvertible {
  package let path: String
  package let reason: String

  package init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  package var description: String { "\(path): \(reason)" }

  static func last(_ path: String) -> FileError {
    // Safe: strerror gives a C string that ends with zero; it is copied at once.
    FileError(path: path, reason: unsafe String(cString: strerror(errno)))
  }
}

/// An open file, closed with its last user.
private final class Descriptor: Sendable {
  private let number: Int32
  private let path: String

  init(path: String) throws {
    // Whoever opens a pipe for reading would wait for its writer; to a file it makes no difference.
    // Safe: the path is passed as a C string for the length of the call.
    let number = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard number >= 0 else { throw FileError.last(path) }
    self.number = number
    self.path = path
  }

  /// Takes over an open file.
  init(number: Int32, path: String) {
    self.number = number
    self.path = path
  }

  deinit { close(number) }

  func size() throws -> Int {
    var status = stat()
    // Safe: fstat fills the structure whose address it is given.
    guard unsafe fstat(number, &status) == 0 else { throw FileError.last(path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileError(path: path, reason: "is not a regular file")
    }
    return Int(status.st_size)
  }

  func read(_ range: Range<Int>, appendingTo bytes: inout [UInt8]) throws {
    try bytes.append(addingCapacity: range.count) { room in
      // Safe: the buffer has room for the range, and only what was read counts as filled.
      try unsafe room.withUnsafeMutableBufferPointer { buffer, filled in
        try unsafe read(range, into: UnsafeMutableRawBufferPointer(buffer.extracting(filled...)))
        filled += range.count
      }
    }
  }

  /// There is room for the range from `start` on.
  func read(_ range: Range<Int>, into bytes: inout [UInt8], at start: Int) throws {
    // Safe: the part of the buffer is checked to lie inside of it.
    try unsafe bytes.withUnsafeMutableBytes { buffer in
      let room = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[start...])
      try unsafe read(range, into: room)
    }
  }

  private func read(_ range: Range<Int>, into room: UnsafeMutableRawBufferPointer) throws {
    precondition(range.count <= room.count, "more is read than there is room for")
    var done = 0
    while done < range.count {
      // Safe: the buffer holds the range, of which pread writes at most what is left.
      let got = unsafe pread(
        number, room.baseAddress?.advanced(by: done), range.count - done,
        off_t(range.lowerBound + done))
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw FileError.last(path) }
      guard got > 0 else {
        throw FileError(path: path, reason: "became shorter while it was read")
      }
      done += got
    }
  }
}

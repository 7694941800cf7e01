/// A zip file that is read: its parts, whole or piece by piece.
///
/// Sizes are taken from the directory and never trusted: a part that expands to more or fewer bytes
/// than it says, or to others than its checksum says, is an error. The names of parts are only
/// compared, never used as paths of this machine. All errors are `ContainerError`, or `FileError`
/// when the system cannot read.
package struct ZipArchive: Sendable {
  /// What is refused because no export is as large, but an attack may be.
  package struct Limits: Sendable {
    /// The most parts a file may have.
    package var entries = 200_000
    /// The most bytes the table of contents may have.
    package var directory = 64 << 20
    /// The most bytes that all parts together may say to expand to.
    package var total = 16 << 30
    /// The most bytes a part may expand to for each of its own, once it is larger than `ratioFrom`.
    ///
    /// A sheet of blank formatted cells reaches about 100; deflate cannot pass 1,032.
    package var ratio = 500
    package var ratioFrom = 64 << 20

    package init() {}
  }

  /// In the order of the directory.
  package let entries: [ZipEntry]
  private let places: [[UInt8]: Int]
  private let source: ByteSource
  private let limits: Limits

  package init(_ source: ByteSource, limits: Limits = Limits()) throws {
    try Self.recognise(source)
    self.source = source
    self.limits = limits
    entries = try ZipDirectory(source, limits: limits).entries
    places = Dictionary(
      zip(entries.map { $0.name }, entries.indices), uniquingKeysWith: { first, _ in first })
  }

  /// The part of exactly this name, or else one that differs only in the case of Latin letters or in
  /// the kind of slash (ECMA-376-2 6.2.2.3; some programs write backslashes).
  package func entry(at path: String) -> ZipEntry? {
    let name = Array(path.utf8)
    if let place = places[name] { return entries[place] }
    let folded = Self.folded(name)
    return entries.first { Self.folded($0.name) == folded }
  }

  /// A whole part; throws when it is larger than the limit, which is in bytes.
  package func read(_ entry: ZipEntry, limit: Int = 64 << 20) throws -> [UInt8] {
    guard entry.size <= limit else {
      throw ContainerError(
        .tooLarge,
        "The part \(entry.path) has \(entry.size) bytes; at most \(limit) are read at once.")
    }
    var reader = try self.reader(of: entry)
    var bytes = [UInt8](repeating: 0, count: entry.size)
    let count = try reader.fill(&bytes, in: 0..<entry.size)
    // Asking once more meets the end, where size and checksum are compared.
    var nothing: [UInt8] = [0]
    guard count == entry.size, try reader.fill(&nothing, in: 0..<1) == 0 else {
      throw ContainerError.damaged("The part \(entry.path) has not the size it says.")
    }
    return bytes
  }

  /// Reads a part piece by piece.
  package func reader(of entry: ZipEntry) throws -> ZipPartReader {
    guard !entry.isEncrypted else {
      throw ContainerError(
        .encrypted,
        "The part \(entry.path) is protected with a password: save the file without one.")
    }
    guard entry.method == 0 || entry.method == 8 else {
      throw ContainerError(
        .unsupported,
        "The part \(entry.path) is compressed by method \(entry.method); only 0 and 8 are read.")
    }
    guard entry.size <= limits.ratioFrom || entry.size / limits.ratio <= entry.compressedSize else {
      throw ContainerError(
        .tooLarge,
        "The part \(entry.path) says it grows more than \(limits.ratio) times, as no export does.")
    }
    return try ZipPartReader(source, entry)
  }

  private static func folded(_ name: [UInt8]) -> [UInt8] {
    name.map { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
      case UInt8(ascii: "\\"): UInt8(ascii: "/")
      default: byte
      }
    }
  }

  /// Says what a file is that is not a zip file.
  private static func recognise(_ source: ByteSource) throws {
    guard source.count > 0 else { throw ContainerError.truncated("The file is empty.") }
    let head = try source.read(0..<8)
    if CompoundFile.isSignature(head) { throw try CompoundFile(source).refusal }
  }
}

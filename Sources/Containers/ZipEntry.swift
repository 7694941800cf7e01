/// A part of a zip file, as the directory tells of it.
package struct ZipEntry: Sendable {
  /// The path as it stands in the file; never used as a path of this machine.
  package let name: [UInt8]
  /// The size after expanding.
  package let size: Int
  package let compressedSize: Int
  let method: Int
  let flags: Int
  let checksum: UInt32
  /// Where the local header starts.
  let offset: Int
  /// Where the next part, or the directory, starts.
  var limit = 0

  /// The name as text; bytes that are not UTF-8 are shown as U+FFFD.
  package var path: String { String(decoding: name, as: UTF8.self) }

  /// Whether the file says that the name is UTF-8 (APPNOTE.TXT 4.4.4, bit 11).
  package var isNameUTF8: Bool { flags & 1 << 11 != 0 }

  package var isFolder: Bool { name.last == UInt8(ascii: "/") }

  package var isEncrypted: Bool { flags & 1 != 0 }

  /// Whether the name stays below the folder it is seen from: not absolute, no `..`, no drive.
  package var staysInside: Bool {
    let unix = name.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }
    let steps = unix.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return unix.first != UInt8(ascii: "/") && !steps.contains { Array($0) == Array("..".utf8) }
      && !name.contains(UInt8(ascii: ":")) && !name.contains(0) && !name.isEmpty
  }
}

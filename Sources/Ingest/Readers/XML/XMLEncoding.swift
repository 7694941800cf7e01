internal import Containers

/// The encoding of an XML file (XML 1.0, appendix F): its byte-order mark, or what it declares.
enum XMLEncoding {
  /// Throws for an encoding that is not read; a file that declares none is UTF-8.
  static func of(_ source: ByteSource) throws -> TextEncoding {
    let head = try source.read(0..<1024)
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0x3C, 0]) {
      return .utf16LittleEndian
    }
    if head.starts(with: [0xFE, 0xFF]) || head.starts(with: [0, 0x3C]) { return .utf16BigEndian }
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8WithMark }
    guard let start = head.firstIndex(of: UInt8(ascii: "<")),
      head[start...].starts(with: "<?xml ".utf8),
      let end = head[start...].firstIndex(of: UInt8(ascii: ">")),
      let name = XMLProlog.encoding(Array(head[start..<end]).span)
    else { return .utf8 }
    switch name.lowercased() {
    case "utf-8", "utf8", "us-ascii", "ascii": return .utf8
    case "windows-874", "cp874", "tis-620", "tis620", "iso-8859-11": return .windows874
    default:
      throw ContainerError(
        .unsupported,
        "The file says that it is written in \(name); UTF-8, UTF-16 and windows-874 are read. "
          + "Save it anew in Excel.")
    }
  }
}

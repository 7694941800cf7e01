/// A compound file (MS-CFB): what Excel 97–2003 wrote, and what encrypted workbooks are kept in.
struct CompoundFile {
  private let isEncrypted: Bool

  static func isSignature(_ head: [UInt8]) -> Bool {
    head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
  }

  /// Looks for the names of the streams that hold an encrypted workbook (MS-OFFCRYPTO 2.3.4).
  ///
  /// The directory of streams can stand anywhere; the name is looked for in the whole file, at most
  /// in its first 256 MB, piece by piece.
  init(_ source: ByteSource) throws {
    let name = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let end = min(source.count, 256 << 20)
    var start = 0
    var found = false
    while start < end, !found {
      let piece = try source.read(start..<min(end, start + 1 << 20))
      found = Self.holds(piece, name)
      // The next piece begins within this one, so that a name between the two is seen.
      start += max(1, (1 << 20) - name.count)
    }
    isEncrypted = found
  }

  private static func holds(_ bytes: [UInt8], _ name: [UInt8]) -> Bool {
    let bytes = bytes.span
    var place = 0
    while place + name.count <= bytes.count {
      if bytes[place] == name[0], bytes[place + 2] == name[2],
        name.indices.allSatisfy({ bytes[place + $0] == name[$0] })
      {
        return true
      }
      place += 1
    }
    return false
  }

  /// Why the file is not read as a workbook of today.
  func refusal() -> ContainerError {
    isEncrypted
      ? ContainerError(
        .encrypted,
        "The workbook is protected with a password. Open it in Excel, take the password away "
          + "(File, Info, Protect Workbook) and save it.")
      : ContainerError(
        .unsupported,
        "The file is of the kind that Excel 97–2003 wrote (.xls), not a workbook .xlsx. Open it in "
          + "Excel and save it as .xlsx.")
  }
}

/// A compound file (MS-CFB): what Excel 97–2003 wrote, and what encrypted workbooks are kept in.
///
/// It is a small file system: sectors of one size, chained by a table. Nothing that it says of itself
/// is trusted: no chain is longer than the file, and none comes back to itself. Only the streams of the
/// uppermost level are known, so that a workbook within a document is not taken for the file itself.
/// All errors are `ContainerError`, or `FileError` when the system cannot read.
package struct CompoundFile: Sendable {
  /// The most bytes a stream may have.
  private static let mostStream = 1 << 30
  private static let mostFile = 4 << 30
  /// The most bytes the list of streams may have.
  private static let mostDirectory = 16 << 20

  private let source: ByteSource
  private let header: CompoundHeader
  private let sectors: SectorChains
  private let entries: [CompoundEntry]
  /// Says where the short streams stand.
  private let root: CompoundEntry

  static func isSignature(_ head: [UInt8]) -> Bool { head.starts(with: CompoundHeader.signature) }

  package init(_ source: ByteSource) throws {
    guard source.count <= Self.mostFile else {
      throw ContainerError(
        .tooLarge, "The file has \(source.count) bytes; compound files up to 4 GB are read.")
    }
    self.source = source
    header = try CompoundHeader(source)
    sectors = try SectorChains(source, header)
    let directory = CompoundStream(
      source,
      try sectors.ranges(
        from: header.firstDirectorySector, upTo: Self.mostDirectory, of: "list of streams"))
    let listed = try CompoundDirectory(
      try directory.read(0..<directory.count), hasLongSizes: header.hasLongSizes)
    entries = listed.streams
    root = listed.root
  }

  /// The names of the streams of the uppermost level.
  package var names: [String] { entries.map { $0.name } }

  /// A stream by its name, whatever its case; nil when the file has none.
  package func stream(named name: String) throws -> CompoundStream? {
    let wanted = name.uppercased()
    guard let entry = entries.first(where: { $0.name.uppercased() == wanted }) else { return nil }
    guard entry.size <= Self.mostStream else {
      throw ContainerError(
        .tooLarge, "The stream \(name) says it has \(entry.size) bytes; at most 1 GB is read.")
    }
    let chain = "stream \(name)"
    return entry.size < header.shortCutoff
      ? try shortStream(entry, chain)
      : CompoundStream(
        source, try sectors.ranges(from: entry.firstSector, size: entry.size, of: chain))
  }

  /// A stream below the header's cutoff: it stands within a stream of all such, in sectors of 64 bytes.
  private func shortStream(_ entry: CompoundEntry, _ chain: String) throws -> CompoundStream {
    guard entry.size > 0 else { return CompoundStream(source, []) }
    let all = CompoundStream(
      source, try sectors.ranges(from: root.firstSector, size: root.size, of: "short streams"))
    let table = CompoundStream(
      source,
      try sectors.ranges(
        from: header.firstShortSector, upTo: all.count / 16 + header.sectorSize,
        of: "table of short streams"))
    let ranges = try SectorChains(shortSectors: table, of: all.count)
      .ranges(from: entry.firstSector, size: entry.size, of: chain)
    return CompoundStream(source, ranges.flatMap { all.places(of: $0) })
  }
}

extension CompoundFile {
  /// What to say of a file that is not read as a compound file with a workbook.
  package var refusal: ContainerError {
    let names = Set(names)
    if names.contains("EncryptedPackage") { return .encryptedWorkbook }
    let kinds = [
      ("Workbook", "a workbook of Excel 97–2003 (.xls), not one of today"),
      ("WordDocument", "a document of Word (.doc), not a workbook"),
      ("PowerPoint Document", "a presentation of PowerPoint (.ppt), not a workbook"),
      ("VisioDocument", "a drawing of Visio (.vsd), not a workbook"),
      ("__properties_version1.0", "a message of Outlook (.msg), not a workbook"),
    ]
    let kind = kinds.first { names.contains($0.0) }?.1
    return ContainerError(
      .unsupported,
      "The file is \(kind ?? "a compound file (OLE2) that holds no workbook"). "
        + "Save the table in Excel as .xlsx.")
  }
}

extension ContainerError {
  /// A workbook that cannot be read without its password.
  package static let encryptedWorkbook = ContainerError(
    .encrypted,
    "The workbook is protected with a password. Open it in Excel, take the password away "
      + "(File, Info, Protect Workbook) and save it.")
}

package import Containers

/// A spreadsheet of LibreOffice and its kin (`.ods`).
///
/// Its sheets stand one after another in one part, which is read from its start for each of them; the
/// memory does not follow its size. Throws `ContainerError`.
package struct ODSWorkbook: CellBook {
  package static let container = "ods"

  package let sheets: [CellSheet]
  private let archive: ZipArchive
  private let content: ZipEntry

  /// The most bytes that are expanded when every sheet is read once.
  private static let mostWork = 16 << 30
  private static let mediaType = "application/vnd.oasis.opendocument.spreadsheet"

  package init(_ source: ByteSource) throws { try self.init(ZipArchive(source)) }

  package init(_ archive: ZipArchive) throws {
    self.archive = archive
    content = try Self.findContent(archive)
    var outline = ODSOutline()
    do {
      var window = try XMLWindow(archive.reader(of: content), part: content.path)
      while true {
        let count = window.count
        if try outline.scan(window.bytes.span, count: count) { break }
        try window.refill(from: outline.tokens.place)
        outline.tokens.place = 0
      }
    } catch let fault as XMLFault {
      throw ContainerError.damaged("The spreadsheet cannot be read: \(fault.reason).")
    }
    sheets = outline.sheets
    guard content.size <= Self.mostWork / max(1, sheets.count) else {
      throw ContainerError(
        .tooLarge, "The spreadsheet has \(sheets.count) sheets in \(content.size) bytes.")
    }
  }

  package func read(sheet: Int, into sink: inout some CellSink) throws {
    var scanner = ODSScanner(sheet: sheet)
    do {
      var window = try XMLWindow(archive.reader(of: content), part: content.path)
      while true {
        let count = window.count
        switch try scanner.scan(window.bytes.span, count: count, into: &sink) {
        case .stopped: return
        case .finished: return try window.drain()
        case .more:
          try window.refill(from: scanner.tokens.place)
          scanner.tokens.place = 0
        }
      }
    } catch let fault as XMLFault {
      let place = scanner.row == 0 ? "" : " from row \(scanner.row) on"
      throw ContainerError.damaged(
        "The sheet '\(sheets[sheet].name)' cannot be read\(place): \(fault.reason).")
    }
  }

  private static func findContent(_ archive: ZipArchive) throws -> ZipEntry {
    guard let mimetype = archive.entry(at: "mimetype") else {
      throw ContainerError(.unsupported, "The file is a zip file, but not a spreadsheet.")
    }
    let type = String(decoding: try archive.read(mimetype, limit: 1024), as: UTF8.self)
    guard type == mediaType || type == mediaType + "-template" else {
      throw ContainerError(.unsupported, "The file is of the type '\(type)', not a spreadsheet.")
    }
    try refuseEncrypted(archive)
    guard let content = archive.entry(at: "content.xml") else {
      throw ContainerError.damaged("The spreadsheet's part content.xml is missing.")
    }
    return content
  }

  /// The list of parts tells how each was encrypted (ODF 1.3, part 2, 4.4); since 2023 LibreOffice
  /// encrypts the whole file as one part instead.
  private static func refuseEncrypted(_ archive: ZipArchive) throws {
    let word = Array("encryption-data".utf8)
    let list = try archive.entry(at: "META-INF/manifest.xml").map {
      try archive.read($0, limit: 8 << 20)
    }
    let isEncrypted = (list ?? []).split(separator: UInt8(ascii: ":")).contains {
      $0.starts(with: word)
    }
    guard isEncrypted || archive.entry(at: "encrypted-package") != nil else { return }
    throw ContainerError(
      .encrypted,
      "The spreadsheet is protected with a password. Open it in LibreOffice and save it without one."
    )
  }
}

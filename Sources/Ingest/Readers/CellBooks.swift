internal import Containers

/// Opens the formats whose files are made of cells.
enum CellBooks {
  /// A file of cells, told from its first bytes.
  ///
  /// Throws `ContainerError` when it is damaged or of a kind that is not read.
  static func open(_ source: ByteSource) throws -> any CellBook {
    guard source.count > 0 else { throw ContainerError.truncated("The file is empty.") }
    guard let kind = ContainerKind(head: try source.read(0..<4096)) else {
      throw ContainerError(
        .unsupported, "The bytes are of no kind of file that is known; an export was expected.")
    }
    if let book = try open(kind, source) { return book }
    if kind == .text, let book = try DelimitedBook(source) { return book }
    throw ContainerError(.unsupported, "The file is of a kind that is not read (\(kind.rawValue)).")
  }

  /// A file of cells of a known kind; nil for delimited text and for kinds that are not read.
  static func open(_ kind: ContainerKind, _ source: ByteSource) throws -> (any CellBook)? {
    switch kind {
    case .zip: try open(ZipArchive(source))
    // An encrypted .xlsx is an OLE2 file too, and told as such.
    case .ole: try XLSWorkbook(source)
    case .html: try HTMLPage(source)
    case .xml: try SpreadsheetMLWorkbook(source)
    case .json: try JSONBook(source)
    case .text, .pdf: nil
    }
  }

  /// A zip file says in a part of its own that it is an OpenDocument file.
  private static func open(_ archive: ZipArchive) throws -> any CellBook {
    guard archive.entry(at: "mimetype") != nil else { return try XLSXWorkbook(archive) }
    return try ODSWorkbook(archive)
  }
}

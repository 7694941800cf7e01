internal import Containers

/// Opens the formats whose files are made of cells.
enum CellBooks {
  /// A file of cells; throws `ContainerError` when it is damaged or of a kind that is not read.
  static func open(_ kind: ContainerKind, _ source: ByteSource) throws -> (any CellBook)? {
    switch kind {
    // An encrypted workbook is an OLE2 file; the archive's own refusal tells it from an old .xls.
    case .zip, .ole: try XLSXWorkbook(source)
    case .html: try HTMLPage(source)
    case .xml, .json: nil
    case .text, .pdf: nil
    }
  }
}

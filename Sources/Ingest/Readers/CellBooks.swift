internal import Containers

/// Opens the formats whose files are made of cells.
enum CellBooks {
  /// A file of cells; throws `ContainerError` when it is damaged or of a kind that is not read.
  static func open(_ kind: ContainerKind, _ source: ByteSource) throws -> (any CellBook)? {
    switch kind {
    case .zip: try XLSXWorkbook(source)
    // An encrypted .xlsx is an OLE2 file too, and told as such.
    case .ole: try XLSWorkbook(source)
    case .html, .xml, .json: nil
    case .text, .pdf: nil
    }
  }
}

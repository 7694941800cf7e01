package import Containers
internal import Tables

/// The front of a file: what it is, its sheets, and the first rows of each.
package struct FileHead: Sendable {
  package let container: String
  package let encoding: String?
  package let sheets: [CellSheet]
  /// For each sheet its first rows, as text.
  package let rows: [[[String]]]

  /// Throws `ContainerError` when the file is damaged or of a kind that is not read.
  package init(_ source: ByteSource) throws {
    let book = try CellBooks.open(source)
    container = type(of: book).container
    encoding = book.encoding
    sheets = book.sheets
    rows = try book.sheets.indices.map { sheet in
      var head = HeadSink(sharedStrings: book.sharedStrings)
      try book.read(sheet: sheet, into: &head)
      return head.rows
    }
  }
}

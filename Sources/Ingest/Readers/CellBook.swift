/// A file of cells, whatever its format: a workbook, a page with tables, an array of objects.
///
/// One file below `Readers/` for each format; `WorkbookReader` turns any of them into a table, and
/// `krong inspect --cells` prints any of them. Making and reading one throws `ContainerError`.
package protocol CellBook: Sendable {
  /// The format's name, as the manifest gives it.
  static var container: String { get }
  /// In the order of the file; a page's tables are its sheets.
  var sheets: [CellSheet] { get }
  /// The texts that cells refer to by number; empty in formats without such texts.
  var sharedStrings: SharedStrings { get }
  /// The encoding of the file's text, where the format leaves one open.
  var encoding: String? { get }

  /// Reads a sheet from its first row to its last, or until the sink wants no more.
  ///
  /// A damage may show only at the end, where a checksum stands: when this throws, drop what was
  /// handed over.
  func read(sheet: Int, into sink: inout some CellSink) throws
}

extension CellBook {
  package var sharedStrings: SharedStrings { SharedStrings() }
  package var encoding: String? { nil }
}

/// What is known of a sheet before it is read.
package struct CellSheet: Sendable, Equatable {
  /// Empty where the format gives sheets no names.
  package let name: String
  /// Hidden by its owner; such a sheet often holds code lists or an older copy.
  package let isHidden: Bool

  package init(name: String = "", isHidden: Bool = false) {
    self.name = name
    self.isHidden = isHidden
  }
}

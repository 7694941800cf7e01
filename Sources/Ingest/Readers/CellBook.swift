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
  /// The title of a page and the words it begins with; nil for all that is no page.
  var words: String? { get }

  /// Reads a sheet from its first row to its last, or until the sink wants no more.
  ///
  /// A damage may show only at the end, where a checksum stands: when this throws, drop what was
  /// handed over.
  func read(sheet: Int, into sink: inout some CellSink) throws
}

extension CellBook {
  package var sharedStrings: SharedStrings { SharedStrings() }
  package var encoding: String? { nil }
  package var words: String? { nil }
}

/// What is known of a sheet before it is read.
package struct CellSheet: Sendable, Equatable {
  /// Empty where the format gives sheets no names.
  package let name: String
  /// Hidden by its owner; such a sheet often holds code lists or an older copy.
  package let isHidden: Bool
  /// Holds other sheets in its cells, as the tables do that only lay a page out.
  package let isLayout: Bool

  package init(name: String = "", isHidden: Bool = false, isLayout: Bool = false) {
    self.name = name
    self.isHidden = isHidden
    self.isLayout = isLayout
  }
}

package import Settings

/// A cell before and after a cleaner: its manual and its test.
package struct CleanerExample: Sendable {
  package let raw: [UInt8]
  package let clean: String
  package let remarks: [String]
  package let settings: Settings
  package let shelf: Shelf

  package init(
    _ raw: String, becomes clean: String, says remarks: [String] = [],
    with settings: Settings = .nothing,
    files: [String: String] = [:]
  ) {
    self.init(
      bytes: Array(raw.utf8), becomes: clean, says: remarks, with: settings, files: files)
  }

  /// For cells that are not well-formed UTF-8.
  package init(
    bytes raw: [UInt8], becomes clean: String, says remarks: [String] = [],
    with settings: Settings = .nothing,
    files: [String: String] = [:]
  ) {
    self.raw = raw
    self.clean = clean
    self.remarks = remarks
    self.settings = settings
    shelf = Shelf(texts: files)
  }

  /// An example of a cell that stays as it is.
  package init(
    stays raw: String, says remarks: [String] = [],
    with settings: Settings = .nothing,
    files: [String: String] = [:]
  ) {
    self.init(raw, becomes: raw, says: remarks, with: settings, files: files)
  }
}
